"""Signs of a cut that stand elsewhere on a page than behind the text that was found: walls, broken paragraphs."""

from collections.abc import Iterator, Mapping, Sequence

from coranto.article.draft import Draft
from coranto.article.whole.ending import is_part_of_word, mostly_closed, state
from coranto.article.whole.ends import Ends
from coranto.article.whole.lead import shares, stems
from coranto.article.whole.sign import Sign
from coranto.article.whole.walls import bids, is_offer
from coranto.text.tokens import count

_BREAK = 15
_BEHIND = 2
_NEAR = 3
_GOES_ON = 0.35
_TOP, _HELD = 40, 80
_WORDS, _BARE = 3, 40
_EXCERPT = 120
_FAR = 10_000
_BROKEN = ("dots", "joint")


def page_signs(draft: Draft, ends: Ends, lang: str, *, walls: bool) -> Iterator[Sign]:
    """The signs of the page, with those of its walls or without."""
    if walls:
        yield from _wall_on_page(draft, dict(zip(ends.running, ends.sizes, strict=True)))
    yield from _breaks_above(draft, ends.running, lang)
    yield from _page_end(draft.lines, ends.running, lang)


def _wall_on_page(draft: Draft, sizes: Mapping[str, int]) -> Iterator[Sign]:
    """A wall that stands right behind running text somewhere on the page, wherever the text was taken to end."""
    near = 0  # for how many more lines one is near running text
    for at, line in enumerate(draft.lines):
        if near and bids(line) == 2:
            name = "wall-passed" if _goes_on(draft, at, sizes) else "wall-page"
            yield Sign(name, line[:_EXCERPT], "on the page")
            return
        runs = _may_run(line) and (sizes.get(line) or count(line)) >= _BREAK
        near = _BEHIND if runs else near - (near > 0)


def _may_run(line: str) -> bool:
    """Whether a line may have as many words as a paragraph of running text: cheap to ask."""
    return len(line) >= 2 * _BREAK and (line.count(" ") >= 2 * _BREAK // 3 or not line.isascii())


def _goes_on(draft: Draft, at: int, sizes: Mapping[str, int]) -> bool:
    """Whether paragraphs of the text stand right behind a line, and tell of what those before it told."""
    long = [one for one in draft.lines[at + 1 : at + 1 + 2 * _NEAR] if sizes.get(one, 0) >= _BREAK]
    before = " ".join(one for one in draft.lines[:at] if one in sizes)
    return len(long) >= 2 and shares(" ".join(long), f"{draft.title} {before[-_FAR:]}") >= _GOES_ON


def _breaks_above(draft: Draft, running: Sequence[str], lang: str) -> Iterator[Sign]:
    """A paragraph that breaks off soon behind the headline, with no other close behind it, where the text was taken
    from elsewhere on the page."""
    lines, key, kept = draft.lines, draft.title.casefold(), {text[:_HELD] for text in running}
    at = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].casefold() == key), -1)
    if at < 0 or not key:
        return
    last = -1
    for n, line in enumerate(lines[at + 1 : at + 1 + _TOP], at + 1):
        if _may_run(line) and count(line) >= _BREAK:
            if line[:_HELD] in kept:
                return
            last = n
        elif last >= 0 and n - last >= _NEAR:
            break
    found = state(lines[last], lang) if last >= 0 else ""
    if found in _BROKEN and stems(draft.title) & stems(" ".join(lines[at + 1 : last + 1])):
        yield Sign(f"above-{found}", lines[last][-_EXCERPT:], "on the page")


def _page_end(lines: Sequence[str], running: Sequence[str], lang: str) -> Iterator[Sign]:
    """The last line of a page without furniture, where it was no part of the text and breaks off."""
    line = lines[-1] if lines and len(lines) <= _BARE else ""
    if not line[-1:].islower() or count(line) <= _WORDS or line in running:
        return
    found = state(line, lang)
    if found == "joint" or is_part_of_word(line, " ".join(running)):
        yield Sign("after-end", line[-_EXCERPT:], "after the text")
    elif found == "open" and not is_offer(line) and mostly_closed((*running, line), lang):
        yield Sign("after-end-open", line[-_EXCERPT:], "after the text")
