"""Bytes to text: mark, UTF-8, what is declared, and only then a guess.

Declared character sets are wrong more often than text happens to be valid UTF-8, so UTF-8 is tried first.
"""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""")
_HEAD = 8192
_NEAR = 4096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE = 65_536
# what browsers make of these labels (WHATWG): pages that say Latin-1 mean the Windows code page
_LABELS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "iso-8859-9": "cp1254", "tis-620": "cp874", "iso-8859-11": "cp874", "windows-31j": "cp932",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "big5": "big5hkscs",
}  # fmt: skip
_NO_TEXT = re.compile(r"utf.?7|idna|punycode|unicode.?escape|raw|undef|mbcs|oem|hex|base|bz|zip|zlib|uu|quo|rot")
_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6"
    "\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2122]{1,3}"
)
_TWICE_SIGN = re.compile("â[\u0080€][\u0080-\u00bf™œžš˜“”¦¢]|Ã[\u00a0-\u00bf]|â‚¬")


def decode(body: bytes, declared: str, html: bool) -> tuple[str, tuple[str, ...]]:
    """The text of `body` and flags about how it was had; never raises, linear time.

    `declared` is a character set from outside (an HTTP header), `html` lets meta elements be looked at.
    Flags: `broken_encoding` (some bytes made no sense), `mixed_encoding` (parts of the page are in two sets),
    `guessed_encoding` (nothing said which set),
    `mended_encoding` (text that had been encoded twice was put right). Line ends become line feeds,
    NUL characters are dropped.
    """
    text, flags = _decode(body, declared, html)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x00", "")
    mended = _mend(text)
    return (text, flags) if mended is text else (mended, (*flags, "mended_encoding"))


def _decode(body: bytes, declared: str, html: bool) -> tuple[str, tuple[str, ...]]:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _with(body[len(mark) :], name)
    if wide := _wide(body):
        return _with(body, wide)
    labels = [label for label in (_known(declared), _known(_inside(body, html))) if label]
    if b"\x1b" in body[:_SAMPLE] and any(label.startswith("iso2022") for label in labels):
        return _with(body, next(label for label in labels if label.startswith("iso2022")))
    loose = body.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if not broken:
        return loose, ()
    # a stray byte in sound UTF-8 is damage or a letter of the Windows page, not another set for the whole
    if sum(map(len, _NON_ASCII.findall(loose))) - broken > 8 * broken:
        return body.decode("utf-8", _STRAY), ("broken_encoding",)
    label = next((label for label in labels if label != "utf-8"), "")
    if (pieces := _PIECE.split(body)) and _is_mixed(pieces):
        return _pieced(pieces, label)
    if label:
        return _with(body, label)
    text, flags = _with(body, _guess(body[:_SAMPLE]))
    return text, (*flags, "guessed_encoding")


def _is_mixed(pieces: list[bytes]) -> bool:
    """Whether some pieces of a page are UTF-8, by more characters than chance would give, though others are not."""
    return sum(map(_wide_characters, pieces)) >= _CHANCE


def _wide_characters(piece: bytes) -> int:
    """The characters beyond ASCII of a piece of UTF-8; 0 for few of them, which other sets may hit by chance."""
    if piece.isascii():
        return 0
    try:
        found = sum(map(len, _NON_ASCII.findall(piece.decode("utf-8"))))
    except UnicodeDecodeError:
        return 0
    return found if found >= _TELLING else 0


def _pieced(pieces: list[bytes], label: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page put together of two character sets, each piece read as what it is."""
    sound = [_is_utf8(piece) for piece in pieces]
    odd = b"".join(piece for piece, is_sound in zip(pieces, sound, strict=True) if not is_sound)
    name = label or _guess(odd[:_SAMPLE])
    text = "".join(
        piece.decode("utf-8" if is_sound else name, "replace")
        for piece, is_sound in zip(pieces, sound, strict=True)
    )
    return text, ("mixed_encoding", *(("broken_encoding",) if "\ufffd" in text else ()))


def _is_utf8(piece: bytes) -> bool:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(sample: bytes) -> str:
    # a guess needs letters to go on; a few odd bytes in Latin text are quotes and accents
    if sum(byte > 127 for byte in sample) < 12:
        return "cp1252"
    best = from_bytes(sample, steps=3).best()
    guessed = _known(best.encoding) if best is not None else ""
    return "cp1252" if not guessed or guessed == "ascii" or guessed.startswith("utf") else guessed


_STRAY = "coranto.stray"
_AS_WINDOWS = frozenset(range(0x82, 0x9D)) - {0x8D, 0x8F, 0x90} | frozenset(range(0xA1, 0xFE))


def _stray(error: UnicodeError) -> tuple[str, int]:
    """A single odd byte among plain ones as the Windows code page has it; else the sign for what is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd, around = error.object[error.start : error.end], error.object[error.start - 1 : error.end + 1]
    alone = len(odd) == 1 and sum(byte > 127 for byte in around) == 1
    return (odd.decode("cp1252") if alone and odd[0] in _AS_WINDOWS else "\ufffd"), error.end


codecs.register_error(_STRAY, _stray)
# no set that is met gives these two bytes as part of a character
_PIECE = re.compile(rb"(?=[<\n])")
_TELLING, _CHANCE = 4, 8
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")


def _with(body: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = body.decode(name, "replace")
    return text, ("broken_encoding",) if "\ufffd" in text else ()


def _inside(body: bytes, html: bool) -> str:
    head = body[:_HEAD]
    match = (_XML.search(head) or _META.search(head)) if html else None
    # a page that could be read up to its meta element is not in a wide encoding, whatever it says
    label = match.group(1).decode("ascii", "replace") if match else ""
    return "" if label.lower().startswith(("utf-16", "utf-32")) else label


def _known(label: str) -> str:
    """The codec's own name for a label, empty when there is no such text codec."""
    label = _LABELS.get(label.strip().lower(), label.strip().lower())
    if not label or _NO_TEXT.match(label):
        return ""
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""


def _wide(body: bytes) -> str:
    """The byte order of UTF-16 without a mark: every second byte of Latin text is zero."""
    head = body[:400]
    if len(head) < 8 or head.count(0) < len(head) * 0.3:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.6 * len(head) / 2 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * len(head) / 2 and odd == 0 else ""


def _once(match: re.Match[str]) -> str:
    run = match.group()
    for end in range(len(run), 1, -1):
        try:
            raw = b"".join(_byte(char) for char in run[:end])
            return raw.decode("utf-8") + run[end:]
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
    return run


def _byte(char: str) -> bytes:
    # the five holes of the Windows code page pass through as control characters
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252")


def _mend(text: str) -> str:
    """Text with UTF-8 that was read as Windows-1252 put right; the very same object when there was none."""
    if not ("â" in text or "Ã" in text) or not _TWICE_SIGN.search(text):
        return text
    mended = _TWICE.sub(_once, text)
    return text if mended == text else mended


def is_binary(body: bytes) -> bool:
    """Whether too many control characters stand at the start for any text."""
    near = body[:_NEAR]
    if near.startswith(tuple(mark for mark, _ in _BOMS if mark != codecs.BOM_UTF8)):
        return False
    zeros = near.count(0)
    # UTF-16 without a mark: zeros, but in one half of the places only
    if zeros > 0.3 * len(near) and 0 in (near[::2].count(0), near[1::2].count(0)):
        return False
    controls = len(near) - len(near.translate(None, _CONTROLS))
    return controls > 0.04 * len(near)
