"""Copies of a rendered page as bad or foreign as pages are: cut, wrapped, in another tongue, with a second menu."""

import random
import re
import textwrap
from dataclasses import replace
from zlib import crc32

from render import Row, without_gaps

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_HAN = [chr(code) for code in range(0x4E00, 0x5600)]
_KANA = [chr(code) for code in range(0x3042, 0x3094)]
_HANGUL = [chr(code) for code in range(0xAC00, 0xD7A0, 7)]
_SIGNS = str.maketrans({".": "。", ",": "、", "?": "？", "!": "！", '"': "「", "“": "「", "”": "」"})
_HEADERS = (
    "More news",
    "Latest",
    "Top stories",
    "Most read",
    "Opinion",
    "In pictures",
    "Also on this page",
    "Today",
)
_BETWEEN = re.compile(r"""(?<=[.!?]) (?=["'“‘A-Z])""")
_LEAST, _CLOSING, _FEW, _CUT, _LONG = 15, 90, 3, 14, 160
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvwz"
_DIACRITICS = "áçéñöüøåşžęő"


def cut(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page cut at both ends."""
    start = rng.randrange(len(rows) // 4 + 1)
    return rows[start:][: rng.randrange(20, len(rows) + 21)]


def with_other(rows: list[Row], other: list[Row], rng: random.Random) -> list[Row]:
    """The page with a part of another page's furniture before or after it."""
    size = rng.randrange(5, 60)
    some = [row for row in other if len(row.text) < 90][:size]
    return [*some, *rows] if rng.random() < 0.5 else [*rows, *some]


def with_teasers(rows: list[Row], bank: list[tuple[str, str]], rng: random.Random) -> list[Row]:
    """The page with what news pages put around their articles: headlines of other articles with their first words,
    mostly after the article, at times before it or between its paragraphs."""
    wanted = [at for at, row in enumerate(rows) if row.wanted]
    if not wanted or not bank:
        return rows
    where = rng.random()
    inside = where < 0.2
    at = rng.choice(wanted) if inside else wanted[0] if where < 0.35 else wanted[-1] + 1
    count = rng.randrange(1, 4) if inside else rng.randrange(3, 13)
    gap, summary, stamp = rng.random() < 0.3, rng.random() < 0.6, rng.random()
    block = [Row(rng.choice(_HEADERS), "teaser", gap)] if rng.random() < 0.5 else []
    for title, text in rng.sample(bank, min(count, len(bank))):
        dated = Row(_stamp(rng), "date", False)
        block += [dated] if stamp < 0.2 else []
        block.append(Row(title, "teaser", gap, True))
        block += [Row(_opening(text, rng), "teaser", gap)] if summary else []
        block += [dated] if stamp > 0.75 else []
    return [*rows[:at], *block, *rows[at:]]


def _opening(text: str, rng: random.Random) -> str:
    """The first words of an article, broken off or to the end of a sentence."""
    if rng.random() < 0.4:
        return re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0][:300]
    cut = text[: rng.randrange(60, 240)].rsplit(" ", 1)[0]
    return cut + rng.choice(("", "", "…", "..."))


def _stamp(rng: random.Random) -> str:
    hour, day = rng.randrange(1, 24), rng.randrange(1, 29)
    return rng.choice(
        (f"{hour} hours ago", f"{hour}:{day + 20}", f"{day} May 20{day % 14 + 10}", f"{day} min", "News")
    )


def ended(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page with its article cut after a few of its lines, the last of them a sentence, mostly a short one, and
    with all, little or nothing of what follows the article."""
    wanted = [at for at, row in enumerate(rows) if row.wanted]
    if len(wanted) <= _FEW:
        return rows
    size = rng.randrange(_FEW, min(len(wanted), _CUT))
    parts = [part for at in wanted[: size + 1] for part in _parts(rows[at].text) if _is_sentence(part)]
    short = [part for part in parts if len(part) <= _CLOSING]
    if not parts:
        return rows
    last = replace(rows[wanted[size]], text=rng.choice(short or parts), kind="p", link=False)
    rest = rows[wanted[-1] + 1 :]
    after = rng.choice(([], [], rest[: rng.randrange(12)], rest))
    return [*rows[: wanted[size]], last, *after]


def parted(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page with its longer paragraphs in pieces of one or two sentences, as newspapers set them."""
    out: list[Row] = []
    for row in rows:
        parts = _parts(row.text) if row.wanted and len(row.text) > _LONG else [row.text]
        while parts:
            size = 1 if rng.random() < 0.6 else 2
            piece = " ".join(parts[:size])
            out.append(replace(row, text=piece))
            parts = parts[size:]
    return out


def _parts(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return _BETWEEN.split(text)


def _is_sentence(text: str) -> bool:
    return len(text) >= _LEAST and text.endswith((".", "!", "?", '"', "”", "’"))


def repeated(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page with its first lines, its menu, once more in the middle or at the end."""
    menu = [row for row in rows[: rng.randrange(5, 40)] if len(row.text) < 60]
    at = rng.choice((len(rows) // 2, len(rows)))
    return [*rows[:at], *menu, *rows[at:]]


def bulleted(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page with a sign before each item of a list."""
    sign = rng.choice(("- ", "• ", "* ", "– "))
    return [replace(row, text=sign + row.text) if row.kind == "bullet" else row for row in rows]


def wrapped(rows: list[Row], rng: random.Random) -> list[Row]:
    """The page broken at a column, with blank lines between its lines where it has any."""
    width = rng.randrange(60, 101)
    gaps = any(row.gap for row in rows)
    out: list[Row] = []
    for row in rows:
        pieces = textwrap.wrap(row.text, width) or [row.text]
        opens = gaps and (row.gap or len(pieces) > 1)
        out += [replace(row, text=piece, gap=opens and not at) for at, piece in enumerate(pieces)]
    return out


def about(rows: list[Row], rng: random.Random) -> list[Row]:
    """The article's part of a page: from a few lines before its first to a few after its last."""
    wanted = [at for at, row in enumerate(rows) if row.wanted] or [0]
    return rows[max(0, wanted[0] - rng.randrange(8)) : wanted[-1] + 1 + rng.randrange(15)]


def foreign(texts: list[str], rng: random.Random) -> list[str]:
    """The lines in no tongue: each letter another one throughout, so that no known word is left; some pages with
    nouns in capitals and letters with diacritics."""
    vowels, consonants = list(_VOWELS), list(_CONSONANTS)
    rng.shuffle(vowels)
    rng.shuffle(consonants)
    if rng.random() < 0.5:
        vowels[rng.randrange(5)] = rng.choice(_DIACRITICS)
    table = dict(zip(_VOWELS + _CONSONANTS, vowels + consonants, strict=True))
    signs = str.maketrans({**table, **{key.upper(): value.upper() for key, value in table.items()}})
    nouns = rng.random() < 0.4
    glued = rng.random() < 0.25

    def word(found: re.Match[str]) -> str:
        code = crc32(found[0].lower().encode())
        own = found[0].translate(signs)
        own = own.capitalize() if nouns and len(own) > 4 and code % 2 and own.islower() else own
        return own + ("lar" if code % 3 else "in") if glued and len(own) > 5 else own

    return [_WORD.sub(word, text) for text in texts]


def eastern(texts: list[str], rng: random.Random) -> list[str]:
    """The lines in signs of the Far East: short words in kana, longer ones in one or two Han, without blanks; or
    in Hangul, with fewer blanks."""
    korean = rng.random() < 0.35

    def word(found: re.Match[str]) -> str:
        low = found[0].lower()
        code, size = crc32(low.encode()), max(1, len(low) // 3)
        if korean:
            return "".join(_HANGUL[(code >> (4 * n)) % len(_HANGUL)] for n in range(max(1, len(low) // 2)))
        signs = _KANA if len(low) < 4 else _HAN
        return "".join(signs[(code >> (5 * n)) % len(signs)] for n in range(min(size, 3)))

    out = []
    for text in texts:
        own = _WORD.sub(word, text)
        own = re.sub(r"(?<=\w) (?=\w\w? )", "", own) if korean else re.sub(r"\s+", "", own).translate(_SIGNS)
        out.append(own or text)
    return out


def plain(rows: list[Row], rng: random.Random) -> list[Row]:
    """The lines with their blank lines, or without any."""
    return rows if rng.random() < 0.5 else without_gaps(rows)
