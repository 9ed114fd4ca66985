"""Who carries a statement: the chain of one frame, and the carriers that hold on through a paragraph."""

from dataclasses import dataclass, replace

from coranto.reading.speech.chains import Step, carrier_of, chain
from coranto.reading.speech.lines import Frame, Line
from coranto.reading.speech.media import is_bare_medium, is_medium
from coranto.reading.speech.speakers import Voices
from coranto.reading.speech.stack import told
from coranto.types import Article, Cite, Link, Speaker

_APART = ("Separately", "Meanwhile", "In a separate", "Elsewhere")


@dataclass(slots=True)
class Carriers:
    """What the sentences so far say of carriers: those of the paragraph, with whose words they brought and whether
    they stand for all of it ("as per Xinhua"), and the last medium, which "the agency" points at."""

    article: Article
    voices: Voices
    head: tuple[Link, ...]
    paragraph: int = -1
    speaker: str = ""
    wide: bool = False
    held: tuple[Step, ...] = ()
    medium: str = ""

    def chain(self, line: Line, frame: Frame, speaker: Speaker | None) -> tuple[Link, ...]:
        """The page's head, the sentence's carriers (or those that hold on through the paragraph), the speaker."""
        to = told(line, frame)
        steps = tuple(
            (self._actor(line, phrase, span), relation, self.cite(line, span))
            for phrase, span, relation in (*to, *frame.carriers)
        )
        name = speaker.name if speaker is not None else ""
        paragraph = self.article.sentences[line.sentence].paragraph if line.sentence >= 0 else -1
        if paragraph >= 0 and any(relation != "says" for _, relation, _ in steps):
            self.paragraph, self.speaker, self.held = paragraph, name, steps
            self.wide = not to and all(relation == "reports" for _, relation, _ in steps)
        elif paragraph >= 0 and paragraph == self.paragraph and self._goes_on(line, name):
            steps = self.held + tuple(step for step in steps if step not in self.held)
        for actor, relation, _ in steps:
            self.medium = self.medium if relation == "says" else actor
        said = (name, "reports" if is_medium(name) else "says", self.cite(line, frame.subject))
        return chain(self.head, steps, said if speaker is not None else None)

    def _goes_on(self, line: Line, name: str) -> bool:
        """Whether the carrier of an earlier sentence of the paragraph also brings this: not what a medium says
        itself, and what others say only where the carrier stands for the paragraph."""
        if is_medium(name) or line.text.startswith(_APART, line.start):
            return False
        return self.wide or name == self.speaker

    def _actor(self, line: Line, phrase: str, span: tuple[int, int]) -> str:
        """The name of a carrier: an agency's usual one, what "the agency" points at, else the fullest name."""
        if is_bare_medium(phrase) and self.medium:
            return self.medium
        if is_medium(phrase):
            return carrier_of(phrase) or phrase
        return self.voices.who(line.sentence, phrase, span)

    def as_medium(self, speaker: Speaker) -> Speaker:
        """The speaker; where it is "the agency", the last medium named."""
        if is_bare_medium(speaker.name):
            if not self.medium:
                return speaker
            return replace(speaker, name=self.medium, organisation=self.medium, sector=("MED",), via="organisation")
        if not is_medium(speaker.name):
            return speaker
        self.medium = carrier_of(speaker.name) or speaker.name
        return replace(speaker, sector=("MED",))

    def cite(self, line: Line, span: tuple[int, int]) -> Cite | None:
        """The words of a span; None where there are none."""
        exact = line.text[span[0] : span[1]]
        if not exact.strip():
            return None
        return Cite(article=self.article.id, sentence=line.sentence, start=span[0], end=span[1], exact=exact)
