"""Complete, truncated, teaser."""

from coranto.article.draft import Piece
from coranto.article.whole import verdict

LONG = (
    "The harbour board said on Tuesday that it would widen the northern lock by next spring, after two ships "
    "scraped its walls in one week and a third had to wait for two days outside the port before a pilot could be "
    "found to bring it in."
)


def judge(*paragraphs, title="Harbour board to widen lock", after=(), margin=()):
    pieces = tuple(Piece(kind="bullet" if text.startswith("- ") else "body", text=text) for text in paragraphs)
    return verdict(title, pieces, after, margin)


def test_a_closed_text_is_complete():
    found = judge(LONG, "Work starts in May.")
    assert found.verdict == "complete" and found.evidence


def test_a_text_cut_in_mid_sentence_is_truncated():
    assert judge(LONG, "The work is expected to cost forty million crowns, and the").verdict == "truncated"
    assert judge(LONG, "The work is expected to cost forty million…").verdict == "truncated"


def test_a_marker_after_an_ellipsis_says_truncated_and_is_quoted():
    found = judge(LONG, "The work is expected to...", after=("Subscribe to read the rest",))
    assert found.verdict == "truncated" and len(found.evidence) == 2


def test_a_sign_up_line_after_a_closed_text_does_not_cut_it():
    contact = "Contact reporter Ana Bell (ana@example.org)"
    found = judge(LONG, "Work starts in May.", after=("Sign up to read this article",), margin=(contact,))
    assert found.verdict == "complete" and contact in found.evidence[0].text


def test_a_short_cut_text_is_a_teaser():
    assert judge("The harbour board said on Tuesday that it would widen the…").verdict == "teaser"


def test_a_lost_lead_is_seen_from_what_the_text_takes_as_told():
    found = judge(
        "- Board and pilots talked in Oslo, harbour says",
        "In a note, the ministry said the officials had spoken at length about the state of ports along the "
        "whole coast.",
        "The ministry gave no names. It was the third round of such consultations, and no note was given "
        "after the last.",
        "The pilots said the patrol was part of a plan. Nobody was hurt, and the boats came home at noon on "
        "the same day.",
        title="Coast guards of both countries promise closer cooperation",
    )
    assert found.verdict == "truncated"
    assert any("officials" in one.text for one in found.evidence)


def test_a_lead_that_tells_the_headline_is_no_lost_lead():
    found = judge(
        LONG,
        "The officials gave no names. The ministry said the work would start in May.",
        title="Board to widen lock",
    )
    assert found.verdict == "complete"


def test_no_text_is_unknown():
    assert judge().verdict == "unknown"
