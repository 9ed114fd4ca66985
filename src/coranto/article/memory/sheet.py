"""The sheet of a page: its outlet, its time, and its lines as hashes; all that the pages beside it need to know."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np

from coranto.article.credit import agency
from coranto.article.draft import Draft
from coranto.article.dump.cues import cues
from coranto.article.memory.line import ASIDE, BYTES, CUED, KEPT, LABEL, hashed, look
from coranto.article.memory.matter import apart
from coranto.article.outlet import suffix
from coranto.data import words
from coranto.text.normal import ascii_fold, squeeze
from coranto.types import Page

_HALF = 300
_PIECES = 400
_NAME = 40
_FRONTS = frozenset(("www", "m", "amp", "mobile"))
_WIDTH = BYTES + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is remembered of a page: `outlet` is the key of its host or outlet ("" where neither is known, and then
    it has no siblings), `moment` the ISO time that orders it, `title` the hash of its title, `lines` the hashes of
    its lines in page order with `marks` beside them."""

    page: str
    outlet: str
    moment: str = ""
    title: int = 0
    thread: bool = False
    lines: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it stands among all sheets."""
        return self.outlet, self.moment, self.page


def sheet_of(draft: Draft, page: Page) -> Sheet:
    """The sheet of a page by its first cleaning; at most the first and the last 300 lines. Linear time."""
    shown = draft.lines if len(draft.lines) <= 2 * _HALF else (*draft.lines[:_HALF], *draft.lines[-_HALF:])
    own: dict[int, int] = {}
    texts = [piece.text for piece in draft.pieces[:_PIECES]]
    for text, aside in zip(texts, apart(draft.title, texts), strict=True):
        own.setdefault(hashed(text), _kept(text) | (ASIDE if aside else 0))
    lines: dict[int, int] = {}
    for text in shown:
        key = hashed(text)
        lines.setdefault(key, own.get(key) or look(text))
    # a paragraph that the page's lines show in pieces is remembered before them, as it is nowhere among them
    found = {key: mark for key, mark in (own | lines).items() if key}
    return Sheet(
        page=page.id, outlet=key_of(draft, page), thread=draft.kind == "forum", title=hashed(squeeze(draft.title)),
        moment=(page.captured or draft.captured or draft.published.value or page.hints.published)[:25],
        lines=tuple(found), marks=tuple(found.values()),
    )  # fmt: skip


def _kept(text: str) -> int:
    """The marks of a line that stands in the article."""
    cued = bool(cues(text).groups)
    own = ascii_fold(text).strip(" :*") in words("part_labels") or (len(text) < _NAME and agency(text))
    own = own or (text.endswith(":") and not cued)  # who speaks next
    return KEPT | look(text) | (LABEL if own else 0) | (CUED if cued else 0)


def key_of(draft: Draft, page: Page) -> str:
    """What names the pages that share their furniture: the host of the address, else the outlet's name."""
    host = urlsplit(page.url if "//" in page.url else f"//{page.url}").netloc.rpartition("@")[2].lower()
    front, _, rest = host.partition(":")[0].partition(".")
    if rest:
        return rest if front in _FRONTS else f"{front}.{rest}"
    name = draft.outlet or page.hints.outlet or suffix(squeeze(draft.title))[1].name
    return ascii_fold(squeeze(name))


def packed(sheet: Sheet) -> bytes:
    """A sheet's title and lines as bytes: six for each line and seven more."""
    rows = [(sheet.title << 8) | sheet.thread]
    rows += [(line << 8) | mark for line, mark in zip(sheet.lines, sheet.marks, strict=True)]
    wide = np.array(rows, dtype="<u8").view(np.uint8).reshape(-1, 8)
    return wide[:, :_WIDTH].tobytes()


def unpacked(page: str, place: tuple[str, str], raw: bytes) -> Sheet:
    """The sheet that `packed` gave, of a page with this outlet and moment."""
    wide = np.zeros((len(raw) // _WIDTH, 8), dtype=np.uint8)
    wide[:, :_WIDTH] = np.frombuffer(raw, dtype=np.uint8).reshape(-1, _WIDTH)
    rows = wide.reshape(-1).view("<u8")
    lines, marks = (rows >> np.uint64(8)).tolist(), (rows & np.uint64(255)).tolist()
    return Sheet(
        page=page, outlet=place[0], moment=place[1], title=lines[0], thread=bool(marks[0]),
        lines=tuple(lines[1:]), marks=tuple(marks[1:]),
    )  # fmt: skip
