"""Complete, truncated, teaser."""

from dataclasses import replace
from time import perf_counter

from coranto.article import against_longer
from coranto.article.draft import Draft, Piece, Stated
from coranto.article.whole.verdict import verdict
from coranto.types import Article, Completeness, Evidence

LONG = (
    "The harbour board said on Tuesday that it would widen the northern lock by next spring, after two ships "
    "scraped its walls in one week and a third had to wait for two days outside the port before a pilot could be "
    "found to bring it in."
)


def judge(*paragraphs, title="Harbour board to widen lock", after=(), margin=(), lang="en", lines=(), **stated):
    pieces = tuple(Piece(kind="bullet" if text.startswith("- ") else "body", text=text) for text in paragraphs)
    draft = Draft(title=title, pieces=pieces, after=after, margin=margin, lines=lines, stated=Stated(**stated))
    return verdict(draft, lang)


def test_a_closed_text_is_complete():
    found = judge(LONG, "Work starts in May.")
    assert found.verdict == "complete" and found.evidence


def test_a_text_cut_in_mid_sentence_is_truncated():
    assert judge(LONG, "The work is expected to cost forty million crowns, and the").verdict == "truncated"
    assert judge(LONG, "The work is expected to cost forty million…").verdict == "truncated"


def test_a_marker_after_an_ellipsis_says_truncated_and_is_quoted():
    found = judge(LONG, "The work is expected to...", after=("Subscribe to read the rest",))
    assert found.verdict == "truncated" and found.evidence[1].text == "Subscribe to read the rest"


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


def test_dots_that_cleaning_left_behind_the_text_count():
    behind = "The pilots wrote to the ministry that none of them would bring in a ship of that size before the new…"
    assert judge(LONG, "Work starts in May.", after=(behind,)).verdict == "truncated"


def test_walls_in_many_languages_are_seen_behind_a_closed_text():
    for line in (
        "Log in to read the rest of this report", "Jetzt Abo abschließen und weiterlesen", "Réservé aux abonnés",
        "Regístrate para seguir leyendo", "Continua a leggere: abbonati", "Logga in för att läsa hela artikeln",
        "Zaloguj się i czytaj dalej", "Подпишитесь, чтобы читать полностью", "この記事は会員限定です",
        "로그인하고 기사 전체 읽기", "登录后继续阅读", "Devamını okumak için giriş yapın",
    ):  # fmt: skip
        assert judge(LONG, "Work starts in May.", after=(line,)).verdict == "truncated", line


def test_offers_behind_a_closed_text_are_no_walls():
    for line in (
        "Sign up for our newsletter", "Subscribe", "Share this article", "Sign up to comment on this story",
        "Newsletter abonnieren", "Suscríbete a nuestro boletín", "Download our app", "Read more stories",
        "Why subscribers trust the harbour pilots", "Full results of the regatta",
    ):  # fmt: skip
        assert judge(LONG, "Work starts in May.", after=(line,)).verdict == "complete", line


def test_a_wall_among_the_paragraphs_is_taken_from_them():
    found = judge(LONG, "Work starts in May.", "Subscribe to continue reading", "Terms")
    assert found.verdict == "truncated" and "Subscribe" in found.evidence[0].text


def test_what_closes_a_text_is_no_cut():
    for last in (
        "„Der Hafen bleibt, wie er ist, und wir bleiben auch.“", "« Le port reste ouvert à tous. »",
        "港は来年も変わらず開かれると委員会は述べた。", "Who will pay for it, nobody at the board could say?",
        "The lock opens again in May. (dpa)", "Thank you all for reading along with us this year! Ana",
        "The board said that nobody had been hurt in the two accidents. REUTER", "See you at the lock 🙂",
        "(Reporting by Ana Bell in Oslo; Editing by Carl Dahl)", "- Tickets: www.example.org/lock",
    ):  # fmt: skip
        assert judge(LONG, last).verdict == "complete", last


def test_a_quotation_that_nothing_closes_is_cut():
    assert judge(LONG, "“We have waited for two years, said the pilot, and will not wait for a third. We").verdict
    found = judge(LONG, "“We have waited for two years for this lock. We will not wait for a third.")
    assert found.verdict != "complete"


def test_stated_lengths_are_held_against_the_text():
    assert judge(LONG, "Work starts in May.", words=900).verdict == "truncated"
    assert judge(LONG, "Work starts in May.", lines=("9 min read",)).verdict == "truncated"
    assert judge(LONG, "Work starts in May.", words=54).verdict == "complete"


def test_every_sign_has_a_row_and_every_wall_row_an_example():
    from coranto.article.whole.walls import is_wall
    from coranto.data import rows

    assert all(row["says"] and isinstance(row["weight"], float) for row in rows("whole", "sign"))
    assert not [row["example"] for row in rows("whole", "wall") if not is_wall(row["example"])]


def article(text):
    return Article(id="a", page="p", path="x", title="Harbour board to widen lock", outlet="", text=text)


def test_a_longer_version_shows_where_a_text_leaves_off():
    rest = " ".join(f"Ship number {n} of the convoy waited {n} hours outside the {n}th buoy." for n in range(20))
    found = against_longer(article(LONG), f"{LONG}\n\n{rest}")
    assert found.verdict == "truncated" and "behind" in found.evidence[0].rule
    assert "before" in against_longer(article(LONG), f"{rest}\n\n{LONG}").evidence[0].rule
    assert against_longer(article(LONG), f"Oslo. {LONG}").verdict == "complete"


def test_a_version_that_is_told_otherwise_says_nothing():
    other = " ".join(reversed(LONG.split())) + " " + "The pilots wrote to the ministry. " * 30
    assert against_longer(article(LONG), other) == Completeness()
    pieces = LONG.replace(" and ", " and, as the pilots of the whole coast had long asked for in vain, ")
    assert against_longer(article(LONG), pieces + " More was not said." * 30) == Completeness()


def test_a_text_that_never_takes_up_its_headline_is_not_complete():
    found = judge(
        "We use small files to remember what you chose on this page. They hold no name and no address.",
        "You may turn them off at any time. Some parts of the page will then no longer work as they should.",
        title="Harbour board widens northern lock after collisions",
    )
    assert found.verdict != "complete"


def test_a_wall_behind_running_text_counts_wherever_the_text_was_taken_to_end():
    other = "The paper was founded in 1911 and is read on both sides of the sound by people of all trades."
    wall = "Subscribe to read the rest of this report"
    assert judge(LONG, other, lines=(LONG, wall, "About us", other)).verdict == "truncated"
    assert judge(LONG, other, lines=(wall, "About us", LONG, other)).verdict == "complete"


def test_junk_takes_no_long_time():
    started = perf_counter()
    for junk in ("“" * 200_000, "the officials " * 20_000, "read " * 50_000, "a." * 100_000, "( " * 100_000):
        judge(LONG, junk, title=junk[:5000], after=(junk,), lines=(junk,) * 3)
        against_longer(article(junk), junk)
    assert perf_counter() - started < 20


def test_an_afterword_behind_a_cut_text_hides_no_cut():
    broken = "The pilots wrote to the ministry that none of them would bring in a ship of that size before the"
    bio = "Ana Bell is a freelance writer who covers gardens and old clocks."
    cookies = "We use cookies to remember what you chose; see our privacy policy for more."
    assert judge(LONG, broken, bio, cookies).verdict == "truncated"
    assert judge(LONG, "Work starts in May.", bio, cookies).verdict == "complete"


def test_a_word_cut_in_two_is_seen_where_texts_have_no_full_stops():
    lines = ("Widen the northern lock of the harbour", "Train four pilots for the winter months")
    found = judge(LONG, *lines, "Ask the towns along the river to pay for the northe")
    assert found.verdict == "truncated" and any("word" in one.rule for one in found.evidence)


def test_a_page_that_breaks_off_right_behind_the_text_is_cut():
    assert judge(LONG, "Work starts in May.", after=("Support for pilots and t",)).verdict == "truncated"


def test_flashes_and_tables_of_figures_may_be_short():
    assert judge("Lock to be widened by May, board says.", title="HARBOUR BOARD WIDENS LOCK").verdict != "truncated"
    rows = ("Shr 14 cts vs 8 cts", "Net 2.4 mln vs 1.1 mln", "Revs 38.2 mln vs 29.9 mln")
    assert judge(*rows, title="Harbour Pilots Co year").verdict not in ("truncated", "teaser")


def test_an_agency_or_a_correction_under_a_text_signs_it():
    short = "The northern lock of the harbour will be widened by next spring."
    found = judge(short, "Reuters", title="Harbour board to widen lock", lines=(short, "Reuters"))
    assert found.verdict == "complete"
    note = "Correction: an earlier text said that the lock would be closed."
    lines = ("9 min read", LONG, note)
    assert judge(LONG, LONG, LONG, note, lines=lines).verdict == "complete"


def test_a_surname_that_nothing_introduces_tells_of_a_lost_lead():
    later = "The lock is sixty years old and was last repaired in the year of the great flood."
    assert judge("Tavish said he would pay for the timber.", later, LONG).verdict == "truncated"
    whole = "Mirela Tavish runs the shop of the island. Tavish said she would pay for the timber herself, in cash."
    assert judge(whole, later, LONG).verdict == "complete"


def test_a_paragraph_that_breaks_off_before_words_on_other_things_is_cut():
    more = "The board meets again in May, and will hear the pilots and the towns along the river before it votes."
    broken = (
        "The pilots wrote to the ministry that none of them would bring in a ship of that size before winter begins"
    )
    other = "Our weekly letter brings recipes, garden calendars and puzzles for rainy days to forty thousand homes."
    assert judge(LONG, more, LONG + " It said so twice.", broken, other, other[:60] + ".").verdict == "truncated"
    assert judge(LONG, more, LONG + " It said so twice.", broken + ".", other).verdict == "complete"
    assert judge(LONG, "- " + broken, more, LONG + " It said so twice.", more + " So be it.").verdict == "complete"


def test_a_limit_of_free_texts_is_a_wall():
    for line in (
        "You have used all free articles of this month", "Your last free article", "2 free articles left this week",
        "Limit erreicht: keine kostenlosen Artikel mehr", "Vous avez atteint la limite d'articles gratuits",
    ):  # fmt: skip
        assert judge(LONG, "Work starts in May.", after=(line,)).verdict == "truncated", line
    assert judge(LONG, "Work starts in May.", after=("Free articles on harbours",)).verdict == "complete"


def test_a_list_that_the_headline_promises_is_counted_in_any_spelling():
    for title in (
        "Seven quiet walks and other ways to spend May",
        "5 most loved harbours",
        "Five ways to moor a boat",
    ):
        assert judge(LONG, "Work starts in May.", title=title + " along the lock").verdict == "truncated", title
    whole = ("First.", *(f"{n}. Moor with rope number {n} and a second one beside it." for n in range(1, 6)))
    assert judge(LONG, *whole, title="Five ways to widen the harbour lock").verdict == "complete"


def test_a_sentence_that_announces_more_is_no_end():
    assert judge(LONG, "Here are the towns that will pay for it.").verdict != "complete"


def test_a_wall_that_the_text_goes_on_behind_is_passed():
    more = "The harbour board said that the northern lock was too small for ships and that its walls were scraped."
    again = (
        "Two ships waited outside the port, and the board said a pilot had to bring them into the northern lock."
    )
    wall = "Subscribe to read the rest of this report"
    lines = (LONG, wall, more, again)
    assert judge(LONG, more, again, lines=lines).verdict != "truncated"


def test_a_page_that_ends_in_mid_sentence_some_lines_behind_the_text_is_cut():
    last = "Ask the towns along the river to pay for the northe"
    assert (
        judge(LONG, "Work starts in May.", lines=(LONG, "Work starts in May.", "Next", last)).verdict == "truncated"
    )


def test_an_address_at_the_end_is_no_broken_sentence():
    assert judge(LONG, "The note is found under www.example.org/notes/on-the-lock-and-the").verdict == "complete"


def test_a_page_without_furniture_whose_last_line_has_no_stop_is_cut():
    last = "Pilots of the whole coast have long asked for a wider lock and the towns for a deeper harbour"
    more = "Nobody was hurt, the board said, and the boats came home at noon on the very same day as they had left."
    lines = (LONG, more, "Next", last)
    assert judge(LONG, more, lines=lines).verdict == "truncated"
    assert judge(LONG, more, lines=(*lines[:3], last + ".")).verdict == "complete"


def test_a_new_lead_or_a_few_more_words_make_no_cut_of_a_whole_text():
    whole = replace(article(LONG * 3), completeness=Completeness(verdict="complete"))
    lead = " ".join(f"Ship number {n} of the convoy waited {n} hours outside the {n}th buoy." for n in range(20))
    assert against_longer(whole, f"{lead}\n\n{whole.text}").verdict == "complete"
    assert against_longer(whole, f"{whole.text}\n\n{lead}").verdict == "truncated"
    longer = replace(whole, text=LONG * 9)
    assert against_longer(longer, f"{longer.text} {' '.join(lead.split()[:60])}").verdict == "complete"
    credit = Evidence(rule="ends with a credit or contact line", text="(Nordhav)")
    signed = replace(whole, completeness=Completeness(verdict="complete", evidence=(credit,)))
    assert against_longer(signed, f"{signed.text}\n\n{lead}") == signed.completeness
