"""Credits: datelines, agency marks, "with inputs from", sources, relays, photo credits; each quotes its words.

`dateline(paragraph)` reads the place, the day and the agencies that open a story; `spots(...)` finds every credit
of an article with its span, and `cited` makes a `Credit` of one. Names are rows: `agencies.toml`,
`photo_agencies.toml`, the offices of `ministries.toml`; the phrases that credit are rows of `credit_phrases.toml`.
"""

from coranto.article.credit.dateline import dateline
from coranto.article.credit.day import printed_day
from coranto.article.credit.makers import closing_makers, with_closing
from coranto.article.credit.names import agency
from coranto.article.credit.opening import Dateline
from coranto.article.credit.spot import Spot, cited, of_outlet
from coranto.article.credit.spots import from_bylines, spots

__all__ = [
    "Dateline", "Spot", "agency", "cited", "closing_makers", "dateline", "from_bylines", "of_outlet", "printed_day",
    "spots", "with_closing",
]  # fmt: skip
