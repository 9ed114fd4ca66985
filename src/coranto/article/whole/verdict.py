"""Whether the whole article was captured: the verdict with its evidence.

A sign-up phrase anywhere on a page says little (measured: 7 of 29 closed pages found, 4 false alarms), so signs are
weighed together: how the text ends, what stands right behind it, whether it tells what it takes for told, and what
the page states of its length. `training/whole/fit.py` fits the weights.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from coranto.article.draft import Draft
from coranto.article.whole.ending import last_of
from coranto.article.whole.ends import Ends, ends_of
from coranto.article.whole.sign import Sign
from coranto.article.whole.signs import signs_of
from coranto.data import rows
from coranto.types import Completeness, Evidence
from coranto.types.article import Verdict

_EXCERPT = 120
_TEASER = 40
_ONE_TEASER = 150
_SURE = 40


@cache
def signs_known() -> dict[str, dict[str, Any]]:
    """The rows of the signs by name: what each says, and its weight, above nought where it speaks for a cut."""
    return {row["name"]: row for row in rows("whole", "sign")}


def verdict(draft: Draft, lang: str) -> Completeness:
    """Complete, truncated, teaser or unknown, with what it rests on; `lang` is the language of the text."""
    ends = ends_of(draft)
    if not ends.running:
        return Completeness()
    signs = list(signs_of(draft, ends, lang))
    weight = weigh(signs)
    cut = [sign for sign in signs if _weight(sign) > 0]
    whole = [sign for sign in signs if _weight(sign) <= 0]
    if weight > 0:
        return Completeness(verdict=_cut(ends), evidence=_evidence(cut))
    last, how = last_of(ends.running, lang)
    if how == "closed":
        whole.append(Sign("closed", last[-_EXCERPT:]))
    if whole and (ends.size >= _SURE or _is_signed(signs, how)) and weight < _row("doubt")["weight"]:
        return Completeness(verdict="complete", evidence=_evidence(whole))
    return Completeness(verdict="unknown", evidence=_evidence([*cut, *whole]))


def _is_signed(signs: Sequence[Sign], how: str) -> bool:
    """Whether a text of a few words is a wire's or signed, and ends."""
    return how in ("closed", "label") and any(sign.name in ("wire", "credit") for sign in signs)


def weigh(signs: Sequence[Sign]) -> float:
    """The sum of the weights of the signs, each name once, and of the row `any`."""
    return float(_row("any")["weight"] + sum(_row(name)["weight"] for name in sorted({one.name for one in signs})))


def _row(name: str) -> dict[str, Any]:
    return signs_known()[name]


def _weight(sign: Sign) -> float:
    return float(_row(sign.name)["weight"])


def _cut(ends: Ends) -> Verdict:
    size = ends.size
    short = (size < _TEASER and len(ends.running) <= 2) or (size < _ONE_TEASER and len(ends.running) == 1)
    return "teaser" if short else "truncated"


def _evidence(signs: Sequence[Sign]) -> tuple[Evidence, ...]:
    """The signs as evidence, the weightiest first."""
    ranked = sorted(signs, key=lambda one: -abs(_weight(one)))
    return tuple(Evidence(rule=_row(one.name)["says"], text=one.text[:200], where=one.where) for one in ranked)
