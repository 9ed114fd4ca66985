"""Made-up articles with hand-made readings: invented people, real countries."""

from dataclasses import replace
from datetime import date, timedelta

from coranto.record import Source
from coranto.types import (
    Article,
    Dated,
    Entity,
    EventMention,
    Interval,
    Name,
    Occurrence,
    OfficeMention,
    Place,
    Reading,
    Sentence,
    Speaker,
    StatementMention,
    Time,
)
from coranto.types.ids import digest
from coranto.types.reading import QUAD


def days(first, last=None):
    start = date.fromisoformat(first)
    end = date.fromisoformat(last) if last else start
    return Interval(start, end + timedelta(days=1))


class Scene:
    """One article under construction; `source()` gives the finished value."""

    def __init__(self, outlet, day, *lines, story="sto-1", line="lin-1", family="", origins=()):
        self.lines, self.outlet, self.day = lines, outlet, day
        self.text = " ".join(lines)
        self.at = digest("art", outlet, day, self.text)
        self.place_in = {"story": story, "storyline": line, "family": family, "origins": origins}
        self.reading = Reading(article=self.at)

    def span(self, words, line=None):
        begin = sum(len(one) + 1 for one in self.lines[:line]) if line else 0
        start = self.text.index(words, begin)
        sentence = 0
        for number, _one in enumerate(self.lines):
            if start >= sum(len(other) + 1 for other in self.lines[:number]):
                sentence = number
        return sentence, start, start + len(words)

    def add(self, kind, value):
        self.reading = replace(self.reading, **{kind: (*getattr(self.reading, kind), value)})
        return self

    def name(self, words, *, key=None, full=None, code="", kind="person", line=None):
        sentence, start, end = self.span(words, line)
        full = full or words
        return self.add(
            "names",
            Name(
                sentence=sentence,
                start=start,
                end=end,
                text=words,
                kind=kind,
                key=key or full.casefold(),
                full=full,
                code=code,
            ),
        )

    def office(self, words, title, *, person="", holder="", code="", line=None, status="current"):
        sentence, start, end = self.span(words, line)
        return self.add(
            "offices",
            OfficeMention(
                sentence=sentence,
                start=start,
                end=end,
                text=words,
                title=title,
                person=person,
                holder=holder,
                code=code,
                status=status,
            ),
        )

    def time(self, words, value, interval=None, line=None):
        sentence, start, end = self.span(words, line)
        return self.add(
            "times",
            Time(
                sentence=sentence,
                start=start,
                end=end,
                text=words,
                type="DATE",
                value=value,
                interval=interval,
                anchor="self" if interval else "none",
            ),
        )

    def entity(self, words, code, *, key=None, person=False, line=None, office=""):
        _, start, end = self.span(words, line)
        return Entity(
            entity_text=words,
            start=start,
            end=end,
            code=code,
            identifier_id=key or "",
            identifier_text=words if person else "",
            person=person,
            office=office,
        )

    def event(self, words, actors, recipients=(), *, event="CONSULT", family="meet", when=None, line=None, **more):
        sentence, start, end = self.span(words, line)
        place = more.pop("place", None)
        occasion = more.pop("occasion", None)
        more.setdefault("date_basis", "explicit" if when else "unknown")
        return self.add(
            "events",
            EventMention(
                id=digest("evm", self.at, sentence, start, event),
                article=self.at,
                sentence=sentence,
                start=start,
                end=end,
                event_text=words,
                lemma=more.pop("lemma", words),
                event=event,
                family=family,
                quad_code=QUAD[event],
                actor=tuple(actors),
                recipient=tuple(recipients),
                interval=when,
                date_granularity="day" if when and when.days == 1 else "unknown",
                place=Place(extracted_place=place, resolved_place=place, resolution="city") if place else None,
                occasion=Occurrence(name=occasion[0], series=occasion[0].casefold(), ordinal=occasion[1])
                if occasion
                else None,
                **more,
            ),
        )

    def said(self, words, speaker=None, *, quoted=(), kind="indirect", line=None, **more):
        sentence, start, end = self.span(words, line)
        spans = tuple(self.span(one, line)[1:] for one in quoted)
        return self.add(
            "statements",
            StatementMention(
                id=digest("stm", self.at, sentence, start, end),
                sentence=sentence,
                start=start,
                end=end,
                kind=kind,
                content=((start, end),),
                quoted=spans,
                text=words,
                speaker=speaker,
                **more,
            ),
        )

    def source(self):
        sentences, start = [], 0
        for number, line in enumerate(self.lines):
            sentences.append(Sentence(index=number, start=start, end=start + len(line), paragraph=number))
            start += len(line) + 1
        known = (
            Dated(
                value=self.day,
                start=date.fromisoformat(self.day),
                known="printed",
                precision="day",
                end=date.fromisoformat(self.day) + timedelta(days=1),
            )
            if self.day
            else Dated()
        )
        article = Article(
            id=self.at,
            page=self.at,
            path="",
            title=self.lines[0],
            outlet=self.outlet,
            text=self.text,
            sentences=tuple(sentences),
            published=known,
        )
        return Source(article=article, reading=self.reading, when=self.day, **self.place_in)


def speaker(name, key, *, country="", via="named", office=""):
    return Speaker(name=name, id=key, country=country, via=via, office=office)


def talks(outlet, day, on, *, who=("Ingrid Dahl", "Paavo Salo"), place="Oslo", **more):
    """A page that tells of talks between a Norwegian and a Finn."""
    extra = more.pop("extra", {})
    line = f"{who[0]} of Norway and {who[1]} of Finland held talks in {place}, {outlet} writes."
    scene = Scene(outlet, day, line, **more)
    scene.name(who[0], code="NOR").name(who[1], code="FIN")
    pair = [
        scene.entity(who[0], "NOR", key=who[0].casefold(), person=True),
        scene.entity(who[1], "FIN", key=who[1].casefold(), person=True),
    ]
    return scene.event("talks", pair, when=days(on) if on else None, place=place, **extra)
