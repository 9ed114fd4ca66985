"""Datelines of many styles and scripts, what only looks like one, and the day that one prints."""

from datetime import date

import pytest

from coranto.article.credit import dateline, printed_day

SAID = "The board met on Monday and put off its vote until the autumn."


def parts(text):
    one = dateline(text)
    if one is None:
        return None
    day = text[slice(*one.date)] if one.date else ""
    return [text[slice(*span)] for span in one.places], day, [name.agency for name in one.agencies]


@pytest.mark.parametrize(
    ("opening", "places", "day", "names"),
    [
        ("OSLO, May 14 (Reuters) - {}", ["OSLO"], "May 14", ["Reuters"]),
        ("UNITED NATIONS, Oct. 5 (Xinhua) -- {}", ["UNITED NATIONS"], "Oct. 5", ["Xinhua"]),
        ("MOSCOW, August 15. /TASS/. {}", ["MOSCOW"], "August 15", ["TASS"]),
        ("Pune (Maharashtra) [India], May 14 (ANI): {}", ["Pune"], "May 14", ["ANI"]),
        ("London, Oct 3 (IANS) {}", ["London"], "Oct 3", ["IANS"]),
        ("Kiel (dpa) - {}", ["Kiel"], "", ["dpa"]),
        ("Kiel/Lübeck (dpa/lno) - {}", ["Kiel", "Lübeck"], "", ["dpa"]),
        ("HELSINKI (Atlas) - {}", ["HELSINKI"], "", ["Atlas"]),
        ("Oslo (Nordic Wire) — {}", ["Oslo"], "", ["Nordic Wire"]),
        ("MERIDIAN POINT (Atlas) - {}", ["MERIDIAN POINT"], "", ["Atlas"]),
        ("PARIS (Wednesday) - {}", ["PARIS"], "", []),
        ("LONDON (Update) - {}", ["LONDON"], "", []),
        ("BRUSSELS (Belgium) - {}", ["BRUSSELS"], "", []),
        ("LEEDS, England (AP) — {}", ["LEEDS, England"], "", ["Associated Press"]),
        ("SAN DIEGO, Calif., June 2 - {}", ["SAN DIEGO, Calif."], "June 2", []),
        ("ERIE, PA, March 19 - {}", ["ERIE, PA"], "March 19", []),
        ("LAHORE: {}", ["LAHORE"], "", []),
        ("Mumbai: {}", ["Mumbai"], "", []),
        ("(Reuters) - {}", [], "", ["Reuters"]),
        ("(Beijing) — {}", ["Beijing"], "", []),
        ("PARIS/BERLIN — {}", ["PARIS", "BERLIN"], "", []),
        ("ABOARD THE TERN (AP) — {}", ["ABOARD THE TERN"], "", ["Associated Press"]),
        ("MADRID, 4 (EUROPA PRESS) {}", ["MADRID"], "4", ["Europa Press"]),
        ("(ANSA) - ROMA, 12 MAR - {}", ["ROMA"], "12 MAR", ["ANSA"]),
        ("BEIJING, 30 octobre (Xinhua) — {}", ["BEIJING"], "30 octobre", ["Xinhua"]),
        ("МОСКВА, 5 окт — РИА Новости. {}", ["МОСКВА"], "5 окт", ["RIA Novosti"]),
        ("【新华社北京10月30日电】{}", ["北京"], "10月30日", ["Xinhua"]),
        ("新华社北京10月30日电 {}", ["北京"], "10月30日", ["Xinhua"]),
        ("（中央社記者林海台北4日電）{}", ["台北"], "4日", ["CNA Taiwan"]),
        ("【ワシントン共同】{}", ["ワシントン"], "", ["Kyodo News"]),
        ("(서울=연합뉴스) {}", ["서울"], "", ["Yonhap"]),
        ("القاهرة - رويترز: {}", ["القاهرة"], "", ["Reuters"]),
        ("July 13--DENVER -- {}", ["DENVER"], "July 13", []),
        ("PORTO, May 4 (Nautica) -- {}", ["PORTO"], "May 4", ["Nautica"]),
    ],
)
def test_datelines(opening, places, day, names):
    assert parts(opening.format(SAID)) == (places, day, names)


def test_german_papers_set_a_full_stop():
    text = "Hamburg. Die Fähre zur Insel fährt ab Mai wieder jede Stunde, teilte die Reederei mit."
    assert parts(text) == (["Hamburg"], "", [])
    assert dateline(text).end == text.index("Die")
    assert parts("tz München – Die Markthalle bleibt noch ein Jahr geschlossen.") == (["München"], "", [])


@pytest.mark.parametrize(
    "opening",
    [
        "JUST IN: The board met.",
        "THE BIG IDEA: Boards.",
        "The board (old) met.",
        "He met (AP) twice.",
        "An access point (AP) is a device that lets laptops join a network.",
        "Asian News International (ANI) has moved its desk.",
        "LONDON: A NOVEL by Ada Quill returns to the river of her childhood.",
        "MAY 4 - The committee meets.",
        "EXPLAINER — Why the tide clock runs late",
        "NASA — the agency that wants to go back to the moon — has asked for more.",
        "Obama: I told the council that it had to keep its promise to the islands in the autumn.",
        "Interview – Die Hafenmeisterin über Nebel und Geduld",
        "Paris, London and Rome — the three of them — have tried it before.",
        "【解説】港の理事会はなぜ採決を延期したのか。",
        "",
    ],
)
def test_what_is_no_dateline(opening):
    assert dateline(opening) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Oct. 30", "2023-10-30"),
        ("30 octobre", "2023-10-30"),
        ("10月30日", "2023-10-30"),
        ("5 окт", "2023-10-05"),
        ("12 MAR", "2023-03-12"),
        ("Dec 24", "2022-12-24"),
        ("29 July 2022", "2022-07-29"),
    ],
)
def test_the_day_a_dateline_prints_is_the_last_before_capture(printed, day):
    assert printed_day(printed, date(2023, 11, 20)).day.isoformat() == day


def test_a_day_without_a_year_needs_the_day_of_capture():
    assert printed_day("30 octobre", None) is None
    assert printed_day("4", date(2023, 11, 20)) is None


@pytest.mark.parametrize("text", ["A" * 300_000, "(" * 300_000, "A, " * 100_000, "ROMA, " * 50_000, "北" * 300_000])
def test_hostile_input_is_fast(text):
    dateline(text)
