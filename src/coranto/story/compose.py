"""A story as it is shown: its title, counts, brief and place in the list."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coranto.parts import register
from coranto.story.brief import Member, brief
from coranto.story.slots import actors
from coranto.story.stems import stems
from coranto.types import Article, Assignment, Story
from coranto.types.ids import kind_of

_HALF_LIFE = 3.0
_ACTORS = 8
_OUTLET_WORDS = 4
_TOLD = (4, 20)
"""How few and how many words a headline has."""
_NO_HEADLINE = re.compile(
    r"@\w|https?:|\bwww\.|•|\[\[|\d:\d\d|©|\b(?:Published|Updated|Copyright|Newsletter|Getty|Associated Press)\b"
    r"|\bthis (?:page|story|video|programme)\b|, (?:AP|Reuters|AFP)$|^by [A-Z]|\b(?:in brief|briefing|round-?up)\b",
    re.IGNORECASE,
)
_FRAMED = re.compile(
    r"(?:opinion|analysis|editorial|column|commentary|video|watch|live|live stream|the latest|photos?|perspective"
    r"|exclusive|breaking) ?[:|!?—–-]|live\b|how |why |what |should |can "
    r"|[“\"‘'][^”\"’']{0,60}[”\"’'][:.]",
    re.IGNORECASE,
)


def name(members: Sequence[Member]) -> str:
    """The title of a story: that of the article whose title shares most with all texts, the earliest of equals.

    A page's section, a credit, an address or a question is no headline; it stands only where there is no other.
    """
    held = [(one, headline(one.article)) for one in sorted(members, key=_order) if one.article.title.strip()]
    counts: Counter[str] = Counter()
    for one, title in held:
        counts.update(set(stems(title)) | set(stems(one.article.text[:600])))
    best, most = "", -1.0
    for one, title in held:
        terms = set(stems(title))
        score = sum(counts[term] for term in terms) / (len(terms) + 3.0) if terms else 0.0
        score -= len(held) if one.article.kind in ("live", "roundup", "forum") else 0.0
        score *= 1.0 if score < 0 else _fitness(title, one.article.outlet)
        if best == "" or score > most:
            best, most = title, score
    return best


def headline(article: Article) -> str:
    """The title of an article without the name of its outlet at the end."""
    title = article.title.strip()
    head, bar, tail = title.rpartition(" | ")
    return head.strip() if bar and len(tail.split()) <= _OUTLET_WORDS and len(head.split()) > 2 else title


def _fitness(title: str, outlet: str) -> float:
    """How much a title is a sentence that tells news, 0..1."""
    words = title.split()
    if title.casefold() == outlet.casefold() or not _TOLD[0] <= len(words) <= _TOLD[1]:
        return 0.1
    if not (title[0].isalnum() or title[0] in "\"“‘'") or _NO_HEADLINE.search(title) is not None:
        return 0.1
    if not any(word.islower() for word in words[1:]) and not title.istitle() and title.isupper():
        return 0.5
    fit = 0.6 if title[-1] in "?!" else 0.8 if title[-1] == "." else 1.0
    return fit * (0.7 if _FRAMED.match(title) is not None else 1.0)


def _order(member: Member) -> tuple[bool, str, str]:
    return not member.when, member.when, member.article.id


def _days(one: str, two: str) -> float:
    """How many days lie between two ISO times; 0 when either has none."""
    try:
        return float(abs((date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days))
    except ValueError:
        return 0.0


def rank(story: Story, newest: str) -> tuple[float, str]:
    """The place of a story in the list (higher stands first) and the line that says why.

    Independent outlets, copies folded, times prominence, times recency before `newest`, the newest time in the
    archive, with a half-life of three days; an undated story counts as a week old.
    """
    independent = max(1, min(story.outlets, story.families))
    prominence = 1.0 + math.log1p(len(story.articles)) / 4.0 + min(len(story.actors), 4) / 16.0
    age = _days(story.last, newest) if story.last else 7.0
    top = math.log1p(independent) * prominence * 0.5 ** (age / _HALF_LIFE)
    copies = len(story.articles) - story.families
    parts = [_count(independent, "independent outlet"), _count(max(1, story.origins), "origin")]
    if copies > 0:
        parts.append(f"{_count(copies, 'copy', 'copies')} folded")
    parts.append(f"last told {story.last[:10]}" if story.last else "undated")
    return round(top, 6), ", ".join(parts)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _main_actors(members: Sequence[Member]) -> tuple[str, ...]:
    counts: dict[str, float] = {}
    for member in members:
        for at, actor in enumerate(actors(member.reading)):
            counts[actor] = counts.get(actor, 0.0) + 1.0 / (at + 1)
    return tuple(sorted(counts, key=lambda actor: (-counts[actor], actor))[:_ACTORS])


def root(member: Member) -> str:
    """The one origin an article counts for: itself or the held article it goes back to, else the agency or
    office that all of it comes through. A source that it quotes beside its own report makes no second origin."""
    held = [origin for origin in member.origins if kind_of(origin) == "art"]
    return (held or list(member.origins) or [member.article.id])[0]


@register("story.compose.v1")
def compose(
    ident: str,
    members: Sequence[Member],
    reasons: Sequence[Assignment] = (),
    *,
    newest: str = "",
    storyline: str = "",
) -> Story:
    """A story made of its members, in order of time, undated ones last.

    `newest` is the newest time in the archive (else the story's own), `reasons` the members' assignments.
    """
    ordered = sorted(members, key=_order)
    times = [one.when for one in ordered if one.when]
    families = {one.family or one.article.id for one in ordered}
    origins = tuple(dict.fromkeys(map(root, ordered)))[: len(families)]
    outlets = {one.article.outlet.casefold() or one.article.id for one in ordered}
    bare = Story(
        id=ident,
        title=name(ordered),
        first=times[0] if times else "",
        last=times[-1] if times else "",
        articles=tuple(one.article.id for one in ordered),
        families=len(families),
        outlets=len(outlets),
        origins=len(origins),
        origin_names=origins,
        actors=_main_actors(ordered),
        storyline=storyline,
        brief=brief(ordered),
        reasons=tuple(sorted(reasons, key=lambda one: one.article)),
    )
    top, reason = rank(bare, newest or bare.last)
    return replace(bare, top=top, top_reason=reason)
