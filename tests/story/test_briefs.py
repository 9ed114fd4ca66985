"""What a brief takes, what it leaves, and how it reads."""

import random
import sys
from datetime import date

from coranto.story import Member, brief
from coranto.story.show.lines import lines
from coranto.types import Article, Block, Name, Reading, Sentence, Time
from coranto.types.time import Interval

LEAD = "The port council of Skerry voted on Monday to close the northern pier after divers found rot in its posts."
RETOLD = (
    "Skerry's port council on Monday voted to close the northern pier because divers had found rot in the posts."
)
COST = "Repairs to the pier will cost 40 million crowns and last until the spring of next year, Ida Holm said."


def member(ident, sentences, when="2022-05-03", title="Port council votes to close pier", **more):
    """An article of one paragraph for each sentence, or of the paragraphs that lists of sentences make."""
    paragraphs = [[one] if isinstance(one, str) else one for one in sentences]
    found, blocks, text = [], [], ""
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        begin = len(text)
        for at, one in enumerate(paragraph):
            text += " " if at else ""
            found.append(Sentence(index=len(found), start=len(text), end=len(text) + len(one), paragraph=number))
            text += one
        blocks.append(Block(kind=more.pop(f"kind{number}", "body"), start=begin, end=len(text)))
    reading = more.pop("reading", Reading(article=ident))
    family = more.pop("family", "")
    article = Article(id=ident, page=ident, path=ident, title=title, outlet=more.pop("outlet", f"paper {ident}"),
                      text=text, sentences=tuple(found), blocks=tuple(blocks), **more)  # fmt: skip
    return Member(article=article, reading=reading, when=when, family=family)


def new(*members):
    return [one.text for one in brief(members).whats_new]


def test_a_fact_is_told_once():
    told = new(member("a", [LEAD, COST]), member("b", [RETOLD]), member("c", [LEAD], family="x"))
    assert len([one for one in told if "divers" in one]) == 1
    assert COST in told


def test_what_several_tell_stands_before_what_one_tells():
    own = "A gull that nests below the northern pier has been named Otto by the children of a school in Skerry."
    told = new(member("a", [own, LEAD], when="2022-05-03T09:00"), member("b", [LEAD]), member("c", [RETOLD]))
    assert told[0] in (LEAD, RETOLD)


def test_a_sentence_that_points_back_comes_only_after_the_one_it_points_at():
    back = "It also told the harbour master to move the ferries of the islands to the southern pier by June."
    assert back not in new(member("a", [LEAD, "Nothing else was on the agenda of the meeting, it said.", back]))
    told = new(member("a", [LEAD, back]))
    assert told == [LEAD, back]


def test_openings_that_lean_are_known():
    leaning = [
        "But the ferries of the islands will sail from the southern pier from the first of June.",
        "The decision was taken by nine votes to two after a debate of four hours in the harbour house.",
        "This will cost the port some 40 million crowns by the spring of next year.",
        "In a statement, the union of dockers called for the pier to be rebuilt in steel.",
        "At the harbour house, he praised the divers for the work that was done in the winter.",
    ]
    upright = [
        "Ferries of the islands will sail from the southern pier from the first of June.",
        "After his speech, harbour master Ida Holm praised the divers for the work of the winter.",
        "The union of dockers called for the pier to be rebuilt in steel within a year.",
    ]
    article = member(
        "a", [LEAD, *upright[:1], upright[2], "Filler stands here so that numbers fit the names given."]
    )
    assert [one.leans for one in lines(article, 1, 80)] == [False] * 4
    assert all(one.leans for one in list(lines(member("a", [LEAD, *leaning]), 1, 80))[1:])
    begin = member("a", [LEAD, LEAD, LEAD, LEAD, upright[1]])
    start = begin.article.text.index("Ida Holm")
    named = Reading(article="a", names=(Name(sentence=4, start=start, end=start + 8, text="Ida Holm", kind="person",
                                             key="ida holm", full="Ida Holm"),))  # fmt: skip
    assert not list(lines(Member(article=begin.article, reading=named), 1, 80))[4].leans


def test_captions_questions_pieces_and_the_writers_voice_stay_out():
    odd = [
        "Will the northern pier of the port of Skerry ever be opened again to the ferries of the islands?",
        "Members of the port council attend a session in the harbour house of Skerry on May 3, 2022.",
        "The port council of Skerry is pictured at the northern pier with the harbour master.",
        "The port council of Skerry voted to close the northern pier and to move the ferries to ...",
        "and to move the ferries of the islands to the southern pier of the port in June.",
        'The northern pier of the port "has been rotten for a very long time, said the council.',
    ]
    assert new(member("a", [LEAD, *odd])) == [LEAD]
    ours = "We have written about the rot in the northern pier of the port of Skerry for years."
    assert new(member("a", [ours, LEAD]))[0] == LEAD


def test_halves_of_a_sentence_cut_at_an_abbreviation_stay_out():
    halves = [
        "Divers found the rot in the northern pier of the port at 6 a.m.",
        "Tuesday and told the council of Skerry.",
    ]
    assert new(member("a", [LEAD, halves])) == [LEAD]


def test_columns_give_way_to_reports():
    column = "The council of Skerry voted on Monday to close the northern pier of the port, a disgraceful thing."
    view = member("a", [column, "Who needs it?", "I do!"], when="2022-05-03T12:00", section="Opinion")
    assert new(view, member("b", [LEAD, COST]))[0] == LEAD


def test_background_is_older_and_of_the_story():
    old = "Engineers warned in 1998 that worms were eating the posts of the northern pier faster than others."
    aside = "Bakers of the valley sold more bread in 1998 than in any other year of the decade before."
    fresh = "The council will meet again on Friday to talk about a bridge between the piers of the port."
    article = member("a", [LEAD, old, aside, fresh])

    def time(sentence, text, start, end):
        at = article.article.text.index(text)
        return Time(sentence=sentence, start=at, end=at + len(text), text=text, type="DATE", value="x",
                    interval=Interval(start, end))  # fmt: skip

    times = (
        time(1, "1998", date(1998, 1, 1), date(1999, 1, 1)),
        time(2, "1998", date(1998, 1, 1), date(1999, 1, 1)),
        time(3, "Friday", date(2022, 5, 6), date(2022, 5, 7)),
    )
    made = brief([Member(article=article.article, reading=Reading(article="a", times=times), when="2022-05-03")])
    both = [one.text for one in (*made.whats_new, *made.background)]
    assert both.index(old) == min(both.index(one) for one in (old, aside) if one in both)
    assert fresh not in [one.text for one in made.background]


def test_every_sentence_is_quoted_exactly():
    rng = random.Random(7)
    words = [*LEAD.split(), *COST.split(), "—", '"', "“rot”", "(AP)", "2022", "SKERRY", "\u2028", "he"]
    for _ in range(60):
        made = [
            " ".join(rng.choices(words, k=rng.randint(1, 40))) + rng.choice([".", "", "?", '."']) for _ in range(12)
        ]
        members = [member("a", made[:6]), member("b", made[6:], when="")]
        texts = {one.article.id: one.article.text for one in members}
        told = brief(members)
        assert told == brief(members[::-1])
        assert len(told.whats_new) <= 4
        assert len(told.background) <= 4
        quoted = [*told.whats_new, *told.background]
        assert len({(one.cite.article, one.cite.sentence) for one in quoted}) == len(quoted)
        for one in quoted:
            assert texts[one.cite.article][one.cite.start : one.cite.end] == one.text == one.cite.exact


def test_a_story_of_thousands_reads_no_more_articles_than_one_of_sixty(monkeypatch):
    read = []

    def counted(one, copies, most):
        read.append(one.article.id)
        return lines(one, copies, most)

    monkeypatch.setattr(sys.modules["coranto.story.show.brief"], "lines", counted)
    members = [member(f"a{at}", [LEAD, COST], when=f"2022-05-0{at % 5 + 1}") for at in range(3000)]
    assert brief(members).whats_new
    assert len(read) == 60


def test_nothing_gives_nothing():
    assert brief([]).whats_new == ()
    empty = member("a", ["x"])
    assert brief([empty]).whats_new == brief([empty]).background == ()


def test_scripts_without_blanks_have_briefs():
    lead = "港口委员会周一投票决定关闭北码头，因为潜水员发现木桩已经腐烂。"
    cost = "港务长表示，修理费用将达到四千万克朗，工程要到明年春天才能完成。"
    told = new(member("a", [lead, cost], title="港口委员会决定关闭北码头"))
    assert told == [lead, cost]
    assert new(member("a", [lead]), member("b", [lead])) == [lead]
    asked = "北码头什么时候才能重新开放给开往各个岛屿的渡轮使用呢？"
    assert new(member("a", [lead, asked])) == [lead]


def test_endless_sentences_cost_little_and_stay_out():
    for piece in ("“", "‘a", "'a ", "he said ", "this a", "A" * 9, "\u2028", "AAA (B) ", "1998 "):
        endless = f"The port council voted {piece * (300_000 // len(piece))} again on Monday."
        assert new(member("a", [LEAD, endless]), member("b", [[endless, COST]]))[0] == LEAD
