"""Names that stand alone near the title of a plain-text page, and titles told by what follows them."""

import pytest

from coranto.article import clean
from coranto.article.dump.head import signed
from coranto.types import Article, Page

LEAD = "The harbour board said on Monday that it would widen the northern lock by next spring for larger ships."
MORE = "Engineers told the board that the gates had been built for vessels half as long as those of today."
LAST = "The work will cost forty million crowns, and the ministry will pay for a third of it, officials said."
BODY = f"{LEAD}\n\n{MORE}\n\n{LAST}"
TITLE = "Harbour board to widen its northern lock"


def article(text):
    made = clean(Page(id="page-1", path="a", media="text/plain", body=text.encode()))
    assert isinstance(made, Article), made
    return made


@pytest.mark.parametrize(
    ("line", "names"),
    [("Ana Bell", ("Ana Bell",)), ("Ana Bell | Kit Moor", ("Ana Bell", "Kit Moor")),
     ("Ana Bell/Kit Moor", ("Ana Bell", "Kit Moor")), ("Ana Bell 4 March 2025 - 14:41", ("Ana Bell",)),
     ("Ana BellmanHarbour Writer", ("Ana Bellman",)), ("Ana Bell and Boreal Press", ("Ana Bell",)),
     ("Ana Bell spoke.", ()), ("Middle East", ()), ("Harbour", ()), ("", ())],
)  # fmt: skip
def test_a_line_of_names_is_a_signature(line, names):
    assert signed(line) == names


def test_a_name_between_title_and_text_signs():
    made = article(f"{TITLE}\n\nThe board met on the quay\n\nAna Bell\n\n4 March 2025\n\n{BODY}\n")
    assert [one.name for one in made.byline] == ["Ana Bell"]


def test_whom_the_text_speaks_of_does_not_sign():
    told = BODY.replace("officials said", "Mrs Bell said")
    assert article(f"{TITLE}\n\nAna Bell\n\n4 March 2025\n\n{told}\n").byline == ()


def test_a_byline_ends_at_its_date():
    made = article(f"{TITLE}\n\nBy Ana Bell Apr. 28, 2023 1:15 pm\n\n{BODY}\n")
    assert [one.name for one in made.byline] == ["Ana Bell"]


def test_the_title_is_the_line_above_its_date_and_not_one_like_it_above():
    text = (
        f"Home\nNews\nNorthern lock to be widened, says harbour board\nThe quay\n{TITLE}\n4 March 2025\n\n{BODY}\n"
    )
    assert article(text).title == TITLE


def test_a_title_in_a_script_without_blanks_is_found():
    title = "港の委員会、北の閘門を大型船のために拡張へ"
    first = "港の委員会は火曜日、大型船が通れるように北の閘門を来年の春までに広げると発表した。工事は秋に始まる。"
    more = "委員会によると、閘門は今の船の半分の長さの船のために造られたもので、大型船は今も港に入れないという。"
    assert article(f"ニュース\n国際\n{title}\n2025年3月4日\n\n{first}\n\n{more}\n").title == title
