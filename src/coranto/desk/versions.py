"""Versions of one article: the same address read again, or the same outlet's page under nearly the same title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from coranto import copies
from coranto.errors import UsageError
from coranto.store import Archive
from coranto.types import VersionDiff, WordChange
from coranto.types.codec import to_data
from coranto.types.ids import kind_of

_MOST = 60
_EDGE = 240
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both versions have, or only the older (`del`) or the later (`ins`); `skipped` counts words of a
    long unchanged stretch that are left out behind it."""

    kind: Literal["same", "del", "ins"]
    text: str
    skipped: int = 0


@dataclass(slots=True)
class Stretch:
    """A paragraph of the later version with what was taken out of it."""

    runs: list[Run] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was added or removed in it."""
        return any(run.kind != "same" for run in self.runs)


def chain(archive: Archive, ident: str) -> list[str]:
    """The ids of all versions of an article in order of time, itself among them. Raises `NotFound`."""
    archive.moment_of(ident)
    seen, queue = {ident}, [ident]
    while queue and len(seen) < _MOST:
        here = queue.pop()
        ends = [edge.parent for edge in archive.edges_of(here) if edge.kind == "version_of"]
        ends += [edge.child for edge in archive.edges_to(here) if edge.kind == "version_of"]
        fresh = [end for end in ends if end not in seen]
        seen.update(fresh)
        queue += fresh
    later = {one: sum(edge.parent in seen for edge in archive.edges_of(one)) for one in seen}
    when = {one: _read(archive.line(one)) for one in seen}
    return sorted(seen, key=lambda one: (when[one], later[one], one))


def _read(line: dict[str, Any]) -> str:
    """When a version was on the page, as far as known: captured, updated, published; unknown ones last."""
    return str(line["captured"] or line["updated"]["value"] or line["published"]["value"] or "~")


def versions(archive: Archive, ident: str) -> dict[str, Any]:
    """`{"id", "versions", "changes"}`: article lines in order of time, and what changed from each to the next, word
    by word, `{"old", "new", "title", "text"}`. Raises `NotFound`, and `UsageError` for what is no article."""
    if kind_of(ident) != "art":
        raise UsageError(f"versions takes the id of an article (art-…), not {ident[:60]!r}")
    idents = chain(archive, ident)
    held = [archive.article_of(one) for one in idents]
    changes = [to_data(copies.diff(old, new)) for old, new in pairwise(held)]
    return {"id": ident, "versions": [archive.line(one) for one in idents], "changes": changes}


def compared(archive: Archive, ident: str, old: str, new: str) -> dict[str, Any]:
    """The versions of an article with one pair of them laid side by side for reading; without `old` and `new` the
    article and the version before it, or the first two.

    Raises `NotFound`, and `UsageError` for ids that are no versions of it.
    """
    idents = chain(archive, ident)
    at = max(1, idents.index(ident))
    left, right = old or idents[at - 1], new or (idents[at] if at < len(idents) else ident)
    if left not in idents or right not in idents:
        raise UsageError("These two are no versions of one article.")
    lines = [archive.line(one) for one in idents]
    shown = {"id": ident, "versions": lines, "old": left, "new": right, "title": [], "text": [], "same": True}
    if left != right:
        before, after = archive.article_of(left), archive.article_of(right)
        found = copies.diff(before, after)
        shown["title"] = [run for one in stretches(found.title, before.title, after.title) for run in one.runs]
        shown["text"] = folded(stretches(found.text, before.text, after.text))
        shown["same"] = not any(one.op != "same" for one in (*found.title, *found.text))
        shown["counts"] = counted(found)
    return shown


def counted(found: VersionDiff) -> dict[str, int]:
    """How many words were added and removed."""
    gone = [one.old for one in found.text if one.op in ("removed", "changed")]
    come = [one.new for one in found.text if one.op in ("added", "changed")]
    return {"removed": sum(len(text.split()) for text in gone), "added": sum(len(text.split()) for text in come)}


def stretches(changes: Iterable[WordChange], old: str, new: str) -> list[Stretch]:
    """The changes as paragraphs of the later text; what was removed stands where it was."""
    found = [Stretch()]
    here = there = 0
    for one in changes:
        gap = new[there : one.new_start] if one.new else old[here : one.old_start]
        if _BREAK in gap and found[-1].runs:
            found.append(Stretch())
        elif gap and found[-1].runs:
            found[-1].runs.append(Run("same", " "))
        for run in _runs(one):
            if run is None:
                found.append(Stretch())
            else:
                found[-1].runs.append(run)
        here, there = one.old_end, one.new_end
    return [one for one in found if one.runs]


def _runs(one: WordChange) -> Iterator[Run | None]:
    """The runs of a change; None begins a paragraph."""
    if one.op in ("removed", "changed"):
        yield Run("del", one.old.replace(_BREAK, " ¶ "))
    if one.op == "changed":
        yield Run("same", " ")
    if one.op != "removed":
        kind: Literal["same", "ins"] = "same" if one.op == "same" else "ins"
        for number, text in enumerate(one.new.split(_BREAK)):
            if number:
                yield None
            if text:
                yield Run(kind, text)


def folded(found: list[Stretch]) -> list[dict[str, Any]]:
    """Paragraphs for reading, `{"changed", "many", "runs"}`: unchanged ones between two changes stand together,
    `many` of them, and long unchanged stretches inside a changed one are cut in their middle."""
    out: list[dict[str, Any]] = []
    for one in found:
        if one.changed:
            out.append({"changed": True, "many": 1, "runs": [cut for run in one.runs for cut in _cut(run)]})
        elif out and not out[-1]["changed"]:
            out[-1]["many"] += 1
            out[-1]["runs"].append(one.runs)
        else:
            out.append({"changed": False, "many": 1, "runs": [one.runs]})
    return out


def _cut(run: Run) -> Iterator[Run]:
    if run.kind != "same" or len(run.text) <= 3 * _EDGE:
        yield run
        return
    head = run.text[:_EDGE].rpartition(" ")[0]
    tail = run.text[-_EDGE:].partition(" ")[2]
    between = run.text[len(head) : len(run.text) - len(tail)]
    yield Run("same", head, skipped=len(between.split()))
    yield Run("same", tail)
