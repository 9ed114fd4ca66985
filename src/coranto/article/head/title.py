"""The name of the outlet: cut off titles, and taken out of the places where a page writes it."""

import re
from collections.abc import Sequence

from coranto.article.outlet import Outlet, by_host, by_name, is_carrier
from coranto.data import words
from coranto.text.normal import ascii_fold, squeeze

SEPARATOR = re.compile(r"\s+(?:[–—»·•]|:{1,2}|-{1,2}|/)\s+|\s*[|ㅣ｜]\s*")
_WORD = re.compile(r"\w+")
_TOPIC = 2
_COMPANY = re.compile(
    r",?\s+(?:GmbH(?: & Co\.? KG)?|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|plc|AG|S\.?A\.?|S\.?p\.?A\.?|S\.?r\.?l\.?"
    r"|AS|A/S"
    r"|AB|Oy|B\.?V\.?|Co\.|Corp(?:oration)?\.?|Pty|Pvt\.?|Sp\. z o\.o\.)$"
)
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|news|edition|de|en|fr|es|it|us|uk|beta)\.")


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name, or a short last part, behind its last separators."""
    cuts = list(SEPARATOR.finditer(title))
    for cut in cuts:
        rest = title[cut.end() :]
        if outlet and _same(rest, outlet) and cut.start() > 3:
            return title[: cut.start()].strip()
    if cuts and outlet and cuts[0].start() > 1 and _same(title[: cuts[0].start()], outlet):
        return title[cuts[0].end() :].strip()
    if cuts and "|" in cuts[-1].group() and _short(title, cuts[-1]):
        return title[: cuts[-1].start()].strip()
    return title


def topic(html_title: str) -> str:
    """A <title> without the path that forum programs write: behind the topic its board and the site, each after a
    stroke, or before it the site and what the page is ("View topic - ")."""
    parts = html_title.split(" / ")
    if len(parts) > 2 and len(parts[0].split()) >= _TOPIC:
        return parts[0].strip()
    for cut in list(SEPARATOR.finditer(html_title))[:2]:
        head = html_title[: cut.start()]
        last = list(SEPARATOR.finditer(head))[-1:]
        label = head[last[0].end() :] if last else head
        if squeeze(label).casefold() in words("html_title_labels"):
            return html_title[cut.end() :].strip()
    return html_title


def _short(title: str, cut: re.Match[str]) -> bool:
    return len(title[cut.end() :].split()) <= 4 and len(title[: cut.start()].split()) >= 4


def _same(one: str, outlet: str) -> bool:
    """Whether a part of a title is the outlet's name, or holds the name that its host has."""
    left, right = key(one), key(outlet)
    if not left or not right:
        return False
    label = key(outlet.partition(".")[0]) if "." in outlet else ""
    if len(label) > 3 and label in left:
        return True
    return (
        left == right
        or (min(len(left), len(right)) > 3 and left.startswith(right))
        or (len(left) > 3 and right.startswith(left))
    )


def key(name: str) -> str:
    """A name as a key: folded letters and digits only."""
    return "".join(_WORD.findall(ascii_fold(name)))


def suffix(html_title: str) -> str:
    """The last part of a <title>, where it is short enough for an outlet's name."""
    cuts = list(SEPARATOR.finditer(squeeze(html_title)))
    last = squeeze(html_title)[cuts[-1].end() :] if cuts else ""
    return last if 0 < len(last.split()) <= 4 else ""


def host(url: str) -> str:
    """The host of an address without `www` and its like."""
    name = url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
    return _HOST.sub("", name)


def outlet_of(names: Sequence[str], html_title: str, url: str) -> tuple[str, str]:
    """The outlet and where it is named, out of `names` (og:site_name, publisher, application-name), the end of
    <title> and the address.

    The row of the host comes first, unless it is a portal that carries others. Else of the names, cut of
    taglines and company forms, the one that the host repeats, or the first.
    """
    site = host(url)
    row = by_host(site) if site else Outlet()
    if row.kind and not is_carrier(row):
        return row.name, "url"
    places = ("meta og:site_name", "json-ld publisher", "meta application-name", "title")
    found: list[tuple[int, str, str]] = []
    for place, name in zip(places, (*names[:3], suffix(html_title)), strict=False):
        clean = _clean(name, site)
        near = fits(clean, site)
        if clean and not clean.startswith(("http", "@")) and len(clean) < 60 and (near or place != "title"):
            found.append((near, clean, place))
    if found:
        _, name, place = max(found, key=_first_best)
        known = by_name(name)
        return known.name or name, place
    return (site, "url") if site else ("", "")


def _first_best(one: tuple[int, str, str]) -> int:
    return one[0]


def fits(name: str, site: str) -> int:
    """How well a name goes with a host: 2 for the same letters, 1 where one begins with the other, else 0."""
    label, own = label_of(site), key(name.removeprefix("The ").removeprefix("the "))
    if not label or not own or name.lower() == site:
        return 0
    if own == label or key(name) == label:
        return 2
    return int(min(len(own), len(label)) > 3 and (own.startswith(label) or label.startswith(own)))


def label_of(site: str) -> str:
    """The letters of the name that a host has before its public end: `dailypost` of daily-post.co.uk."""
    parts = [part for part in site.split(".") if part][:-1]
    while len(parts) > 1 and len(parts[-1]) <= 3:
        parts.pop()
    return key(parts[-1]) if parts else ""


def _clean(name: str, site: str) -> str:
    """A name without a tagline or a company's legal form."""
    whole = squeeze(name)
    parts = [part for part in SEPARATOR.split(whole) if part.strip()]
    if len(parts) > 1:
        worth = [fits(part.strip(), site) for part in parts]
        whole = parts[worth.index(max(worth))].strip()
    return _COMPANY.sub("", whole).strip(" ,")
