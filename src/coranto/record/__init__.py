"""Room 6: mentions merged into facts. Every door is a pure function of the sources of a story or storyline.

The order in which sources are given never matters; a fact's id comes from its oldest mention.
"""

from coranto.record.combine import combine_occasions, combine_offices, combine_persons
from coranto.record.corefer import Trigger, corefer
from coranto.record.dates import date_page
from coranto.record.events import merge_events
from coranto.record.figures import figures
from coranto.record.occasions import occasions
from coranto.record.offices import offices
from coranto.record.people import persons, resolve
from coranto.record.reports import event_keys
from coranto.record.source import Source, ordered
from coranto.record.speech import merge_statements

__all__ = [
    "Source",
    "Trigger",
    "combine_occasions",
    "combine_offices",
    "combine_persons",
    "corefer",
    "date_page",
    "event_keys",
    "figures",
    "merge_events",
    "merge_statements",
    "occasions",
    "offices",
    "ordered",
    "persons",
    "resolve",
]
