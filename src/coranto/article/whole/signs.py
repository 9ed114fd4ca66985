"""The signs of a cut and of wholeness that a draft shows, each with the words it rests on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.article.draft import Draft
from coranto.article.whole.ending import is_part_of_word, last_of, mostly_closed, state
from coranto.article.whole.ends import Ends
from coranto.article.whole.lead import lead_signs, shares, stems
from coranto.article.whole.page import page_signs
from coranto.article.whole.promise import announces, promise_signs
from coranto.article.whole.sign import Sign
from coranto.article.whole.walls import bids, is_offer, strength
from coranto.data import rows
from coranto.data import words as given_words
from coranto.text.normal import straight
from coranto.text.tokens import count, words

_BREAK = 15
_DEEP = 24
_NOUNS_LARGE = frozenset({"de", "lb"})
_LONG_TEXT = 350
_NEAR, _DEEPER, _ALONE, _ELSE = 3, 10, 6, 0.5
_EXCERPT = 120
_LONG_KINDS = ("news", "blog")
"""Posts, wires and roundups may be as short as they like."""
_BROKEN = ("dots", "joint")
_LOST = ("opener", "named-alone", "dangling", "opens-inside")
_AGREE = ("words-agree", "minutes-agree", "body-ends-here")
"""What a page states that agrees with the text; then a wall elsewhere on it is another text's."""
_LONGEST = 400
_FAR = 10_000
_BRACKETS = "()[]/-–— ."
_HEADLINE, _BARE, _BRIEF, _FIGURES = 3, 40, 130, 0.25
_SIZES = (25, 40, 60, 90, 130)
_FIGURE = re.compile(r"\d")
_CREDIT = re.compile(
    r"^(?:[Cc]ontact (?:the )?(?:reporter|editor)|(?:Additional r|R)eporting by|Editing by|\(Reporting by"
    r"|With (?:inputs|files))"
    r"|(?:[Rr]eporting|[Ee]diting|[Ww]riting) by [A-Z][^.\n]{2,60}\.?$"
    r"|contributed to this (?:report|story)|[(\[/][A-Z][\w .]{1,20}[)\]/]\.?$"
)


def signs_of(draft: Draft, ends: Ends, lang: str) -> Iterator[Sign]:
    """All signs, in the order of the page: its head, its end, what stands behind, what the page states."""
    running = ends.running
    if not running:
        return
    leads = list(lead_signs(draft.title, ends.pieces, draft.stated.description, lang))
    yield from leads
    if draft.kind == "agency" or _is_wire(draft, running):
        yield Sign("wire", running[0][:_EXCERPT], "text")
    elif draft.kind in _LONG_KINDS:
        yield from _size(ends, any(sign.name in _LOST for sign in leads))
    credit = _credit(running, draft, ends)
    found = [*_end(running, ends, lang), *_breaks(draft.title, ends, lang)]
    if credit:
        yield Sign("credit", credit)
        found = [sign for sign in found if sign.name in _BROKEN]
    yield from found
    stated = list(promise_signs(draft, ends.pieces, ends.size))
    walled = any(sign.name.startswith("wall") for sign in found) or any(sign.name in _AGREE for sign in stated)
    yield from page_signs(draft, ends, lang, walls=not credit and not walled)
    yield from stated


def _is_wire(draft: Draft, running: Sequence[str]) -> bool:
    """Whether a text is as short as it likes: a flash under a headline in capitals, or a table of figures."""
    bare = len(draft.lines) <= _BARE
    heads = (draft.title, *(draft.lines[:_HEADLINE] if bare else ()))
    if any(head.isupper() and len(head.split()) >= _HEADLINE for head in heads):
        return True
    told = words(" ".join(running)[: 8 * _BRIEF])
    return sum(_FIGURE.search(word) is not None for word in told[:_BRIEF]) >= _FIGURES * min(_BRIEF, len(told))


def _size(ends: Ends, lost: bool) -> Iterator[Sign]:
    """How short or long the text is; that it's long says nothing of a lead that is lost."""
    told = f"{ends.size} words"
    for least in _SIZES:
        if ends.size < least:
            yield Sign(f"under-{least}", told, "text")
            break
    if ends.size >= _LONG_TEXT and not lost:
        yield Sign("long", told, "text")
    if len(ends.running) == 1:
        yield Sign("one-paragraph", ends.running[0][:_EXCERPT], "text")


def _credit(running: Sequence[str], draft: Draft, ends: Ends) -> str:
    """A credit or contact line at the end; a name in brackets is one only where the text itself ends in it."""
    shown = [line for line in (running[-1], *ends.after[:1]) if _CREDIT.search(line.strip()[-_LONGEST:])]
    kept = [line for line in draft.margin[-2:] if _CREDIT.match(line.strip())]
    kept += [line for line in (*draft.lines[-1:], *ends.after[:1]) if _is_signed(line)]
    notes = [line for line in (running[-1], *ends.after[:1]) if _is_note(line) and state(line) == "closed"]
    return next((line for line in (*shown, *kept, *notes) if line), "")


@cache
def _noted() -> tuple[str, ...]:
    return tuple(opening for row in rows("whole", "note") for opening in row["opens"])


def _is_note(line: str) -> bool:
    """Whether a paragraph corrects the text or says how it came about, as stands behind a text that ends."""
    return straight(line[:_EXCERPT]).casefold().lstrip(_BRACKETS + "*").startswith(_noted())


def _is_signed(line: str) -> bool:
    """Whether a line is the name of an agency, which wires set under a text that ends."""
    name = line.strip(_BRACKETS)
    return len(name) < _EXCERPT and name.casefold() in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.casefold() for row in rows("agencies") for name in (row["name"], *row["aliases"]))


def _end(running: Sequence[str], ends: Ends, lang: str) -> Iterator[Sign]:
    """What the last sentence and the lines behind it show."""
    last, found = last_of(running, lang)
    tail = last[-_EXCERPT:]
    if found in ("dots", "joint", "quote", "colon"):
        yield Sign(found, tail)
    elif found == "open":
        end = last.split()[-1]
        name = lang not in _NOUNS_LARGE and end[:1].isupper() and end.casefold() not in given_words("common")
        size = "open-name" if name else "open" if count(last) >= _BREAK else "open-short"
        stray = size == "open-short" and shares(last, " ".join(running[:-1])[-_FAR:]) == 0
        yield Sign(size if not stray and mostly_closed(running, lang) else "open-loosely", tail)
    if (
        found in ("open", "joint", "label")
        and last == running[-1]
        and is_part_of_word(last, " ".join(running[:-1]))
    ):
        yield Sign("word", tail)
    if found in ("closed", "quote") and announces(last):
        yield Sign("announces", tail)
    yield from _wall(ends.after)
    yield from _after(running, ends, lang)


def _is_alone(ends: Ends, at: int, lang: str) -> bool:
    """Whether a paragraph breaks off behind a word, and all others as long as one are sentences with an end."""
    if ends.kinds[at] != "body" or not ends.running[at][-1].islower():
        return False
    long = [n for n, size in enumerate(ends.sizes) if size >= _BREAK and n != at and ends.kinds[n] == "body"][
        -_DEEP:
    ]
    return len(long) >= _NEAR and all(state(ends.running[n], lang) not in ("open", "label", *_BROKEN) for n in long)


def _tell_else(title: str, running: Sequence[str], at: int) -> bool:
    """Whether the paragraphs from `at` on share less with the title and the paragraphs before than a text's do."""
    known = stems(f"{title} {' '.join(running[:at])[-_FAR:]}")
    later = [stems(text) for text in running[at:]]
    return all(len(own & known) < _ELSE * len(own) for own in later if len(own) >= _HEADLINE)


def _after(running: Sequence[str], ends: Ends, lang: str) -> Iterator[Sign]:
    """What the lines behind the text show of it, as the cleaning may have dropped its last few words."""
    if ends.carried:
        follows = state(ends.carried[-1], lang)
        if follows in ("dots", "joint", "open"):
            yield Sign(f"after-{follows}", ends.carried[-1][-_EXCERPT:], "after the text")
        return
    rest = [line for line in ends.after if not is_offer(line) and not strength(line)]
    if not rest or ends.after[0] != rest[0]:
        return
    line, size = rest[0], count(rest[0])
    follows = state(line, lang)
    if follows == "dots" and size >= _HEADLINE:
        yield Sign("after-dots", line[-_EXCERPT:], "after the text")
    elif len(rest) == 1 and size > _HEADLINE and follows != "closed" and line[-1:].islower():
        broken = follows == "joint" or is_part_of_word(line, " ".join(running))
        if broken:
            yield Sign("after-end", line[-_EXCERPT:], "after the text")


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


def _breaks(title: str, ends: Ends, lang: str) -> Iterator[Sign]:
    """Paragraphs that break off, or walls, with others behind them, which belong to the page and not the text; all
    the more where those tell of other things."""
    seen: set[str] = set()
    back = 0
    for deep, (text, size) in enumerate(zip(reversed(ends.running), reversed(ends.sizes), strict=True)):
        names: tuple[str, ...] = ()
        if 0 < back <= _DEEPER and size >= _BREAK:
            names = _broken(title, ends, len(ends.running) - 1 - deep, back, lang)
        elif deep and bids(text) == 2:
            names = ("wall-inside",)
        for name in names:
            if name not in seen:
                seen.add(name)
                yield Sign(name, text[-_EXCERPT:])
        back += size >= _BREAK or not deep
        if deep >= _DEEP:
            return


def _broken(title: str, ends: Ends, at: int, back: int, lang: str) -> tuple[str, ...]:
    """The signs of a paragraph that may break off, `back` paragraphs before the last."""
    found = state(ends.running[at], lang)
    near = len(ends.running) - 1 - at <= _ALONE
    alone = near and found in ("open", "joint") and _is_alone(ends, at, lang)
    if found not in _BROKEN and not alone and (found != "open" or not mostly_closed(ends.running, lang)):
        return ()
    apart = _tell_else(title, ends.running, at + 1)
    names = ((alone, "breaks-open-alone"), (apart, f"breaks-{found}-apart"))
    return tuple(name for holds, name in names if holds) or ((f"breaks-{found}",) if back <= _NEAR else ())
