"""Where a page's own text ends: its paragraphs without the furniture and the afterwords that cleaning kept behind
them, and the lines of the page that follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coranto.article.draft import Draft, Piece
from coranto.article.whole.ending import state
from coranto.article.whole.lead import stems
from coranto.article.whole.walls import groups, is_offer, is_wall
from coranto.data import rows
from coranto.text.normal import squeeze, straight
from coranto.text.tokens import count
from coranto.types.article import BlockKind

_RUNNING = ("body", "bullet", "post", "dek")
_TRIMMED, _APART = 6, 40
_LONG = 14
_BEHIND = 8
_LONGEST = 700
_OWN = 0.5
_FAR = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The text's paragraphs that are none of the page's furniture, without its inner headings as `running`, their
    kinds and words, and the words of all; the lines that go on behind them though they weren't taken for text; and
    those behind all of it."""

    pieces: tuple[Piece, ...]
    running: tuple[str, ...]
    kinds: tuple[BlockKind, ...]
    sizes: tuple[int, ...]
    size: int
    carried: tuple[str, ...]
    after: tuple[str, ...]


def ends_of(draft: Draft) -> Ends:
    """The draft's paragraphs without walls, offers, headings and afterwords at their end; those stand behind."""
    pieces = [piece for piece in draft.pieces if piece.text.strip()]
    cut = _own(draft.title, pieces, _furniture(pieces))
    behind = tuple(piece.text.strip() for piece in pieces[cut:])
    after = _following(draft.lines, pieces[cut - 1].text) if behind and cut else ()
    after = after or (*behind, *map(squeeze, draft.after))
    more = _carried(after)
    kept = [piece for piece in pieces[:cut] if piece.kind in _RUNNING]
    running, kinds = tuple(piece.text.strip() for piece in kept), tuple(piece.kind for piece in kept)
    sizes = tuple(map(count, running))
    return Ends(
        pieces=tuple(pieces[:cut]), running=running, kinds=kinds, sizes=sizes, size=sum(sizes),
        carried=after[:more], after=after[more:],
    )  # fmt: skip


def _furniture(pieces: Sequence[Piece]) -> int:
    """Where the walls, offers and headings begin that end the pieces."""
    cut = len(pieces)
    for at in range(len(pieces) - 1, max(0, len(pieces) - _TRIMMED - 1), -1):
        line = pieces[at].text.strip()
        if is_wall(line) or is_offer(line) or (pieces[at].kind == "head" and at == cut - 1):
            cut = at
        elif count(line) >= _LONG:
            break
    return cut


def _own(title: str, pieces: Sequence[Piece], cut: int) -> int:
    """Where the afterwords begin: words on who wrote the text, on cookies, on letters to order. They have to say
    little of what the text says; labels between them go with them."""
    least = max(0, cut - _APART)
    if not _may_end_apart(pieces, least, cut):
        return cut
    apart = {at for at in range(least, cut) if is_apart(pieces[at].text.strip())}
    told = " ".join((title, *(piece.text for at, piece in enumerate(pieces[:cut]) if at not in apart)))[:_FAR]
    known, end = stems(told), cut
    for at in range(cut - 1, least, -1):
        if at in apart and _is_foreign(pieces[at].text, known):
            end = at
        elif count(pieces[at].text) >= _LONG // 2 or at < end - 3:
            break
    while end > 1 and pieces[end - 1].kind == "head":
        end -= 1
    return end


def _may_end_apart(pieces: Sequence[Piece], least: int, cut: int) -> bool:
    """Whether an afterword stands behind the last paragraph of running text."""
    for at in range(cut - 1, least, -1):
        if is_apart(pieces[at].text.strip()):
            return True
        if count(pieces[at].text) >= _LONG // 2 or at < cut - 3:
            return False
    return False


def _is_foreign(text: str, known: frozenset[str]) -> bool:
    own = stems(text)
    return len(own & known) < _OWN * len(own)


def is_apart(text: str) -> bool:
    """Whether a paragraph is an afterword: it tells of the page, its makers or its readers' data, and doesn't break
    off, as a text may in any words."""
    if len(text) > _LONGEST or _apart().search(straight(text).casefold()) is None:
        return False
    return count(text) < _LONG or state(text) not in ("dots", "joint", "open")


@cache
def _apart() -> re.Pattern[str]:
    """Phrases of afterwords; or one that says of somebody what they are, and what writers are."""
    given = rows("whole", "apart")
    phrases = "|".join(sorted({re.escape(one) for row in given for one in row["phrases"]}))
    makers = "|".join(
        rf"(?:{_any(row['says'])}) (?:[^\s.]+ ){{0,7}}?(?:{_any(row['makers'])})\b"
        for row in given
        if row.get("makers")
    )
    return re.compile(rf"(?<!\w)(?:{phrases}|{makers})")


def _any(phrases: Sequence[str]) -> str:
    return "|".join(map(re.escape, phrases))


def _following(lines: Sequence[str], last: str) -> tuple[str, ...]:
    """The lines of the page behind the last one that reads like this."""
    wanted = squeeze(last)
    for at in range(len(lines) - 1, -1, -1):
        if lines[at] == wanted or squeeze(lines[at]) == wanted:
            return tuple(squeeze(line)[:200] for line in lines[at + 1 : at + 1 + _BEHIND])
    return ()


def _carried(after: Sequence[str]) -> int:
    """How many of the lines behind the text go on with it, as far as the last long one before any furniture."""
    more = short = 0
    for at, line in enumerate(after):
        if is_wall(line) or is_offer(line) or groups(line) or is_apart(line):
            break
        if count(line) >= _LONG:
            more, short = at + 1, 0
        else:
            short += 1
        if short > 1:
            break
    return more
