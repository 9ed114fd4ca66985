"""Triggers: the verbs and nouns of a sentence that name an action of `data/actions.toml`."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from coranto.data import rows
from coranto.reading.clauses import Scan, grammar, nominal, participle

Form = Literal["base", "s", "past", "participle", "ing", "noun"]
Relation = Literal[">", "=", "<"]
_WINDOW = 7


class Action(NamedTuple):
    """One row of the lexicon; `slots` are where its recipients (or fellow actors) stand, best first;
    `needs` is what must be known before it is told as an event: `both` parties, `content`, `request`, `force`."""

    lemma: str
    pos: str
    event: str
    mode: str
    family: str
    relation: Relation
    slots: tuple[str, ...]
    near: frozenset[str]
    never: frozenset[str]
    needs: str


class Trigger(NamedTuple):
    """Words `first:last` of a sentence that name `action`, in the form `form`."""

    action: Action
    first: int
    last: int
    form: Form


Entry = tuple[tuple[str, ...], Form, Action]


def _relation(frame: str) -> tuple[Relation, tuple[str, ...]]:
    for sign in (">", "=", "<"):
        _, found, slots = frame.partition(f" {sign}")
        if found:
            return sign, tuple(slots.split())
    return ">", ()


def _regular(verb: str, *, doubled: bool) -> tuple[tuple[str, Form], ...]:
    """The regular forms of an English verb."""
    hissing = verb.endswith(("s", "x", "z", "ch", "sh", "o"))
    soft = verb.endswith("y") and verb[-2:-1] not in "aeiou"
    stem = verb + verb[-1] if doubled else verb
    third = verb[:-1] + "ies" if soft else verb + ("es" if hissing else "s")
    past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if soft else stem + "ed"
    ing = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else stem + "ing"
    return (verb, "base"), (third, "s"), (past, "past"), (past, "participle"), (ing, "ing")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _verb_forms(row: dict[str, object]) -> Iterator[tuple[tuple[str, ...], Form]]:
    head, *rest = str(row["lemma"]).split()
    past, done = row.get("past"), row.get("participle")
    for form, tag in _regular(head, doubled=bool(row.get("doubled"))):
        if not (past and tag in ("past", "participle")):
            yield (form, *rest), tag
    for form in past if isinstance(past, list) else ():
        yield (form, *rest), "past"
    for form in done if isinstance(done, list) else past if isinstance(past, list) else ():
        yield (form, *rest), "participle"


def _noun_forms(lemma: str) -> Iterator[tuple[tuple[str, ...], Form]]:
    words = lemma.split()
    at = 0 if "of" in words or "from" in words else len(words) - 1
    yield tuple(words), "noun"
    yield (*words[:at], _plural(words[at]), *words[at + 1 :]), "noun"


@cache
def actions() -> tuple[Action, ...]:
    """All rows of the lexicon, in file order."""
    return tuple(_action(row) for row in rows("actions"))


def _action(row: dict[str, str]) -> Action:
    relation, slots = _relation(row["frame"])
    near, never = frozenset(row.get("near", "").split()), frozenset(row.get("not", "").split())
    return Action(
        row["lemma"], row["pos"], row["event"], row.get("mode", ""), row["family"], relation, slots, near, never,
        row.get("needs", ""),
    )  # fmt: skip


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    """Forms by first word; longer rows and rows that ask for company come first."""
    found: dict[str, list[Entry]] = {}
    for row, action in zip(rows("actions"), actions(), strict=True):
        forms = _verb_forms(row) if action.pos == "verb" else _noun_forms(action.lemma)
        for words, tag in forms:
            found.setdefault(words[0], []).append((words[1:], tag, action))
    return {word: tuple(sorted(entries, key=_weight)) for word, entries in found.items()}


def _weight(entry: Entry) -> tuple[int, int, str]:
    return -len(entry[0]), -bool(entry[2].near), entry[2].event


@cache
def verb_words() -> frozenset[str]:
    """Finite verb forms of the lexicon that are no noun of it."""
    index = _index()
    forms = ("s", "past")
    return frozenset(
        word
        for word, entries in index.items()
        if word not in _both()
        and any(not rest and tag in forms and word != action.lemma for rest, tag, action in entries)
    )


def trigger_words() -> frozenset[str]:
    """All words that are, or begin, a trigger."""
    return frozenset(_index())


def can_act(one: Scan) -> bool:
    """Whether any word of a sentence can be, or begin, a trigger."""
    return not _index().keys().isdisjoint(one.low)


def find(one: Scan, named: frozenset[int] = frozenset()) -> tuple[Trigger, ...]:
    """All triggers of a sentence in order; no word belongs to two, and none is of a name (`named`)."""
    index, found, free = _index(), list[Trigger](), 0
    for at in [at for at, word in enumerate(one.low) if word in index]:
        if at < free or at in named:
            continue
        trigger = _best(one, at, index[one.low[at]])
        if trigger is not None:
            found.append(trigger)
            free = trigger.last
    return tuple(found)


def _best(one: Scan, at: int, entries: tuple[Entry, ...]) -> Trigger | None:
    best: Trigger | None = None
    for rest, tag, action in entries:
        last = at + 1 + len(rest)
        if best is not None and last < best.last:
            break
        if one.low[at + 1 : last] != rest or not _company(one, at, last, action):
            continue
        if not _stands(one, at, last, tag):
            continue
        found = Trigger(action, at, last, tag)
        if best is None or _prefers(found, best, one):
            best = found
    return best


def _prefers(found: Trigger, best: Trigger, one: Scan) -> bool:
    """A participle wins over the same word as past when a form of "be" goes before."""
    if best.form == "past" and found.form == "participle" and found.action is best.action:
        return passive(one, found.first, found.last)
    return False


def passive(one: Scan, first: int, last: int) -> bool:
    """Whether the past participle `first:last` is passive: after a form of "be", or with "by" and no "have"."""
    for at in range(first - 1, max(first - 5, -1), -1):
        word = one.low[at]
        if word in grammar("be"):
            return True
        if word not in grammar("adverb") and not word.endswith("ly") and word != "not":
            if word in grammar("have") or word in grammar("pronoun"):
                return False
            break
    return "by" in one.low[last : last + 2]


def _company(one: Scan, first: int, last: int, action: Action) -> bool:
    if action.never:
        close = (*one.low[max(first - 3, 0) : first], *one.low[last : last + 4])
        if not action.never.isdisjoint(close):
            return False
    if action.event == "REQUEST" and action.lemma in ("ask", "want") and one.low[last : last + 1] == ("to",):
        return False
    if not action.near:
        return True
    wide = (*one.low[max(first - _WINDOW, 0) : first], *one.low[last : last + _WINDOW])
    return not action.near.isdisjoint(wide)


def _stands(one: Scan, first: int, last: int, tag: Form) -> bool:
    """Whether the word class fits the place."""
    if tag == "noun":
        if one.low[first].endswith("ing"):
            return not participle(one, first, last)
        if last - first > 1 or one.low[first] not in _both():
            return one.low[first - 1 : first] != ("to",) or one.low[first].endswith("s")
        return nominal(one, first, last, base=not one.low[last - 1].endswith("s"))
    before = one.low[first - 1] if first else ""
    if tag in ("base", "s"):
        return _verbal(one, first, last, tag)
    if tag == "ing":
        after = one.low[last] if last < len(one.low) else ""
        if before == "and" and one.low[first] in _both():
            return False
        if before == "with" and one.low[first] == "visiting":
            return one.words[last : last + 1] != () and one.words[last][:1].isupper()
        return not (
            before in grammar("determiner") or before in ("'s", "'", "with") or after in ("of", "between", "for")
        )
    if tag == "past" and before in grammar("be"):
        return False
    return before not in grammar("determiner") and before not in ("'s", "'") and before not in ("of", "for", "in")


@cache
def _both() -> frozenset[str]:
    """Words that the lexicon has as a noun and as a verb."""
    index = _index()
    double = (
        word for word, entries in index.items() if len({tag == "noun" for rest, tag, _ in entries if not rest}) > 1
    )
    return frozenset(double) | grammar("nounlike")


def _verbal(one: Scan, first: int, last: int, tag: Form) -> bool:
    before = one.low[first - 1] if first else ""
    if tag == "base" and (not before or before in ("“", '"', "‘")):
        return False
    if one.low[first] in _both():
        return not nominal(one, first, last, base=tag == "base")
    if before in grammar("determiner") or before in ("'s", "'"):
        return False
    if tag == "s" and first > 1 and one.low[first - 2].isdigit():
        return False
    if tag == "base" and before and not _subject_like(one, first - 1):
        return False
    return before not in grammar("preposition") or (before == "to" and tag == "base")


def _subject_like(one: Scan, at: int) -> bool:
    """Whether a base form may follow the word `at`: a plural, a name, a pronoun, an auxiliary, a mark."""
    word = one.low[at]
    if (
        one.words[at][:1].isupper()
        or word.endswith(("s", "ly", "n't", "men", "people", "not"))
        or not word.isalpha()
    ):
        return True
    return any(
        word in grammar(kind) for kind in ("modal", "pronoun", "relative", "adverb", "chain", "role", "boundary")
    ) or (word in ("and", "or", "but", "to", "police", "help", "let"))
