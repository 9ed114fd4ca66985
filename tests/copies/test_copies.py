"""Copies: what is dependence and what is not, told on made pages."""

import random
import time
from dataclasses import replace

from coranto.copies import CopyIndex, align, family_of, fingerprint, lineage
from coranto.settings import CopiesOptions
from coranto.types import Article, Cite, CopyEdge, Credit, Dated, Link, Name, Reading, Speaker, StatementMention

_STOCK = """
harbour ferry council vote bridge winter storm budget mayor engineer tide pilot crew cargo
timber signal market school museum festival river valley summit treaty border patrol
minister envoy court appeal jury doctor nurse vaccine clinic orchard farmer drought wheat
price export tariff bank loan interest currency miner union strike wage factory robot
circuit satellite rocket probe comet lens archive painter novel theatre actor stage
""".split()  # noqa: SIM905


def story(seed, words=160):
    """Made narration of so many words, the same for the same seed."""
    draw = random.Random(seed)
    out = []
    for at in range(words):
        out.append(draw.choice(_STOCK) + (str(draw.randrange(50)) if draw.random() < 0.3 else ""))
        if at % 16 == 15:
            out[-1] += ".\n\n" if at % 48 == 47 else "."
    return " ".join(out)


def page(ident, text, when="2024-03-04", **more):
    fields = {"page": ident, "path": ident, "title": ident, "outlet": f"outlet {ident}"} | more
    return Article(id=ident, text=text, published=Dated(value=when), **fields)


def run(articles, options=None):
    """The edges, families and prints of articles added in order of time."""
    index, prints, edges, families = CopyIndex(options or CopiesOptions()), {}, [], {}
    held = {one.id: one for one in articles}
    for one in sorted(articles, key=lambda article: (article.moment, article.id)):
        prints[one.id] = fingerprint(one, Reading(article=one.id))
        mine = []
        for candidate in index.add(prints[one.id]):
            edge = align(one, held[candidate.parent], candidate, prints[one.id], prints[candidate.parent])
            if edge is not None:
                mine.append(edge)
        hubs = {name for name, print_ in prints.items() if print_.hub}
        families[one.id] = family_of(one.id, mine, families, hubs)
        edges += mine
    return edges, families, prints


def test_the_same_text_a_day_later_depends_on_the_first():
    text = story(1)
    edges, families, _ = run([page("a", text), page("b", text, "2024-03-05")])
    assert [(edge.child, edge.parent, edge.kind) for edge in edges] == [("b", "a", "same_text")]
    assert edges[0].share == 1.0
    assert families["a"] == families["b"]


def test_passages_slice_to_the_same_words():
    one, two = story(1), story(2)
    first, second = page("a", one + " " + two), page("b", story(3) + " " + two, "2024-03-05")
    edges, _, _ = run([first, second])
    assert edges
    for passage in edges[0].passages:
        here = second.text[passage.child_start : passage.child_end].split()
        assert here == first.text[passage.parent_start : passage.parent_end].split()


def test_shared_quotations_and_captions_are_no_dependence():
    said = "“" + story(9, 60).replace("\n", " ") + "”"
    caption = "FILE - " + story(8, 40).replace("\n", " ") + " (AP Photo/A. Name)"
    pages = [page(name, f"{story(seed)}\n\n{said} she said.\n\n{caption}\n\n{story(seed + 1)}")
             for name, seed in (("a", 20), ("b", 30))]  # fmt: skip
    edges, families, _ = run(pages)
    assert not [edge for edge in edges if edge.kind != "shares_quote_only"]
    assert families["a"] != families["b"]


def test_a_page_again_at_its_address_is_a_version():
    text, more = story(1), {"url": "https://x.example/1", "outlet": "X"}
    pages = [page("a", text, **more), page("b", text + " " + story(2, 120), "2024-03-04T12:00", **more)]
    assert run(pages)[0][0].kind == "version_of"


def test_a_long_page_that_holds_a_short_one_contains_it():
    pages = [page("a", story(1)), page("b", " ".join(story(seed) for seed in (4, 1, 5, 6)), "2024-03-05")]
    assert run(pages)[0][0].kind == "contains"


def test_a_round_up_bridges_no_families():
    one, two = story(1), story(2)
    hub = page("c", one + " " + two, "2024-03-05", title="Coast news in brief")
    _, families, prints = run([page("a", one), page("b", two), hub, page("d", one, "2024-03-06")])
    assert prints["c"].hub
    assert len({families["a"], families["b"], families["c"]}) == 3
    assert families["d"] == families["a"]


def test_agencies_do_not_join():
    edges, families, _ = run([page("a", story(1)), page("b", story(1), "2024-03-05")])
    assert family_of("b", edges, {"a": families["a"]}, (), {"a": "TASS", "b": "AFP"}) != families["a"]


def test_a_formula_that_recurs_at_one_outlet_is_no_copy():
    formula = story(7, 40)
    pages = [
        page(f"p{day}", f"{formula} {story(100 + day)}", f"2024-03-{day:02}", outlet="Service")
        for day in range(1, 8)
    ]
    edges, _, _ = run(pages)
    assert not [edge for edge in edges if edge.child in ("p4", "p5", "p6", "p7")]


def test_direction_follows_the_credit_of_the_earlier():
    wire = page("w", story(1), "2024-03-05", outlet="TASS")
    cite = Cite(article="a", sentence=-2, start=0, end=4, exact="TASS")
    early = page(
        "a", story(1), "2024-03-04", margin="TASS", credits=(Credit(agency="TASS", kind="agency", cite=cite),)
    )
    edges, _, _ = run([wire, early])
    assert (edges[0].child, edges[0].parent) == ("a", "w")
    assert any("credits TASS" in reason for reason in edges[0].reasons)


def test_restored_index_goes_on_in_the_same_way():
    prints = [
        fingerprint(page(f"p{at}", story(at % 5), f"2024-03-{at + 1:02}"), Reading(article=f"p{at}"))
        for at in range(20)
    ]
    options = CopiesOptions(window_days=6)
    whole, again = CopyIndex(options), CopyIndex(options)
    for one in prints[:15]:
        whole.add(one)
    again.restore(prints[9:15])
    assert [whole.add(one) for one in prints[15:]] == [again.add(one) for one in prints[15:]]
    assert len(whole) <= 7


def test_bad_input_is_borne():
    assert fingerprint(page("e", "", ""), Reading(article="e")).hashes == ()
    assert fingerprint(page("e", "one two", "soon"), Reading(article="e")).words == 2
    index = CopyIndex()
    for at in range(300):
        index.add(fingerprint(page(f"p{at}", story(1), ""), Reading(article=f"p{at}")))
    for text in (
        '"' * 200_000,
        "“" * 200_000,
        "A" * 200_000,
        "A." * 100_000,
        "A B " * 50_000,
        "(@" * 90_000,
        "'a" * 90_000,
    ):
        start = time.process_time()
        fingerprint(page("h", text), Reading(article="h"))
        assert time.process_time() - start < 4


def test_hashes_are_the_same_in_every_process():
    print_ = fingerprint(page("a", "the quick ferry crossed the cold harbour before noon"), Reading(article="a"))
    assert print_.hashes == (HASH,)
    assert print_.starts == (0,) or print_.starts == (4,)


HASH = 281849888778280339


def _said(text, article, chain, speaker=None):
    links = tuple(Link(actor=one, relation=how) for one, how in chain)
    spans = {"sentence": 0, "start": 0, "end": 5, "content": ((0, 5),)}
    return StatementMention(id=text, kind="indirect", text=text, speaker=speaker, chain=links, **spans)


def test_lineage_follows_copies_to_the_credited_agency():
    cite = Cite(article="a", sentence=-2, start=0, end=3, exact="ANI")
    first = page("a", story(1), margin="ANI", credits=(Credit(agency="ANI", kind="agency", cite=cite),))
    second = page("b", story(1), "2024-03-05")
    edges, _, _ = run([first, second])
    found = {one.article: one for one in lineage({"a": first, "b": second}, {}, edges)}
    assert found["a"].origins == ("ANI",)
    assert found["b"].origins == ("ANI",)
    assert any("hidden wire" in reason for edge in found["b"].edges for reason in edge.reasons)


def test_lineage_names_the_ministry_behind_the_agency():
    article = page("a", "The ministry said so, the agency wrote.")
    speaker = Speaker(name="Latvian Defence Ministry", via="organisation", country="LVA", sector=("GOV", "MIL"))
    reading = Reading(article="a", statements=(
        _said("s1", "a", (("outlet a", "publishes"), ("TASS", "quotes")), speaker),
    ), names=(Name(sentence=0, start=0, end=3, text="Latvian Defence Ministry", kind="organisation", key="r",
                   full="Latvian Defence Ministry", code="LVA", sector=("GOV", "MIL")),))  # fmt: skip
    (found,) = lineage({"a": article}, {"a": reading}, ())
    assert found.origins == ("TASS", "Latvian Defence Ministry")
    assert {edge.parent_kind for edge in found.edges} == {"agency", "ministry"}


def test_an_article_of_its_own_is_its_own_origin():
    (found,) = lineage({"a": page("a", story(1))}, {}, ())
    assert found.origins == ("a",)
    assert found.edges == ()


def test_a_circle_of_edges_ends():
    pages = {name: page(name, story(1)) for name in ("a", "b")}
    edges, _, _ = run(list(pages.values()))
    turned = [type(edge)(child=edge.parent, parent=edge.child, kind=edge.kind, share=edge.share) for edge in edges]
    assert all(one.origins for one in lineage(pages, {}, [*edges, *turned]))


def test_a_post_set_apart_is_no_narration():
    post = "Heading to the harbour now, I am sure that my ferry is the best of all ferries there ever were, by far."
    pages = [page(name, f"{story(seed)}\n\n{post}\n\n{story(seed + 1)}") for name, seed in (("a", 40), ("b", 50))]
    assert not [edge for edge in run(pages)[0] if edge.kind != "shares_quote_only"]
    signed = "What a ferry that was going to be for all of us there at the harbour!\n\n— A. Name (@name) March 4"
    pages = [page(name, f"{story(seed)}\n\n{signed}\n\n{story(seed + 1)}") for name, seed in (("a", 40), ("b", 50))]
    assert not run(pages)[0]


def test_a_family_that_holds_another_agency_is_closed_even_by_way_of_an_uncredited_page():
    edges = [
        CopyEdge(child="c", parent="u", kind="same_text", share=0.9),
        CopyEdge(child="c", parent="t", kind="excerpt", share=0.2),
    ]
    families, agencies = {"u": "fam-t", "t": "fam-t"}, {"t": "TASS", "c": "AFP"}
    assert family_of("c", edges, families, (), agencies) != "fam-t"
    assert family_of("c", edges, families, (), {"t": "TASS"}) == "fam-t"


def _edge(child, parent, share, kind="excerpt", parent_share=0.0):
    return CopyEdge(child=child, parent=parent, kind=kind, share=share, parent_share=parent_share)


def test_a_fifth_of_a_text_joins_only_where_it_is_half_of_its_own_agencys_earlier_one():
    whose = {"a": "AFP", "b": "AFP"}
    for share, part, agencies, joins in (
        (0.2, 0.2, whose, False), (0.2, 0.6, whose, True), (0.2, 0.6, {"a": "AFP"}, False), (0.2, 0.9, {}, True),
        (0.1, 0.9, whose, False), (0.4, 0.1, {}, True),
    ):  # fmt: skip
        edges = [_edge("b", "a", share, parent_share=part)]
        assert (family_of("b", edges, {"a": "fam-a"}, (), agencies) == "fam-a") == joins, (share, part, agencies)


def test_one_stray_article_does_not_close_a_family_to_its_own_agency():
    edges = [_edge("d", "a", 0.6), _edge("d", "b", 0.5), _edge("d", "x", 0.2)]
    families = dict.fromkeys("abx", "fam-a")
    assert family_of("d", edges, families, (), {"a": "AFP", "b": "AFP", "x": "TASS", "d": "AFP"}) == "fam-a"
    assert family_of("d", edges, families, (), {"a": "AFP", "b": "AFP", "x": "TASS", "d": "TASS"}) != "fam-a"


def test_a_page_made_of_two_agencies_joins_neither_and_chains_none():
    one, two = story(1, 120), story(2, 100)
    pages = [
        page("a", one), page("t", two), page("m", f"{one} {two}", "2024-03-05"), page("z", two, "2024-03-06"),
    ]  # fmt: skip
    agencies = {"a": "AFP", "t": "TASS"}
    index, prints, families, held = CopyIndex(), {}, {}, {one.id: one for one in pages}
    for article in pages:
        prints[article.id] = fingerprint(article, Reading(article=article.id))
        found = [
            align(article, held[c.parent], c, prints[article.id], prints[c.parent])
            for c in index.add(prints[article.id])
        ]
        families[article.id] = family_of(article.id, [e for e in found if e], families, (), agencies)
    assert families["m"] not in (families["a"], families["t"])
    assert families["z"] == families["t"] != families["a"]


def test_what_a_ministry_wishes_is_no_source_and_what_it_says_is():
    speaker = Speaker(name="Latvian Defence Ministry", via="organisation", country="LVA", sector=("GOV", "MIL"))
    article = page("a", story(1))
    for rule, stance, found in (("preposed", "say", 1), ("noun", "promise", 0), ("preposed", "welcome", 0),
                                ("participle", "accuse", 0), ("participle", "say", 1)):  # fmt: skip
        said = replace(_said("s1", "a", (), speaker), rule=rule, stance=stance, cue="cue")
        (one,) = lineage({"a": article}, {"a": Reading(article="a", statements=(said,))}, ())
        assert len(one.edges) == found, (rule, stance)


def test_initials_of_an_agency_need_capitals():
    from coranto.copies.sources import agency

    assert agency("ANA") == "ANA-MPA"
    assert agency("Ana") == ""
    assert agency("Tass") == agency("the TASS news agency") == "TASS"
    assert agency("dpa") == "dpa"
