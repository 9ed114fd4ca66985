"""Quotations without a cue that go on with the statement before them, or begin one of their own."""

from dataclasses import dataclass, field, replace

from coranto.reading.speech.carriers import Carriers
from coranto.reading.speech.lines import Line
from coranto.reading.speech.quotes import Quoted
from coranto.reading.speech.speakers import Voices
from coranto.types import Article, StatementMention
from coranto.types.ids import digest

GAP = 40  # characters between a statement and the quotation that goes on with it


@dataclass(slots=True)
class Walk:
    """What is known while the sentences go by."""

    article: Article
    voices: Voices
    carriers: Carriers
    relayed: bool = False
    covered: int = 0
    open: list[tuple[int, int]] = field(default_factory=list)
    out: list[StatementMention] = field(default_factory=list)
    inner: list[StatementMention] = field(default_factory=list)


def release(walk: Walk, span: tuple[int, int]) -> None:
    """Takes a quotation from the statement that seemed to go on with it: its own speaker follows."""
    if not walk.out or span not in walk.out[-1].content:
        return
    last = walk.out.pop()
    rest = tuple(one for one in last.content if one != span)
    if rest:
        quotes = tuple(one for one in last.quoted if one != span)
        end = max(end for _, end in (*rest, last.cue_span or rest[0]))
        ident = digest("stm", walk.article.id, last.sentence, last.start, end, last.cue)
        text = last.text[: end - last.start]
        walk.out.append(replace(last, id=ident, content=rest, quoted=quotes, end=end, text=text))


def taken(walk: Walk, mark: Quoted) -> bool:
    return any(
        start < mark.end and mark.start < end
        for one in walk.out[-6:]
        if one.sentence >= 0
        for start, end in one.content
    )


def go_on(walk: Walk, line: Line, span: tuple[int, int], last: StatementMention) -> None:
    """Right behind its statement a quotation goes on as a further span of that; else it is one of its own."""
    at = next((n for n in range(1, 4) if _quotes(walk, n, last)), 1)
    last = walk.out[-at]
    between = line.text[max(last.end, walk.covered) : span[0]]
    if len(between) > GAP and not _next(walk, line, span, last):
        _carry(walk, line, span, last)
        return
    end = max(last.end, span[1])
    walk.out[-at] = replace(
        last,
        content=(*last.content, span),
        quoted=(*last.quoted, span),
        kind="mixed" if last.kind == "indirect" else last.kind,
        end=end,
        text=line.text[last.start : end],
        id=digest("stm", walk.article.id, last.sentence, last.start, end, last.cue),
    )
    walk.covered = span[1]


def _quotes(walk: Walk, back: int, last: StatementMention) -> bool:
    """Whether the statement so far back stands in the last one's sentence and quotes, the words before the speaker:
    what its participles add ("..., he said, noting ...") does not go on."""
    if back > len(walk.out):
        return False
    one = walk.out[-back]
    return one.sentence == last.sentence and bool(one.quoted) and one.rule in ("postposed", "inverted")


def _next(walk: Walk, line: Line, span: tuple[int, int], last: StatementMention) -> bool:
    """Whether a quotation follows right on the sentence of a statement that ends in its speaker."""
    sentences = walk.article.sentences
    if last.sentence < 0 or last.rule == "carried" or span[0] - sentences[last.sentence].end > 3:
        return False
    closes = last.cue_span is not None and last.cue_span[0] > last.content[0][1] - 1
    return closes and sentences[line.sentence].paragraph == sentences[last.sentence].paragraph


def _carry(walk: Walk, line: Line, span: tuple[int, int], last: StatementMention) -> None:
    """A quotation of its own that continues the speaker before it."""
    start, end = span
    speaker = last.speaker
    walk.out.append(
        StatementMention(
            id=digest("stm", walk.article.id, line.sentence, start, end, ""),
            sentence=line.sentence,
            start=start,
            end=end,
            kind="direct",
            content=((start, end),),
            quoted=((start, end),),
            text=line.text[start:end],
            speaker=speaker,
            chain=last.chain,
            confidence=0.6,
            rule="carried",
        )
    )
    walk.covered = end
