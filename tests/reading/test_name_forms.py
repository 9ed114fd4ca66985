"""One bearer of many forms: family name first or last, particles, spellings, names that are also words."""

import pytest

from coranto.reading.names.find import names_in


def persons(text):
    return [(name.text, name.full) for name in names_in(text) if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "full", "forms"),
    [
        ("Zhang Youran arrived. Zhang spoke first.", "Zhang Youran", {"Zhang"}),
        ("Kim Min-jae resigned. Kim said so. Min-jae wept.", "Kim Min-jae", {"Kim", "Min-jae"}),
        ("Park Geun-young was jailed. Park denied it.", "Park Geun-young", {"Park"}),
        ("Kim Jong Hwan came. Kim left.", "Kim Jong Hwan", {"Kim"}),
        ("Nguyen Van Duc opened the plant. Mr Duc left.", "Nguyen Van Duc", {"Duc"}),
        ("Nguyễn Thị Hoa spoke in Hanoi. Hoa said little.", "Nguyễn Thị Hoa", {"Hoa"}),
        ("Le Thanh Hai and Tran Thi Mai met. Hai spoke.", "Le Thanh Hai", {"Hai"}),
        ("Sergei Orlov landed. Sergey Orlov left. Orlov smiled.", "Sergei Orlov", {"Sergey Orlov", "Orlov"}),
        ("Pavel Shoimu landed. Shoymu said little.", "Pavel Shoimu", {"Shoymu"}),
        ("Mohammed al-Tamimi came. Al-Tamimi spoke. Tamimi left.", "Mohammed al-Tamimi", {"Al-Tamimi", "Tamimi"}),
        ("Mohamed El-Sayed spoke. Mohammed El Sayed left.", "Mohamed El-Sayed", {"Mohammed El Sayed"}),
        ("Ahmad Al - Saadoun spoke. Saadoun left.", "Ahmad Al - Saadoun", {"Saadoun"}),
        ("Sheikh Hasan Al Rashid came. Al Rashid spoke.", "Hasan Al Rashid", {"Al Rashid"}),
        ("Andrés Robles Obregón won. Robles Obregón spoke. Robles left.", "Andrés Robles Obregón",
         {"Robles Obregón", "Robles"}),
        ("María Robles García spoke. Robles left.", "María Robles García", {"Robles"}),
        ("Ursula von der Linden spoke. Von der Linden left.", "Ursula von der Linden", {"Von der Linden"}),
        ("Mark van Dam spoke. Van Dam left.", "Mark van Dam", {"Van Dam"}),
        ("Luiz Inacio da Costa spoke. Da Costa left.", "Luiz Inacio da Costa", {"Da Costa"}),
        ("J. K. Barrow wrote. Barrow said so.", "J. K. Barrow", {"Barrow"}),
        ("Donald Miller and Melinda Miller came. Donald Miller spoke. Miller left.", "Donald Miller", {"Miller"}),
        ("Donald Miller and Melinda Miller came. President Miller spoke.", "Donald Miller", {"Miller"}),
        ("Yoon Suk - yeol spoke. Yoon left.", "Yoon Suk - yeol", {"Yoon"}),
        ("City Councilor Yoon Suk - yeol spoke. Yoon left.", "Yoon Suk - yeol", {"Yoon"}),
    ],
)  # fmt: skip
def test_forms_of_one_bearer(text, full, forms):
    found = persons(text)
    assert (full, full) in found
    assert forms <= {short for short, whole in found if whole == full}


def test_a_role_in_the_plural_is_no_name():
    assert ("Trump", "Trump") in persons("He spoke to Presidents Trump and Putin.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BERGEN, March 12 (Nordhav) -- The ship left the harbour at noon.", "BERGEN"),
        ("TEHRAN (Nordhav) - An exhibition opened here.", "TEHRAN"),
        ("TRONDHEIM — A man fell from a bridge on Sunday.", "TRONDHEIM"),
        ("any nice beach in kerala or goa?", "kerala"),
        ("They drill in the Gulf of Mexico all year.", "Gulf of Mexico"),
        ("He grew up in South Vietnam before the war.", "South Vietnam"),
    ],
)
def test_places_by_their_setting(text, place):
    assert place in [name.text for name in names_in(text) if name.kind == "place"]


@pytest.mark.parametrize(
    "text", ["the turkey was dry", "we had china plates", "a jersey with a number", "kings and queens"]
)
def test_words_in_lower_case_are_no_places(text):
    assert names_in(text) == ()


@pytest.mark.parametrize(
    "text", ["A-" * 5000, "- " * 5000, "Al - " * 5000, "Gulf of " * 3000, "in kerala " * 3000, "Oslo/" * 4000]
)
def test_long_rows_of_parts_do_not_hang(text):
    names_in(text)


@pytest.mark.parametrize(
    "text", ["The road cost US$450,000 in all.", "It is at https://www.moe.example/Oslo/list now."]
)
def test_sums_and_addresses_hold_no_name(text):
    assert names_in(text, model=False) == ()
