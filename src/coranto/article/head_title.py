"""The title of a page, and the outlet, out of the places where a page writes them."""

import re
from collections.abc import Sequence

from coranto.text.normal import ascii_fold, squeeze

_SEPARATOR = re.compile(r"\s+[|–—»·•:]{1,2}\s+|\s+-{1,2}\s+|\s*\|\s*|\s+::\s+")
_WORD = re.compile(r"\w+")
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|news|edition|de|en|fr|es|it|us|uk|beta)\.")


def pick(h1s: Sequence[str], claims: Sequence[str], html_title: str, outlet: str) -> tuple[str, str]:
    """The title and where it stands: the H1 that a claim (json-ld, og, twitter) or <title> confirms, else
    the first claim, else <title>; the last two without the outlet's name behind them."""
    stated = [squeeze(claim) for claim in claims if claim.strip()]
    head = squeeze(html_title)
    for h1 in (squeeze(one) for one in h1s):
        if len(h1) > 3 and any(_confirms(claim, h1) for claim in (*stated, head)):
            return h1, "h1"
    for claim in stated:
        return without_outlet(claim, outlet), "meta"
    if head:
        return without_outlet(head, outlet), "title"
    lone = [squeeze(one) for one in h1s if len(_WORD.findall(one)) > 2]
    return (lone[0], "h1") if len(lone) == 1 else ("", "")


def _confirms(claim: str, h1: str) -> bool:
    ours, theirs = _WORD.findall(ascii_fold(h1)), _WORD.findall(ascii_fold(claim))
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if len(ours) < 3:
        return False
    shared = len(set(ours) & set(theirs))
    return shared >= 0.8 * len(set(ours)) and shared >= 0.5 * len(set(theirs))


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name, or a short last part, behind its last separators."""
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:
        rest = title[cut.end() :]
        if outlet and _same(rest, outlet) and cut.start() > 3:
            return title[: cut.start()].strip()
    if cuts and outlet and cuts[0].start() > 1 and _same(title[: cuts[0].start()], outlet):
        return title[cuts[0].end() :].strip()
    if cuts and "|" in cuts[-1].group() and _short(title, cuts[-1]):
        return title[: cuts[-1].start()].strip()
    return title


def _short(title: str, cut: re.Match[str]) -> bool:
    return len(title[cut.end() :].split()) <= 4 and len(title[: cut.start()].split()) >= 4


def _same(one: str, other: str) -> bool:
    left, right = key(one), key(other)
    return (
        bool(left)
        and bool(right)
        and (
            left == right
            or (len(right) > 3 and left.startswith(right))
            or (len(left) > 3 and right.startswith(left))
        )
    )


def key(name: str) -> str:
    """A name as a key: folded letters and digits only."""
    return "".join(_WORD.findall(ascii_fold(name)))


def suffix(html_title: str) -> str:
    """The last part of a <title>, where it is short enough for an outlet's name."""
    cuts = list(_SEPARATOR.finditer(squeeze(html_title)))
    last = squeeze(html_title)[cuts[-1].end() :] if cuts else ""
    return last if 0 < len(last.split()) <= 4 else ""


def host(url: str) -> str:
    """The host of an address without `www` and its like."""
    name = url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
    return _HOST.sub("", name)


def outlet_of(names: Sequence[str], html_title: str, url: str) -> tuple[str, str]:
    """The outlet and where it is named: the first of `names` (og:site_name, publisher), the end of <title>
    where the host agrees, or the host itself."""
    for where, name in zip(
        ("meta og:site_name", "json-ld publisher", "meta application-name"), names, strict=False
    ):
        clean = squeeze(name)
        if clean and not clean.startswith(("http", "@")) and len(clean) < 60:
            return clean, where
    behind, site = suffix(html_title), host(url)
    if behind and site and key(behind)[:4] and key(behind)[:4] in key(site):
        return behind, "title"
    return (site, "url") if site else ("", "")
