"""The tests of single rules read by rules alone, but for those marked `encoder`; all others as pages are read."""

import pytest

from coranto import reading
from coranto.reading.encoder.look import NOTHING
from coranto.reading.events import coding
from coranto.reading.names import find as names
from coranto.reading.speech import find as speech

_RULES = frozenset(("reading", "record", "story", "copies", "gate"))
_real = reading.look, coding.pair_chances
_alone = [False]


def _look(article):
    return NOTHING if _alone[0] else _real[0](article)


def _pair_chances(text, source, target):
    return {} if _alone[0] else _real[1](text, source, target)


def pytest_configure():
    """Put the switch before the encoder."""
    for room in (reading, names, speech):
        room.look = _look
    coding.pair_chances = _pair_chances


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item):
    """Set it before the fixtures of a test are made."""
    room = item.path.parent.name
    _alone[0] = room in _RULES and item.get_closest_marker("encoder") is None
