"""What a pattern can begin with: the first characters of its matches, as one pattern that is quick to fail.

The reading of a pattern is careless only towards letting more through: it takes look-around for nothing and any
construct it does not know for the end of what is known.
"""

import re
from collections.abc import Iterable

_PART = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\(\?(?:P<\w+>|:|<?[!=])|[()|?*+]|\{[\d,]+\}|.", re.DOTALL)
_DIGITS = re.compile(r"\[[\d-]+\]")
_AROUND = ("(?!", "(?=", "(?<!", "(?<=")
Starts = frozenset[tuple[str, bool]]
"""Beginnings, a digit written as 0; True where what follows is not known."""
Tree = dict[str, "Tree"]
_NOTHING: Starts = frozenset({("", False)})
_ANYTHING: Starts = frozenset({("", True)})


class _Walk:
    """One pass through a pattern, beginnings cut at `longest` characters."""

    def __init__(self, pattern: str, longest: int) -> None:
        self.parts = _PART.findall(pattern)
        self.at = 0
        self.longest = longest

    def _next(self) -> str:
        return self.parts[self.at] if self.at < len(self.parts) else ""

    def choice(self) -> Starts:
        """The beginnings of the alternatives from here to a closing bracket or the end."""
        found = self._sequence()
        while self._next() == "|":
            self.at += 1
            found |= self._sequence()
        return found

    def _sequence(self) -> Starts:
        found = _NOTHING
        while self._next() not in ("", "|", ")"):
            found = self._joined(found, self._repeated(self._item()))
        return found

    def _repeated(self, item: Starts) -> Starts:
        sign = self._next()
        if sign == "?":
            self.at += 1
            return item | _NOTHING
        if sign not in ("*", "+") and not sign.startswith("{"):
            return item
        self.at += 1
        once = sign == "+" or "1" <= sign[1:2] <= "9"
        return frozenset((start, True) for start, _ in item) if once else _ANYTHING

    def _joined(self, before: Starts, item: Starts) -> Starts:
        ended = {one for one in before if one[1]}
        longer = {(start + more, end) for start, known in before if not known for more, end in item}
        return frozenset(
            ended | {(start[: self.longest], end or len(start) >= self.longest) for start, end in longer}
        )

    def _item(self) -> Starts:
        part = self._next()
        self.at += 1
        if part.startswith("("):
            inside = self.choice()
            self.at += 1
            return _NOTHING if part in _AROUND else inside
        if part == r"\b":
            return _NOTHING
        if part == r"\s":
            return frozenset({(" ", False)})
        if part == r"\d" or part.isdigit() or _DIGITS.fullmatch(part):
            return frozenset({("0", False)})
        if part.startswith("[") or (part.startswith("\\") and part[1:].isalnum()) or part in (".", "^", "$"):
            return _ANYTHING
        return frozenset({(part.removeprefix("\\"), False)})


def starts(pattern: str, longest: int) -> set[str]:
    """The first `longest` characters of all that `pattern` can match, or as many as are known; 0 is any digit and
    a blank any white space."""
    return {start for start, _ in _Walk(pattern, longest).choice()}


def gate(found: Iterable[str], blank: str) -> str:
    """A pattern for texts that begin like one of `found`, where 0 is any digit and a blank is `blank`."""
    tree: Tree = {}
    last = None
    for start in sorted(found):
        if last is not None and start.startswith(last):
            continue
        last, node = start, tree
        for char in start:
            node = node.setdefault(char, {})
    return _pattern(tree, blank)


def _pattern(tree: Tree, blank: str) -> str:
    known = {"0": r"\d", " ": blank}
    found = [known.get(char, re.escape(char)) + _pattern(rest, blank) for char, rest in sorted(tree.items())]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})" if found else ""
