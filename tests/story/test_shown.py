"""Storyline keys, titles, briefs and rank."""

from datetime import date

from coranto.story import Member, brief, compose, line_title, link, name, rank, slots
from coranto.types import Article, Block, Dated, EventMention, Name, Reading, Sentence
from coranto.types.ids import digest
from coranto.types.time import Interval


def article(ident, title, paragraphs, when="2022-05-03", labels=()):
    text = "\n\n".join(paragraphs)
    sentences, blocks, at = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        sentences.append(Sentence(index=number, start=at, end=at + len(paragraph), paragraph=number))
        label = labels[number] if number < len(labels) else ""
        blocks.append(Block(kind="body", start=at, end=at + len(paragraph), label=label))
        at += len(paragraph) + 2
    return Article(id=ident, page=ident, path=ident, title=title, outlet=f"outlet {ident}", text=text,
                   sentences=tuple(sentences), blocks=tuple(blocks), published=Dated(value=when))  # fmt: skip


def member(ident, title, paragraphs, when="2022-05-03", labels=(), **more):
    made = article(ident, title, paragraphs, when, labels)
    return Member(article=made, reading=more.pop("reading", Reading(article=ident)), when=when, **more)


def named(ident, *codes):
    return Reading(article=ident, names=tuple(
        Name(sentence=0, start=0, end=1, text=code, kind="place", key=code.lower(), full=code, code=code)
        for code in codes
    ))  # fmt: skip


DRILL = ["The two navies held a military exercise with warships and troops off the cape on Monday morning."]


def test_a_pair_and_a_theme_key_a_storyline():
    told = slots(article("a", "Navies of both hold drills", DRILL), named("a", "FRA", "ITA", "FRA"))
    first = link("sto-1", [told])[0]
    assert first.key == "FRA+ITA:MIL"
    assert line_title(first.key) == "France and Italy: defence contacts"
    assert any("France and Italy" in reason for reason in first.reasons)


def test_one_country_makes_no_storyline():
    assert link("sto-1", [slots(article("a", "Drills", DRILL), named("a", "FRA"))]) == ()
    assert link("sto-1", []) == ()


def test_the_title_is_the_one_that_tells_most():
    members = [member("a", "Breaking", DRILL), member("b", "Two navies hold exercise off the cape", DRILL)]
    assert name(members) == "Two navies hold exercise off the cape"
    assert name([member("a", "", DRILL)]) == ""


def test_a_brief_keeps_labels_folds_copies_and_cites():
    paragraphs = [
        "The two navies held an exercise off the cape on Monday, officers of both told the press.",
        "In the year before the two countries had signed a treaty on fishing in the strait.",
    ]
    labels = ("What's new", "The background")
    members = [member("a", "x", paragraphs, labels=labels, family="f"), member("b", "x", paragraphs, family="f")]
    made = brief(members)
    assert [one.text for one in made.whats_new] == paragraphs[:1]
    assert [one.text for one in made.background] == paragraphs[1:]
    for one in (*made.whats_new, *made.background):
        assert members[0].article.text[one.cite.start : one.cite.end] == one.cite.exact == one.text


def test_older_dated_events_are_background():
    paragraphs = [
        "The two navies held an exercise off the cape on Monday morning.",
        "In March the presidents of both countries signed a treaty on fishing rights.",
    ]
    march = Interval(date(2022, 3, 1), date(2022, 4, 1))
    fields = {"sentence": 1, "start": 0, "end": 1, "event_text": "signed", "lemma": "sign", "event": "AGREE"}
    old = EventMention(id="e", article="b", family="agree", interval=march, **fields)
    one = member("a", "x", paragraphs[:1], reading=Reading(article="a"))
    both = member("b", "y", paragraphs, reading=Reading(article="b", events=(old,)), family="g")
    assert paragraphs[1] not in [line.text for line in brief([one]).background]
    assert paragraphs[1] in [line.text for line in (*brief([one, both]).background, *brief([one, both]).whats_new)]


def test_counts_and_rank():
    members = [member(name, "Two navies hold exercise", DRILL, family="f" if name != "c" else "g", origins=("X",))
               for name in "abc"]  # fmt: skip
    made = compose(digest("sto", "a"), members, newest="2022-05-03")
    assert (made.outlets, made.families, made.origins) == (3, 2, 1)
    assert "1 independent outlet of 3, 1 origin" in made.top_reason
    assert "1 copy folded" in made.top_reason
    assert rank(made, "2022-05-13")[0] < rank(made, "2022-05-04")[0] <= made.top
    assert compose("sto-2", []).title == ""


def test_more_copies_of_one_agency_do_not_outrank_independent_reports():
    wire = [member(f"w{at}", "Two navies hold exercise", DRILL, family="f", origins=("X",)) for at in range(30)]
    own = [member(f"o{at}", "Two navies hold exercise", DRILL, family=f"f{at}") for at in range(4)]
    copied, told = compose("sto-1", wire), compose("sto-2", own)
    assert copied.top < told.top
    assert copied.top_reason == "1 independent outlet of 30, 1 origin, 29 copies folded, last told 2022-05-03"
    assert told.top_reason == "4 independent outlets, 4 origins, last told 2022-05-03"


def test_a_section_or_a_credit_is_no_title():
    told = ["Two navies hold exercise off the cape in a storm on Monday."]
    for odd in ("The week in brief", "Coast Agency", "A. Painter, AP", "@harbour", "Navies exercise cape storm?"):
        members = [member("a", odd, told), member("b", "Navies hold storm exercise", told)]
        assert name(members) == "Navies hold storm exercise"
    assert name([member("a", "Navies hold storm exercise | Harbour Post", told)]) == "Navies hold storm exercise"


def test_datelines_captions_and_furniture_stay_out_of_briefs():
    paragraphs = [
        "PORTO, May 3 (Coast) -- The two navies held an exercise off the cape on Monday morning.",
        "Two admirals walk across the deck of a frigate off the cape, Tuesday, May 3, 2022.",
        "% of all readers liked this page about the cape very much.",
        "Officers of both navies told the press that nobody was hurt in the storm.",
    ]
    texts = [one.text for one in brief([member("a", "x", paragraphs)]).whats_new]
    assert texts == ["The two navies held an exercise off the cape on Monday morning.", paragraphs[3]]


def test_what_many_copied_on_the_newest_day_comes_first():
    wire = ["The two navies ended their exercise off the cape because of a storm on Tuesday."]
    own = ["A gull stole the lunch of an admiral in the harbour early on Tuesday morning."]
    old = ["Sailors of both navies gathered at the northern pier for prayers last weekend."]
    members = [
        member("a", "x", old, "2022-05-01", family="o"),
        member("d", "x", own, "2022-05-03T09:00", family="g"),
    ]
    members += [member(one, "x", wire, f"2022-05-03T0{at}:00", family="f") for at, one in enumerate("bc", 1)]
    assert [one.text for one in brief(members).whats_new] == [*wire, *own, *old]
