"""Statements of an article: who says what, in whose words, through whom it came."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Literal

from coranto.parts import register
from coranto.reading.encoder.look import NOTHING, Sights, look
from coranto.reading.names.find import bare_article, names
from coranto.reading.names.tokens import Token, units
from coranto.reading.offices.find import offices
from coranto.reading.speech.carriers import Carriers
from coranto.reading.speech.chains import head_links, is_relayed
from coranto.reading.speech.continued import GAP, Walk, go_on, release, taken
from coranto.reading.speech.frames import frames
from coranto.reading.speech.headlines import headline_frames, transcript_frame
from coranto.reading.speech.lines import Frame, Line, past_dateline, time_of
from coranto.reading.speech.nested import nested, tells_of_others, within_quotes
from coranto.reading.speech.phrases import opening_subject, phrase_start, trimmed
from coranto.reading.speech.quotes import Quoted, quoted
from coranto.reading.speech.relays import attach, relays, without
from coranto.reading.speech.speakers import Voices
from coranto.reading.speech.stack import stacked
from coranto.reading.speech.tags import tags
from coranto.reading.speech.unlisted import backed, by_sentence, unlisted
from coranto.types import TITLE, Article, Name, OfficeMention, Speaker, StatementMention
from coranto.types.ids import digest
from coranto.types.reading import StatementKind

_FEW = 3
_HEADLINE = 25  # words
_LONGEST = 300  # a sentence of more words is a list or a broken page; only its head is read


def speech_in(text: str, *, model: bool = True) -> tuple[StatementMention, ...]:
    """The statements of a plain text; by rules alone without the model."""
    article = bare_article(text)
    seen = look(article) if model else NOTHING
    found = names(article, seen)
    return speech(article, found, offices(article, found), seen)


@register("reading.speech.v2")
def speech(
    article: Article, names: tuple[Name, ...], offices: tuple[OfficeMention, ...], seen: Sights = NOTHING
) -> tuple[StatementMention, ...]:
    """All statements of the title and the sentences, in order; with those that the encoder sees, where that is
    given. Never raises; linear in the text."""
    voices = Voices(names, offices)
    walk = Walk(article, voices, Carriers(article, voices, head_links(article)), is_relayed(article))
    lines, sights = list(_lines(article)), by_sentence(seen.frames)
    for line in lines:
        if line.sentence == TITLE:
            _keep(walk, line, _with_subjects(walk, *_read(walk, line)))
    for line in lines:
        if line.sentence != TITLE:
            cut, found = _read(walk, line)
            found += unlisted(line, found, sights.get(line.sentence, ()))
            _keep(walk, line, _with_subjects(walk, cut, found))
            _keep_inner(walk, line)
            _loose_quotes(walk, line)
    if seen.asked:
        walk.out = backed(walk.out, sights)
    title = _words(article.title)
    kept = [
        one
        for one in walk.out + walk.inner
        if one.sentence < 0 or not title or _words(_said(article, one)) != title
    ]
    return nested(tuple(sorted(kept, key=_order)))


def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


def _said(article: Article, one: StatementMention) -> str:
    return " ".join(article.text[start:end] for start, end in one.content)


def _order(mention: StatementMention) -> tuple[int, int, int]:
    return mention.sentence, mention.start, mention.end


def _lines(article: Article) -> Iterator[Line]:
    body, at = quoted(article.text), 0
    for unit in units(article):
        if unit.sentence == TITLE:
            yield Line(
                TITLE,
                0,
                len(article.title),
                article.title,
                unit.tokens[:_LONGEST],
                quoted(article.title)[:_LONGEST],
                tags(unit.tokens[:_LONGEST], unit.plain),
                unit.plain,
            )
            continue
        if not unit.tokens:
            continue
        tokens = past_dateline(article.text, unit.tokens[:_LONGEST], article.dateline)
        while at < len(body) and body[at].end <= tokens[0].start:
            at += 1
        stop = at
        while stop < len(body) and body[stop].start < tokens[-1].end:
            stop += 1
        plain = unit.plain and not _capped(tokens)
        after = body[stop] if stop < len(body) else None
        if after is not None and article.text[tokens[-1].end : after.start].strip():
            after = None
        yield Line(
            unit.sentence,
            tokens[0].start,
            tokens[-1].end,
            article.text,
            tokens,
            body[at:stop],
            tags(tokens, plain),
            plain,
            after,
            _asked_before(article.text, body[at - 1], tokens[0].start) if at else None,
        )


def _asked_before(text: str, mark: Quoted, start: int) -> Quoted | None:
    """The quoted run, where it ends in a question or a call and the sentence at `start` follows in its line:
    '"Who is there?" she asked.'"""
    asks = mark.closed and mark.end <= start <= mark.end + 2 and text[mark.end - 2] in "?!"
    return mark if asks and "\n" not in text[mark.end : start] else None


def _capped(tokens: tuple[Token, ...]) -> bool:
    """Whether nearly every word has a capital, as in a headline that ends in a full stop."""
    if len(tokens) > _HEADLINE:
        return False
    long = [one.shape for one in tokens if len(one.text) > 3 and one.shape in "Cl"]
    return len(long) > 4 and long.count("C") >= 0.9 * len(long)


def _read(walk: Walk, line: Line) -> tuple[Line, list[Frame]]:
    """The sentence without its asides, and its frames with the carriers that these name."""
    asides = relays(
        line, partial(walk.voices.able, line.sentence, line.text), partial(walk.voices.is_person, line.sentence)
    )
    rests = [asides, asides[:-1], []] if asides and not asides[-1].inner else [asides, []] if asides else [[]]
    for some in rests:
        cut = without(line, some)
        headline = headline_frames(cut, _known(walk, cut)) if line.sentence == TITLE else _headed(walk, cut)
        found = headline or frames(cut)
        if found:
            return cut, attach(line, found, some)
    return line, []


def _with_subjects(walk: Walk, line: Line, found: list[Frame]) -> list[Frame]:
    """Participles take the sentence's subject; carriers of inner frames leave as frames of their own."""
    main = (0, 0)
    for frame in found:
        if frame.rule == "participle" and frame.subject == (0, 0):
            frame.subject = main if main != (0, 0) else _opening(walk, line, frame)
        elif frame.subject[0] < frame.subject[1] and frame.rule not in ("passive", "noun"):
            main = frame.subject
    return [frame for frame in stacked(line, found) if _plausible(walk, line, frame)]


def _known(walk: Walk, line: Line) -> tuple[Name, ...]:
    return tuple(walk.voices.by_sentence.get(line.sentence, ()))


def _headed(walk: Walk, line: Line) -> list[Frame]:
    """The frame of a headline inside the text, or of a transcript's line, which goes on to the paragraph's end."""
    known = _known(walk, line)
    if not line.plain or line.sentence == 0:
        found = headline_frames(line, known)
        if found:
            return found
    sentences = walk.article.sentences
    here = sentences[line.sentence]
    opens = line.start <= here.start + 1 and (
        not line.sentence or sentences[line.sentence - 1].paragraph != here.paragraph
    )
    frame = transcript_frame(line, known) if opens and ":" in line.text[line.start : line.start + 60] else None
    if frame is None:
        return []
    last = line.sentence
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == here.paragraph:
        last += 1
    frame.content = [(frame.content[0][0], max(frame.content[0][1], sentences[last].end))]
    return [frame]


def _plausible(walk: Walk, line: Line, frame: Frame) -> bool:
    """Whether who is said to speak can; the page's own "I" and "you" only count with a plain cue of saying."""
    word = line.text[frame.subject[0] : frame.subject[1]].lower()
    if line.sentence == TITLE:
        return bool(word)
    cue = frame.hit.cue if frame.hit else None
    if word == "you" or (word in ("i", "we") and cue is not None and (cue.weak or cue.takes != "that")):
        return False
    if frame.rule in ("participle", "infinitive") or (
        cue is not None
        and (cue.takes != "that" or (cue.weak and not _clause(line, frame)))
        and frame.rule == "preposed"
    ):
        able = walk.voices.able(line.sentence, line.text, _head(line, frame.subject))
        return able or word == "who" or _is_name(line, frame.subject)
    return True


def _is_name(line: Line, span: tuple[int, int]) -> bool:
    """Whether a subject ends in a word with a capital, which nobody listed."""
    last = next((n for n, token in enumerate(line.tokens) if token.end == span[1]), -1)
    return line.plain and last >= 0 and line.tags[last] == "M"


def _clause(line: Line, frame: Frame) -> bool:
    """Whether what is said is a clause with "that": then whoever it is can say it."""
    start, end = frame.content[0]
    return line.text.startswith("that ", start, end)


def _opening(walk: Walk, line: Line, frame: Frame) -> tuple[int, int]:
    """The subject of a sentence without an earlier frame: its opening noun phrase, else its first actor."""
    before = next((n for n, token in enumerate(line.tokens) if token.start >= frame.cue[0]), 0)
    start, stop = opening_subject(line.tags, line.tokens, before)
    if start < stop:
        return line.tokens[start].start, line.tokens[stop - 1].end
    return walk.voices.first_actor(line.sentence, frame.cue[0])


def _keep(walk: Walk, line: Line, found: list[Frame]) -> None:
    for frame in found:
        if walk.open and line.marks and any(start == line.marks[0].start for start, _ in frame.content):
            frame.content = walk.open + frame.content
            walk.open = []
        if line.before is not None and (line.before.start, line.before.end) in frame.content:
            release(walk, (line.before.start, line.before.end))
        mention = _mention(walk, line, frame)
        walk.out.append(mention)
        walk.covered = max(walk.covered, max(end for _, end in mention.content)) if line.sentence >= 0 else 0


def _head(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase that "who", "which" or "that" in the subject's place hangs on; else the span itself."""
    if line.text[span[0] : span[1]].lower() not in ("who", "which", "that"):
        return span
    at = next((n for n, token in enumerate(line.tokens) if token.start >= span[0]), 0)
    stop = at - 1 if at and line.tags[at - 1] in ",-" else at
    start = phrase_start(line.tags, line.tokens, stop, 0) if stop else 0
    start, stop = trimmed(line.tags, line.tokens, start, stop)
    return (line.tokens[start].start, line.tokens[stop - 1].end) if start < stop else span


def _kind(line: Line, content: list[tuple[int, int]], marks: tuple[Quoted, ...]) -> StatementKind:
    inside = sum(max(0, min(end, q.end) - max(start, q.start)) for start, end in content for q in marks)
    total = sum(end - start for start, end in content)
    return "direct" if inside >= 0.9 * total else "mixed" if inside > 0 else "indirect"


def _mention(walk: Walk, line: Line, frame: Frame) -> StatementMention:
    speaker = walk.voices.speaker(line.sentence, line.text, _head(line, frame.subject))
    if speaker is not None:
        speaker = walk.carriers.as_medium(replace(speaker, start=frame.subject[0], end=frame.subject[1]))
    content = sorted(dict.fromkeys(frame.content))
    start = min([content[0][0]] + [s for s, e in (frame.subject, frame.cue) if e > s])
    end = max([max(e for _, e in content)] + [e for s, e in (frame.subject, frame.cue) if e > s])
    cue = line.text[frame.cue[0] : frame.cue[1]]
    lemma = frame.hit.cue.stance if frame.hit else "say"
    negated = any(word in f" {cue.lower()} " for word in (" not ", " never ", "n't ", "n’t "))
    return StatementMention(
        id=digest("stm", walk.article.id, line.sentence, start, end, cue),
        sentence=line.sentence,
        start=start,
        end=end,
        kind=_kind(line, content, line.marks),
        content=tuple(content),
        text=line.text[start:end],
        cue=cue,
        quoted=tuple((q.start, q.end) for q in line.marks if any(s <= q.start and q.end <= e for s, e in content)),
        cue_span=frame.cue if frame.cue[1] > frame.cue[0] else None,
        stance="deny" if negated and lemma == "say" else lemma,
        speaker=speaker,
        addressee=line.text[frame.addressee[0] : frame.addressee[1]],
        medium=line.text[frame.medium[0] : frame.medium[1]],
        chain=walk.carriers.chain(line, frame, speaker),
        time=time_of(line, frame),
        place=walk.voices.place(line.sentence, line.text, [frame.subject, *content]),
        retranslated=walk.relayed and bool(line.marks),
        confidence=_sure(frame, speaker, content, line.marks),
        rule=frame.rule,
    )


def _sure(
    frame: Frame, speaker: Speaker | None, content: list[tuple[int, int]], marks: tuple[Quoted, ...]
) -> float:
    """How sure it is that somebody says this: less for attitudes without the speaker's own words ("supports the
    plan"), and for what nobody in sight says ("is expected to")."""
    if frame.sure:
        return round(frame.sure, 2)
    if speaker is None:
        return 0.4
    cue = frame.hit.cue if frame.hit else None
    own = any(start <= mark.start and mark.end <= end for start, end in content for mark in marks)
    attitude = cue is not None and (cue.weak or cue.strict or cue.takes != "that")
    return 0.6 if attitude and not own else 0.9


def _keep_inner(walk: Walk, line: Line) -> None:
    """What a quotation says that others say: read apart, and only where the cue and its subject are plain."""
    last = list(walk.voices.last)
    for inner in within_quotes(line):
        for frame in frames(inner):
            if tells_of_others(inner, frame) and walk.voices.able(line.sentence, line.text, frame.subject):
                walk.inner.append(replace(_mention(walk, inner, frame), confidence=0.5, rule="inner"))
    walk.voices.last = last


def _loose_quotes(walk: Walk, line: Line) -> None:
    """Quoted runs that no cue took: they go on with the last statement, or begin one of their own."""
    for mark in line.marks:
        if not line.start < mark.end <= line.end + 1 or mark.start < walk.covered or taken(walk, mark):
            continue
        count = len(line.text[mark.start : mark.end].split())
        whole = not line.text[min(line.start, mark.start) : mark.start].strip(" \n-–—") and mark.end >= line.end - 1
        if count <= _FEW:
            continue
        if whole and not mark.closed and (not walk.open or walk.open[-1][1] < mark.start):
            walk.open.append((mark.start, mark.end))
            continue
        last = walk.out[-1] if walk.out and walk.out[-1].sentence >= 0 else None
        near = last is not None and (line.sentence - last.sentence <= 3 or mark.start - last.end <= GAP)
        if whole and last is not None and near and last.speaker is not None:
            for span in [*walk.open, (mark.start, mark.end)]:
                go_on(walk, line, span, walk.out[-1])
            walk.open = []
        elif not whole and count > _FEW + 1:
            subject = walk.voices.first_actor(line.sentence, mark.start)
            rule: Literal["uncued"] = "uncued"
            if subject[1] > subject[0]:
                _keep(walk, line, [Frame(subject, (mark.start, mark.start), [(mark.start, mark.end)], None, rule)])
