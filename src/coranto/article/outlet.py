"""Which outlet a page is from, and which app or portal carried it, from rows and from what the page prints."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from coranto.data import rows
from coranto.text.normal import ascii_fold, squeeze
from coranto.types import Evidence

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*)?(?:by\s+)?(?P<name>[A-ZÀ-Ž][^.,|©\d]{1,50})",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?:reports?|writes|exclusively for)\s+(?P<name>(?:The\s)?[A-Z][\w'’&-]*(?:\s[A-Z][\w'’&-]*){0,4})\.?$"
)
_MAIL = re.compile(r"[\w.+-]{1,60}@((?:[\w-]{1,40}\.){1,4}[a-z]{2,8})\b")
_SUFFIX = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,40})$")
_GENERIC = frozenset(["all", "rights", "reserved", "the", "this", "inc", "ltd", "llc", "reserved"])
_GUESS = 0.6
_HOST = re.compile(r"[\w.-]+")
_BEHIND_HOST = re.compile(r"[/?#\\]")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A name with the zone and kind that its row gives, and the evidence."""

    name: str = ""
    zone: str = ""
    kind: str = ""
    country: str = ""
    evidence: tuple[Evidence, ...] = ()
    inferred: bool = False


@cache
def _by_name() -> dict[str, dict[str, Any]]:
    out: dict[str, dict[str, Any]] = {}
    for row in (*rows("outlets"), *_agencies()):
        for name in (row["name"], *row["aliases"]):
            out.setdefault(_key(name), row)
    return out


@cache
def _agencies() -> tuple[dict[str, Any], ...]:
    return tuple(
        {**row, "kind": "agency", "aliases": [a for a in row["aliases"] if len(a) > 3]} for row in rows("agencies")
    )


@cache
def _by_host() -> dict[str, dict[str, Any]]:
    return {host: row for row in (*_agencies(), *rows("outlets")) for host in row["domains"]}


def _key(name: str) -> str:
    key = ascii_fold(squeeze(name)).strip(" .|")
    return key.removeprefix("the ")


def _made(row: dict[str, Any], rule: str, text: str, where: str, inferred: bool = False) -> Outlet:
    evidence = (Evidence(rule=rule, text=text, where=where),)
    return Outlet(row["name"], row.get("zone", ""), row["kind"], row.get("country", ""), evidence, inferred)


def by_host(host: str, where: str = "url") -> Outlet:
    """The outlet of a host name or address: from its row, else named by its domain; empty for no host."""
    scheme, slashes, rest = host.strip().lower().partition("//")
    name = rest if slashes and (not scheme or scheme.endswith(":")) else scheme
    name = _BEHIND_HOST.split(name, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    name = name.removeprefix("www.").strip(".")
    if "." not in name or not _HOST.fullmatch(name):
        return Outlet()
    parts = name.split(".")
    for at in range(len(parts) - 1):
        row = _by_host().get(".".join(parts[at:]))
        if row is not None:
            return _made(row, "outlet row of the host", name, where)
    return Outlet(name, evidence=(Evidence(rule="host", text=name, where=where),))


def by_name(name: str, rule: str = "outlet name", where: str = "") -> Outlet:
    """The outlet of a name or alias; empty where no row has it."""
    row = _by_name().get(_key(name))
    return _made(row, rule, name, where) if row is not None else Outlet()


def is_carrier(outlet: Outlet) -> bool:
    """Whether an outlet is an app or portal that carries others' articles."""
    row = _by_name().get(_key(outlet.name))
    return bool(row and row.get("carrier"))


@cache
def _carriers() -> tuple[tuple[re.Pattern[str], str], ...]:
    out = []
    for row in rows("outlets"):
        if row.get("carrier"):
            names = "|".join(re.escape(name) for name in (row["name"], *row["aliases"]))
            out.append(
                (
                    re.compile(rf"\b(?:on|via|in the|with|open in|join|from)\s(?:{names})\b|^(?:{names})$"),
                    row["name"],
                )
            )
    return tuple(out)


@cache
def _carrier_named() -> re.Pattern[str]:
    names = (name for row in rows("outlets") if row.get("carrier") for name in (row["name"], *row["aliases"]))
    return re.compile("|".join(map(re.escape, names)))


def carrier_of(lines: Sequence[tuple[int, str]]) -> tuple[str, tuple[Evidence, ...]]:
    """The carrier that furniture lines name ("Top stories right now on <app>"), or an empty name."""
    for number, line in lines:
        if len(line) >= 120 or not _carrier_named().search(line):
            continue
        for pattern, name in _carriers():
            if pattern.search(line):
                return name, (Evidence(rule="carrier named by the page", text=line, where=f"line {number}"),)
    return "", ()


def printed(head: Sequence[tuple[int, str]], foot: Sequence[tuple[int, str]]) -> Outlet:
    """The outlet that the page's own lines name; empty when none does.

    In this order: a line that is an outlet's name, a closing "reports X", a rights line, the domain of a
    contact address.
    """
    for number, line in head:
        found = by_name(line, "line is an outlet's name", f"line {number}") if len(line) < 50 else Outlet()
        if found.name and not is_carrier(found) and found.kind != "agency":
            return found
    for number, line in head:
        told = _REPORTS.search(line)
        if told:
            known = by_name(told["name"], "the dek's closing credit", f"line {number}")
            if known.name:
                return known
            if re.search(r"\b(?:News|Times|Post|Herald|Tribune|Daily|Journal|Live)$", told["name"]):
                return Outlet(
                    told["name"],
                    evidence=(Evidence(rule="the dek's closing credit", text=told[0], where=f"line {number}"),),
                )
    return _rights((*head, *foot)) or _mailed((*head, *foot))


def _rights(lines: Sequence[tuple[int, str]]) -> Outlet | None:
    for number, line in lines:
        told = _RIGHTS.search(line[:200])
        if told is None:
            continue
        name = re.split(r"\s(?:All|all|Inc|Ltd|LLC|Alle|Tous|Media Ltd)\b", squeeze(told["name"]))[0].strip(" -–—")
        known = by_name(name, "rights line", f"line {number}")
        if known.kind == "agency" or is_carrier(known) or _key(name).split(" ")[0] in _GENERIC:
            continue
        if known.name:
            return known
        if 3 <= len(name) <= 40 and len(name.split()) <= 5:
            return Outlet(name, evidence=(Evidence(rule="rights line", text=line[:160], where=f"line {number}"),))
    return None


def _mailed(lines: Sequence[tuple[int, str]]) -> Outlet:
    for number, line in lines:
        for domain in _MAIL.findall(line[:400]):
            known = by_host(domain, f"line {number}")
            if known.kind and not is_carrier(known):
                return known
    return Outlet()


def suffix(title: str) -> tuple[str, Outlet]:
    """A title without the outlet's name at its end, and that outlet."""
    found = _SUFFIX.search(title)
    known = by_name(found["name"], "end of the title", "title") if found else Outlet()
    return (title[: found.start()], known) if found and known.name else (title, Outlet())


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str], float, str], ...]:
    return tuple(
        (r["outlet"], re.compile(r["pattern"]), r["confidence"], r["why"]) for r in rows("outlets", "frame")
    )


def inferred(text: str) -> Outlet:
    """The outlet whose typical wordings and page parts add up to enough; always marked as inferred."""
    sums: dict[str, float] = {}
    evidence: dict[str, list[Evidence]] = {}
    sample = text[:20_000]
    for name, pattern, confidence, why in _frames():
        found = pattern.search(sample)
        if found:
            sums[name] = sums.get(name, 0.0) + confidence
            quote = squeeze(found[0])[:120]
            evidence.setdefault(name, []).append(
                Evidence(rule=f"typical of the outlet ({confidence}): {why}", text=quote)
            )
    best = min(sums, key=lambda name: (-sums[name], name), default="")
    if not best or sums[best] < _GUESS:
        return Outlet()
    row = _by_name()[_key(best)]
    return Outlet(
        best, row.get("zone", ""), row["kind"], row.get("country", ""), tuple(evidence[best]), inferred=True
    )
