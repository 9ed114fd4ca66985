"""Attribution chains: publisher, page credits, carriers in the sentence, speaker."""

from collections.abc import Sequence
from functools import cache

from coranto.data import rows
from coranto.types import Article, Cite, Link

Step = tuple[str, str, Cite | None]
_CREDITS = ("agency", "dateline", "inputs", "relay", "source")


@cache
def carriers() -> dict[str, str]:
    """Names and aliases of agencies and outlets in lower case: usual name."""
    out: dict[str, str] = {}
    for row in (*rows("carriers"), *rows("agencies")):
        for alias in (row["name"], *row.get("aliases", ())):
            out.setdefault(alias.lower(), row["name"])
    return out


@cache
def written_carriers() -> frozenset[str]:
    """The names and aliases of agencies and outlets as they are written."""
    names = {
        alias for row in (*rows("carriers"), *rows("agencies")) for alias in (row["name"], *row.get("aliases", ()))
    }
    return frozenset(names | {name.upper() for name in names})


def carrier_of(phrase: str) -> str:
    """The agency or outlet that a phrase names, such as "the state-owned Xinhua News Agency"; "" when none. A name
    of one word must be written as listed, or in capitals: Ana is a person, ANA an agency."""
    words = phrase.replace("’s", "").replace("'s", "").replace(",", " ").split()
    for size in range(min(5, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            text = " ".join(words[at : at + size])
            known = carriers().get(text.lower())
            if known and (size > 1 or text in written_carriers() or (text.istitle() and len(text) > 4)):
                return known
    return ""


def head_links(article: Article) -> tuple[Link, ...]:
    """The publisher and the page's credits, outermost first."""
    out: list[Link] = []
    if article.outlet:
        out.append(Link(actor=article.outlet, relation="publishes"))
    seen = {article.outlet}
    for credit in article.credits:
        if credit.kind in _CREDITS and credit.agency not in seen:
            seen.add(credit.agency)
            out.append(Link(actor=credit.agency, relation="credits", cite=credit.cite))
    return tuple(out)


def is_relayed(article: Article) -> bool:
    """Whether the page relays another outlet or is not in English: quoted words may be translated back."""
    relays = any(one.kind == "relay" and one.agency != article.outlet for one in article.credits)
    return relays or article.lang.partition("-")[0].lower() not in ("en", "")


def chain(
    head: tuple[Link, ...],
    frames: Sequence[tuple[str, str, Cite | None]],
    last: tuple[str, str, Cite | None] | None,
) -> tuple[Link, ...]:
    """Head, then the frames outermost first (actor, relation, cite), then the speaker likewise; no actor twice in
    a row."""
    out = list(head)
    for actor, relation, quote in frames:
        if out and out[-1].actor == actor:
            out[-1] = Link(actor=actor, relation=out[-1].relation, cite=quote or out[-1].cite)
        else:
            out.append(Link(actor=actor, relation=relation, cite=quote))
    if last is not None and last[0] and not (out and out[-1].actor == last[0]):
        out.append(Link(actor=last[0], relation=last[1], cite=last[2]))
    return tuple(out)
