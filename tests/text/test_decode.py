"""Bytes of any kind give text and say when something was wrong."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.text.decode import decode, is_binary

WORDS = "“Größe” im Café — naïve’s Text"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_form_needs_no_declaration(name):
    assert decode(WORDS.encode(name), "iso-8859-1", html=False) == (WORDS, ())


@pytest.mark.parametrize(
    ("label", "codec"), [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("windows-1250", "cp1250")]
)
def test_a_declared_set_is_taken_when_it_is_no_utf8(label, codec):
    assert decode(WORDS.replace("ï", "i").encode(codec), label, html=False)[0] == WORDS.replace("ï", "i")


def test_a_meta_element_counts_in_html_only():
    body = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>' + "Мир".encode("cp1251")
    assert decode(body, "", html=True)[0].endswith("Мир")
    assert not decode(body, "", html=False)[0].endswith("Мир")


def test_asian_sets():
    assert decode("価格は上がった".encode("iso-2022-jp"), "iso-2022-jp", html=False)[0] == "価格は上がった"
    assert decode("两国防长在北京会谈".encode("gb18030"), "gb2312", html=False)[0] == "两国防长在北京会谈"


def test_a_stray_byte_does_not_change_the_set():
    body = ("Größe " * 30).encode() + b"\xff end"
    text, flags = decode(body, "latin-1", html=False)
    assert text.startswith("Größe Größe")
    assert flags == ("broken_encoding",)


def test_single_bytes_of_the_windows_page_in_sound_utf8_are_read_as_such():
    body = ("Größe und Maße " * 30).encode() + b"a \x93quoted\x94 caf\xe9, \xe2\x80 cut"
    text, flags = decode(body, "", html=False)
    assert text.endswith("a “quoted” café, \ufffd cut")
    assert flags == ("broken_encoding",)


def test_two_sets_in_one_page():
    body = "Größe und Maße im Café.\n".encode() * 3 + "Die Größe der Straße.\n".encode("cp1252") * 9
    text, flags = decode(body, "utf-8", html=False)
    assert text.count("Größe und Maße im Café.\n") == 3 and "\nDie Größe der Straße." in text
    assert flags == ("mixed_encoding",)
    cyrillic = (
        "<p>Größe und Maße im Café.</p>".encode() * 3 + "<p>Министры встретились в порту.</p>".encode("cp1251") * 9
    )
    assert "Café.</p><p>Министры встретились" in decode(cyrillic, "windows-1251", html=True)[0]
    chinese = "<p>两国防长在北京会谈</p><li>联通</li>" * 40
    assert decode(chinese.encode("gb18030"), "gb2312", html=False)[0] == chinese


@pytest.mark.parametrize(
    ("body", "is_one"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, True), (b"\x1f\x8b\x08" + bytes(range(256)) * 9, True),
     ("Größe".encode("utf-16") * 99, False), (WORDS.encode("utf-16-le") * 9, False),
     (WORDS.encode("utf-32") * 9, False),
     (WORDS.encode() * 9, False), (WORDS.encode("cp1252", "replace") * 9, False), (b"", False)],
)  # fmt: skip
def test_binary_data_are_told_from_text(body, is_one):
    assert is_binary(body) is is_one


def test_text_encoded_twice_is_mended():
    twice = "It’s “fine”, said José".encode().decode("cp1252", "replace")
    text, flags = decode(twice.encode(), "", html=False)
    assert text.startswith("It’s “fine")
    assert text.endswith("José")
    assert "mended_encoding" in flags


def test_accents_of_french_capitals_are_left_alone():
    assert decode("MARÍA Â SÃO PAULO".encode(), "", html=False) == ("MARÍA Â SÃO PAULO", ())


def test_unknown_and_unfit_labels_are_passed_over():
    for label in ("x-unknown", "rot13", "hex", "utf-7", "base64", "\x00", "ü"):
        assert decode(b"caf\xe9 bar", label, html=True)[0] == "café bar"


def test_lines_and_zeros():
    assert decode(b"a\r\nb\rc\x00d", "", html=False) == ("a\nb\ncd", ())


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "cp1252", "utf-16", "big5", "hz", "bogus"]),
    st.booleans(),
)
def test_nothing_is_raised(body, declared, html):
    text, _ = decode(body, declared, html)
    assert "\x00" not in text
    assert "\r" not in text


def test_a_megabyte_of_anything_is_quick():
    decode(os.urandom(1_000_000), "", html=True)
    decode("â€™".encode() * 300_000, "", html=True)
    decode(b"<meta " * 200_000, "", html=True)
