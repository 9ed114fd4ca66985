"""The signs of a cut and of wholeness that a draft shows, each with the words it rests on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coranto.article.draft import Draft, Piece
from coranto.article.dump.cues import cues
from coranto.article.whole.ending import last_of, mostly_closed, state
from coranto.article.whole.lead import lead_signs
from coranto.article.whole.promise import promise_signs
from coranto.article.whole.sign import Sign
from coranto.article.whole.walls import is_offer, is_wall, strength
from coranto.text.normal import squeeze
from coranto.text.tokens import count

_RUNNING = ("body", "bullet", "post", "dek")
_TRIMMED = 6
_LONG = 14
_BREAK = 15
_DEEP = 24
_NOUNS_LARGE = frozenset({"de", "lb"})
_LONG_TEXT = 350
_NEAR = 3
_EXCERPT = 120
_LONG_KINDS = ("news", "blog")
"""Posts, wires and roundups may be as short as they like."""
_BROKEN = ("dots", "joint")
_LONGEST = 400
_SIZES = (25, 40, 60, 90, 130)
_CREDIT = re.compile(
    r"^(?:[Cc]ontact (?:the )?(?:reporter|editor)|(?:Additional r|R)eporting by|Editing by|\(Reporting by"
    r"|With (?:inputs|files))"
    r"|(?:[Rr]eporting|[Ee]diting|[Ww]riting) by [A-Z][^.\n]{2,60}\.?$"
    r"|contributed to this (?:report|story)|[(\[/][A-Z][\w .]{1,20}[)\]/]\.?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The text's paragraphs that are none of the page's furniture; the lines that go on behind them though they
    were not taken for text; and those behind all of it."""

    pieces: tuple[Piece, ...]
    carried: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def running(self) -> list[str]:
        """The paragraphs, without inner headings."""
        return [piece.text.strip() for piece in self.pieces if piece.kind in _RUNNING]


def ends_of(draft: Draft) -> Ends:
    """The draft's paragraphs without walls, offers and headings at their end; those stand behind the text."""
    pieces = [piece for piece in draft.pieces if piece.text.strip()]
    cut = len(pieces)
    for at in range(len(pieces) - 1, max(0, len(pieces) - _TRIMMED - 1), -1):
        line = pieces[at].text.strip()
        if is_wall(line) or is_offer(line) or (pieces[at].kind == "head" and at == cut - 1):
            cut = at
        elif count(line) >= _LONG:
            break
    behind = tuple(piece.text.strip() for piece in pieces[cut:])
    after = (*behind, *map(squeeze, draft.after))
    more = _carried(after)
    return Ends(pieces=tuple(pieces[:cut]), carried=after[:more], after=after[more:])


def _carried(after: Sequence[str]) -> int:
    """How many of the lines behind the text go on with it, as far as the last long one before any furniture."""
    more = short = 0
    for at, line in enumerate(after):
        if is_wall(line) or is_offer(line) or cues(line).groups:
            break
        if count(line) >= _LONG:
            more, short = at + 1, 0
        else:
            short += 1
        if short > 1:
            break
    return more


def signs_of(draft: Draft, ends: Ends, lang: str) -> Iterator[Sign]:
    """All signs, in the order of the page: its head, its end, what stands behind, what the page states."""
    running = ends.running
    if not running:
        return
    yield from lead_signs(draft.title, ends.pieces, draft.stated.description, lang)
    if draft.kind in _LONG_KINDS:
        yield from _size(running)
    credit = _credit(running, draft, ends)
    found = list(_end(running, ends, lang))
    if credit:
        yield Sign("credit", credit)
        found = [sign for sign in found if sign.name in _BROKEN]
    yield from found
    if not credit and not any(sign.name.startswith("wall") for sign in found):
        yield from _wall_on_page(draft.lines)
    yield from promise_signs(draft, ends.pieces)


def _size(running: Sequence[str]) -> Iterator[Sign]:
    words = count("\n".join(running))
    for least in _SIZES:
        if words < least:
            yield Sign(f"under-{least}", f"{words} words", "text")
            break
    if words >= _LONG_TEXT:
        yield Sign("long", f"{words} words", "text")
    if len(running) == 1:
        yield Sign("one-paragraph", running[0][:_EXCERPT], "text")


def _credit(running: Sequence[str], draft: Draft, ends: Ends) -> str:
    """A credit or contact line at the end; a name in brackets is one only where the text itself ends in it."""
    shown = [line for line in (running[-1], *ends.after[:1]) if _CREDIT.search(line.strip()[-_LONGEST:])]
    kept = [line for line in draft.margin[-2:] if _CREDIT.match(line.strip())]
    return next((line for line in (*shown, *kept) if line), "")


def _end(running: Sequence[str], ends: Ends, lang: str) -> Iterator[Sign]:
    """What the last sentence and the lines behind it show."""
    last, found = last_of(running, lang)
    tail = last[-_EXCERPT:]
    if found in ("dots", "joint", "quote", "colon"):
        yield Sign(found, tail)
    elif found == "open":
        name = lang not in _NOUNS_LARGE and last.split()[-1][:1].isupper()
        size = "open-name" if name else "open" if count(last) >= _BREAK else "open-short"
        yield Sign(size if mostly_closed(running, lang) else "open-loosely", tail)
    yield from _wall(ends.after)
    if ends.carried:
        follows = state(ends.carried[-1], lang)
        if follows in ("dots", "joint", "open"):
            yield Sign(f"after-{follows}", ends.carried[-1][-_EXCERPT:], "after the text")
    yield from _breaks(running, lang)


def _wall(after: Sequence[str]) -> Iterator[Sign]:
    """The strongest wall behind the text, and no farther than the first offer of something else."""
    for at, line in enumerate(after):
        found = strength(line)
        if found == 2 or (found and not at):
            name = "wall-weak" if found == 1 else "wall-near" if at else "wall"
            yield Sign(name, line[:_EXCERPT], "after the text")
            return
        if at >= _NEAR and is_offer(line):
            return


def _wall_on_page(lines: Sequence[str]) -> Iterator[Sign]:
    """A wall that stands right behind running text somewhere on the page, wherever the text was taken to end."""
    for at, line in enumerate(lines):
        near = [one for one in lines[max(0, at - 2) : at] if len(one) >= 2 * _BREAK]
        if near and strength(line) == 2 and any(count(one) >= _BREAK for one in near):
            yield Sign("wall-page", line[:_EXCERPT], "on the page")
            return


def _breaks(running: Sequence[str], lang: str) -> Iterator[Sign]:
    """Paragraphs that break off, or walls, with others behind them, which belong to the page and not the text."""
    closed = mostly_closed(running, lang)
    seen: set[str] = set()
    for back, text in enumerate(reversed(running)):
        size = count(text)
        name = ""
        if 0 < back <= _NEAR and size >= _BREAK:
            found = state(text, lang)
            name = f"breaks-{found}" if found in ("dots", "joint") or (found == "open" and closed) else ""
        elif back and strength(text) == 2:
            name = "wall-inside"
        if name and name not in seen:
            seen.add(name)
            yield Sign(name, text[-_EXCERPT:])
        if back >= _DEEP:
            return
