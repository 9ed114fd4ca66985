"""Fresh news: weekdays without a date, and what they say of the day a page was published."""

from datetime import date, timedelta

import pytest

from coranto.article.dates.fresh import bare_weekdays, freshness
from coranto.article.dates.infer import infer, split
from coranto.article.dates.told import told_times
from coranto.types import Dated

MONDAYS = {
    "en": "The board met on Monday and agreed.",
    "de": "Der Rat hat am Montag getagt.",
    "fr": "Le conseil a voté lundi.",
    "es": "El consejo votó el lunes.",
    "it": "Il consiglio ha votato lunedì.",
    "nl": "De raad stemde maandag.",
    "pt": "O conselho votou na segunda-feira.",
    "sv": "Rådet röstade på måndag.",
    "no": "Rådet stemte mandag.",
    "da": "Rådet stemte mandag.",
    "tr": "Kurul pazartesi günü oy verdi.",
    "pl": "Rada głosowała w poniedziałek.",
    "ja": "評議会は月曜日に採決した。",
    "zh": "委员会星期一投票。",
    "ko": "위원회는 월요일 투표했다.",
}
DAYS = {
    "en": "The quay closed on 16 July 2018.",
    "de": "Der Kai wurde am 16. Juli 2018 gesperrt.",
    "fr": "Le quai a fermé le 16 juillet 2018.",
    "es": "El muelle cerró el 16 de julio de 2018.",
    "it": "Il molo ha chiuso il 16 luglio 2018.",
    "nl": "De kade sloot op 16 juli 2018.",
    "pt": "O cais fechou em 16 de julho de 2018.",
    "sv": "Kajen stängdes den 16 juli 2018.",
    "no": "Kaien stengte 16. juli 2018.",
    "da": "Kajen lukkede den 16. juli 2018.",
    "tr": "Rıhtım 16 Temmuz 2018 tarihinde kapandı.",
    "pl": "Nabrzeże zamknięto 16 lipca 2018 roku.",
    "ja": "岸壁は2018年7月16日に閉鎖された。",
    "zh": "码头于2018年7月16日关闭。",
    "ko": "부두는 2018년 7월 16일 문을 닫았다.",
}


def days(found: Dated) -> int:
    return (found.end - found.start).days if found.start and found.end else 100_000


def holds(found: Dated, day: date) -> bool:
    return found.start is not None and found.end is not None and found.start <= day < found.end


@pytest.mark.parametrize("lang", sorted(MONDAYS))
def test_a_weekday_stands_bare_in_many_languages(lang):
    assert {one.weekday for one in bare_weekdays(MONDAYS[lang], lang)} == {0}
    assert freshness([MONDAYS[lang]], lang, ()).fresh


@pytest.mark.parametrize("lang", sorted(DAYS))
def test_a_day_with_its_year_is_read_in_many_languages_and_has_no_bare_weekday(lang):
    assert [(one.year, one.month, one.day) for one in told_times(DAYS[lang], lang)] == [(2018, 7, 16)]
    assert bare_weekdays(DAYS[lang], lang) == []


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("The quay closed on Monday, July 16, after a storm.", "en"),
        ("The quay closed on Monday 16 July.", "en"),
        ("Der Kai wurde am Montag, den 16. Juli, gesperrt.", "de"),
        ("Le quai a fermé lundi 16 juillet.", "fr"),
        ("岸壁は月曜日（16日）に閉鎖された。", "ja"),
    ],
)
def test_a_weekday_with_its_date_is_not_bare(sentence, lang):
    assert bare_weekdays(sentence, lang) == []


def test_an_event_in_the_lead_of_fresh_news_is_of_its_days():
    text = "Two presidents meet.\n\nHELSINKI — Mr Trump met Mr Putin at the palace. Crowds stood outside.\n\n"
    plain, fresh = infer(text, None), infer(f"{text}Guests had arrived on Sunday. They left on Tuesday.", None)
    assert holds(fresh, date(2018, 7, 17)) and days(fresh) <= 62 < days(plain)


def test_the_weekday_of_an_event_in_the_lead_may_stand_in_the_next_sentence():
    text = "Trump and Putin talk in Helsinki.\n\nThe two met for hours on Monday, aides said. Crowds stood outside."
    found = infer(text, None)
    assert holds(found, date(2018, 7, 16)) and days(found) <= 14


def test_an_event_told_with_its_year_is_looked_back_on():
    text = "The two recalled the 2018 talks of Trump and Putin in Helsinki. The board met on Monday, aides said."
    assert days(infer(text, None)) > 62


def test_a_caption_with_weekday_and_date_beside_fresh_news_is_of_its_days():
    text = (
        "The ferry lies at the quay on Sunday, July 15, 2018. The board met on Saturday, and it agreed. "
        "The mayor said on Sunday that the ferry is safe."
    )
    found = infer(text, None)
    assert found.known == "inferred" and holds(found, date(2018, 7, 16)) and days(found) <= 31


def test_background_alone_stays_wide():
    found = infer("The bridge was built on 3 May 2007. It was painted in 2011. It is long and blue.", None)
    assert not found.value or days(found) > 62


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_hostile_weekdays_are_fast(lang):
    text = "Monday, " * 60_000 if lang == "en" else "月曜" * 200_000
    freshness(split(text), lang, ())
    infer(text, date(2020, 1, 1) + timedelta(days=1), lang)
