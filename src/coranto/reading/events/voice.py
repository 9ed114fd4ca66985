"""In whose voice a sentence tells something: the article's own, or a statement's, quoted or paraphrased."""

from collections.abc import Iterable

from coranto.types import StatementMention
from coranto.types.reading import Voice


class Voices:
    """The statements of an article by sentence; those that run over several sentences count in each. What only
    seems so to the writer ("the ship seems to be late") stays in the article's own voice."""

    def __init__(self, statements: Iterable[StatementMention]) -> None:
        self._title: list[StatementMention] = []
        self._text: list[StatementMention] = []
        for one in (one for one in statements if one.rule != "hedged" or one.speaker is not None):
            (self._title if one.sentence < 0 else self._text).append(one)
        self._text.sort(key=_start)
        self._at = 0

    def of(self, sentence: int, offset: int) -> tuple[Voice, tuple[str, ...]]:
        """The voice at an offset, and the ids of the statements that hold it; offsets must not go back."""
        if sentence < 0:
            return self._of(self._title, offset)
        self._pass(offset)
        return self._of(self._text[self._at : self._at + 8], offset)

    def _pass(self, offset: int) -> None:
        while self._at < len(self._text) and _end(self._text[self._at]) <= offset:
            self._at += 1

    def near(self, sentence: int, offset: int) -> tuple[StatementMention, ...]:
        """The statements that can hold what a sentence from `offset` on says; offsets must not go back."""
        if sentence < 0:
            return tuple(self._title)
        self._pass(offset)
        return tuple(self._text[self._at : self._at + 8])

    def _of(self, near: list[StatementMention], offset: int) -> tuple[Voice, tuple[str, ...]]:
        holding = [one for one in near if any(start <= offset < end for start, end in one.content)]
        if not holding:
            return "own", ()
        quoted = any(start <= offset < end for one in holding for start, end in one.quoted)
        return "quoted" if quoted else "paraphrased", tuple(one.id for one in holding)


def _start(one: StatementMention) -> int:
    return one.content[0][0] if one.content else one.start


def _end(one: StatementMention) -> int:
    return max((end for _, end in one.content), default=one.end)
