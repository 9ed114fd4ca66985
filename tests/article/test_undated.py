"""Pages that print no date: what their text says of the day they were published."""

from datetime import date

import pytest

from coranto.article.dates.ago import aged
from coranto.article.dates.infer import infer
from coranto.article.dates.told import told_times
from coranto.types import Dated


def holds(found: Dated, day: date) -> bool:
    return found.start is not None and found.end is not None and found.start <= day < found.end


@pytest.mark.parametrize(
    ("sentence", "lang", "told"),
    [
        ("The quay closed on Monday, July 16.", "en", (0, 7, 16, 0)),
        ("The quay closed on 3 May 2017.", "en", (2017, 5, 3, -1)),
        ("Am Montag, 16. Juli, wurde der Kai gesperrt.", "de", (0, 7, 16, 0)),
        ("Le quai a fermé le lundi 16 juillet 2018.", "fr", (2018, 7, 16, 0)),
        ("El muelle cerró el 16 de julio.", "es", (0, 7, 16, -1)),
        ("O cais fechou na segunda-feira (13).", "pt", (0, 0, 13, 0)),
        ("Kaien stengte den 3. mai 2017.", "no", (2017, 5, 3, -1)),
        ("Nabrzeże zamknięto 3 maja 2017 r.", "pl", (2017, 5, 3, -1)),
        ("Причал закрыли 3 мая 2017 года.", "ru", (2017, 5, 3, -1)),
        ("岸壁は7月16日に閉鎖された。", "ja", (0, 7, 16, -1)),
        ("부두는 지난 16일 문을 닫았다.", "ko", (0, 0, 16, -1)),
        ("Der Kai wurde am 13.05. gesperrt.", "de", (0, 5, 13, -1)),
        ("The quay closed in March 2017.", "en", (2017, 3, 0, -1)),
        ("The quay closed in March.", "en", (0, 3, 0, -1)),
        ("The quay closed in 2017.", "en", (2017, 0, 0, -1)),
    ],
)
def test_times_in_many_languages(sentence, lang, told):
    assert [(one.year, one.month, one.day, one.weekday) for one in told_times(sentence, lang)] == [told]


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("You may 5 be there, and 2000 people may march.", "en"),
        ("It cost $2,015 or 1995 euros.", "en"),
        ("On a compté 12 des 15 bateaux.", "fr"),
        ("They met at 16:20.", "en"),
    ],
)
def test_what_is_no_time(sentence, lang):
    assert told_times(sentence, lang) == []


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        ("The quay will open on 3 May.", "future"),
        ("The quay opened on 3 May.", "past"),
        ("Der Kai wird am 3. Mai öffnen.", "future"),
        ("Le quai sera ouvert le 3 mai.", "future"),
    ],
)
def test_tense(sentence, lean):
    assert told_times(sentence, "en" if "quay" in sentence else "de")[0].lean == lean


def test_a_word_beside_a_year_or_a_day_fixes_it():
    found = infer("The fair drew crowds last year, 2022. It was founded in 1950.", None)
    assert found.known == "inferred" and holds(found, date(2023, 6, 1)) and not holds(found, date(2022, 6, 1))
    found = infer("The board met yesterday, 3 May 2017, and it agreed on the plan.", None)
    assert found.value == "2017-05-04"


def test_a_day_past_and_a_day_to_come_hold_the_page_between_them():
    text = "The storm struck the town on 6 July 2018. The repaired quay will open on 20 July 2018, the board said."
    found = infer(text, None)
    assert found.known == "inferred" and holds(found, date(2018, 7, 12)) and not holds(found, date(2019, 1, 1))


def test_an_office_gives_the_year_of_a_day_with_its_weekday():
    text = "Prime Minister Theresa May opened the fair on Monday, July 16. It was closed in 2017 for repairs."
    found = infer(text, None)
    assert found.known == "inferred" and holds(found, date(2018, 7, 17)) and found.value.startswith("2018")
    assert any("office" in one.rule for one in found.evidence)


def test_an_event_of_known_days_told_with_its_weekday():
    found = infer("The G7 summit in Hiroshima opened on Friday. Leaders had arrived by boat.", None)
    assert found.start is not None and found.end is not None
    assert holds(found, date(2023, 5, 20)) and (found.end - found.start).days <= 14


def test_the_caption_of_an_old_picture_is_no_handle():
    text = "FILE - In this July 7, 2017 file photo the old ferry lies at the quay. The new ferry is larger."
    found = infer(text, None)
    assert found.known == "none" and found.end is None


def test_a_day_of_capture_is_a_hard_bound():
    text = "The storm struck the town on 6 July 2018 and broke the quay."
    found = infer(text, date(2018, 7, 10))
    assert found.start == date(2018, 7, 6) and found.end is not None and found.end <= date(2018, 7, 11)


def test_little_is_said_where_little_is_told():
    found = infer("The boats are white. The harbour is deep.", None)
    assert found == Dated()


def test_an_inferred_date_says_so_and_why():
    found = infer("The storm struck the town on 6 July 2018. The quay will open on 20 July 2018.", None, "en")
    assert found.known == "inferred" and found.evidence and all(one.rule for one in found.evidence)


@pytest.mark.parametrize("text", ["1. " * 100_000, "in 2020 " * 60_000, "日" * 300_000, "Monday (3) " * 40_000])
def test_hostile_text_is_fast(text):
    infer(text, None)


@pytest.mark.parametrize(
    ("line", "captured", "start", "end"),
    [
        ("Published: 5 hours ago", "2024-02-20 20:10:00", date(2024, 2, 20), date(2024, 2, 21)),
        ("vor 3 Stunden", "2023-06-13 01:57:08", date(2023, 6, 12), date(2023, 6, 13)),
        ("Ana Bell 2 minutes ago", "2024-05-02 09:00", date(2024, 5, 2), date(2024, 5, 3)),
        ("il y a 3 jours", "2024-05-04", date(2024, 5, 1), date(2024, 5, 2)),
        ("Published 4 months ago", "2025-11-09 10:00", date(2025, 6, 26), date(2025, 7, 29)),
        ("2 hours ago", "2024-05-04", None, None),
        ("2 hours ago", "", None, None),
        ("The quay closed", "2024-05-04 10:00", None, None),
    ],
)
def test_ages_count_back_from_capture(line, captured, start, end):
    found = aged(line, captured)
    assert (found.start, found.end) == (start, end)
