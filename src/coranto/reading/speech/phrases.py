"""Noun phrases around a cue, by word classes: the subject before it, the one after it, the object behind it."""

from coranto.reading.names.tokens import Token
from coranto.reading.speech.cues import word_set

PREPOSITIONS = word_set("prepositions")
BREAKS = word_set("breaks")
PRONOUNS = word_set("pronouns")
WHEN = word_set("when")
_DAYS = word_set("days")
_SPANS = frozenset(("year", "week", "month", "night", "fall", "spring", "summer", "winter", "weekend", "time"))
_SAYING = word_set("saying")
_INSERTS = word_set("inserts")
_WITH = frozenset(("of", "for", "at", "with", "from", "to", "on", "in"))
_AFTER_ROLE = frozenset(("for", "at", "with", "from", "to", "on", "in"))
_NEARLY = frozenset(("about", "around", "roughly", "nearly", "almost", "over", "just", "only", "some"))
_MORE_THAN = frozenset((("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to")))
_PARTS = frozenset(("half", "one", "a"))
_MOST = 40
Part = tuple[int, int]


def verb_start(tags: str, tokens: tuple[Token, ...], cue: int, floor: int) -> int:
    """Where the verb group of a cue begins: auxiliaries and adverbs before it belong to it."""
    at = cue
    while at > floor and (tags[at - 1] == "X" or (tags[at - 1] in "Rs" and _inside_group(tags, tokens, at - 1))):
        at -= 1
    return _past_time(tags, tokens, at, floor)


def _past_time(tags: str, tokens: tuple[Token, ...], at: int, floor: int) -> int:
    """Back over "last year", "on Tuesday", "this week" between a subject and its verb."""
    if at - floor < 3:
        return at
    word = tokens[at - 1].low
    if word in _SPANS and tokens[at - 2].low in ("last", "this", "next", "that", "earlier"):
        return at - 2 if tags[at - 3] in "NMOW" else at
    if word in _DAYS and word[-3:] == "day":
        back = at - 2 if tokens[at - 2].low == "on" else at - 1
        return back if tags[back - 1] in "NMOW" else at
    return at


def _inside_group(tags: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an adverb, or the 's of "he's", belongs to the verb group after it."""
    if tags[at] == "s":
        return at > 0 and tags[at - 1] == "O"
    return tokens[at].low not in ("however", "yet", "so", "together", "alike")


def subject_before(tags: str, tokens: tuple[Token, ...], verb: int, floor: int) -> Part:
    """The noun phrase that ends right before `verb`, appositions included; (verb, verb) when none.

    "Zhang Youxia, vice chairman of the commission, said" gives all up to the second comma.
    """
    if verb <= floor:
        return verb, verb
    before = tags[verb - 1]
    if before == "," or (before in "-)" and verb - floor > 3):
        return _apposed(tags, tokens, verb, floor)
    if before == "C":
        return verb, verb
    if before in "WI" and verb - 1 > floor and tags[verb - 2] in 'NMODAs,#)-"':
        return verb - 1, verb
    return trimmed(tags, tokens, phrase_start(tags, tokens, verb, floor), verb)


def phrase_start(tags: str, tokens: tuple[Token, ...], stop: int, floor: int) -> int:
    """Where the noun phrase before `stop` begins, as far back as its words can belong to it."""
    at, low = stop, max(floor, stop - _MOST)
    while at > low:
        tag = tags[at - 1]
        if tag in "VXE" and at < stop:
            relative = _relative(tags, at - 1, low)
            if relative:
                at = relative
                continue
            if tag == "E" and at - 1 > low and tags[at - 2] in "NM" and tags[at : at + 1] == "P":
                at -= 1
                continue
        if tag == "S" and tokens[at - 1].low == "than" and counted(tags, tokens, at - 2):
            at -= 2
            continue
        if tag in ',.;:()"-SWIVXB' or (tag == "E" and tags[at - 2 : at - 1] == "X"):
            break
        if (tag == "T" and tags[at : at + 1] == "B") or (tag == "G" and tokens[at - 1].low in _SAYING):
            break
        if tag == "C" and _links_clauses(tags, tokens, at):
            break
        at -= 1
    return at


def _relative(tags: str, verb: int, low: int) -> int:
    """Index of the noun a relative clause with its verb at `verb` hangs on, plus one; 0 when there is none."""
    for at in range(verb - 1, max(low, verb - 9), -1):
        if tags[at] in "WI":
            return at if at > low and tags[at - 1] in "NM" else 0
        if tags[at] in ',.;:"SV':
            return 0
    return 0


def _links_clauses(tags: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" before token `at` links clauses: a pronoun follows, a comma or no noun stands before."""
    if tokens[at - 1].low in ("but", "nor"):
        return True
    if at < 2 or tags[at - 2] not in "NMA#sO)":
        return True
    return tokens[at].low in PRONOUNS


def trimmed(tags: str, tokens: tuple[Token, ...], start: int, stop: int) -> Part:
    """Without what only stands before a subject: adverbs, days, prepositional openings ("In May the minister")."""
    while start < stop and (tags[start] in "XRC" or tokens[start].low in _DAYS):
        if counted(tags, tokens, start):
            return start, stop
        start += 1
    if counted(tags, tokens, start):
        return start, stop
    if start < stop and tags[start] in "PTG":
        start = _past_preposition(tags, tokens, start, stop)
    if stop - start > 1 and tags[stop - 1] == "O" and tokens[stop - 1].low in PRONOUNS:
        start = stop - 1
    if start < stop and not any(tag in "NMOD#AG" for tag in tags[start:stop]):
        return stop, stop
    return (start, stop) if start < stop <= start + _MOST else (stop, stop)


def counted(tags: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word or two here only weigh the number after them: "about one in five", "more than 40"."""
    word = tokens[at].low if at < len(tokens) else ""
    second = tokens[at + 1].low if at + 1 < len(tokens) else ""
    size = 1 if word in _NEARLY else 2 if (word, second) in _MORE_THAN else 0
    after = at + size
    return size > 0 and after < len(tokens) and (tags[after] == "#" or tokens[after].low in _PARTS)


def _past_preposition(tags: str, tokens: tuple[Token, ...], start: int, stop: int) -> int:
    for at in range(start + 2, stop):
        fresh = tags[at] in "DO" or (tags[at] == "M" and tags[at - 1] == "N")
        if (fresh and tags[at - 1] in "NM#O") or (tokens[at - 1].low in _DAYS and tags[at] in "MND"):
            return at
    return stop


def _apposed(tags: str, tokens: tuple[Token, ...], verb: int, floor: int) -> Part:
    """A subject with something set apart behind it: between commas, dashes or brackets."""
    mark = tags[verb - 1]
    opening = "(" if mark == ")" else mark
    at = verb - 2
    while at > floor and tags[at] != opening:
        if tags[at] in ';:"' or verb - at > _MOST:
            return verb, verb
        at -= 1
    if at <= floor:
        return verb, verb
    start, stop = trimmed(tags, tokens, phrase_start(tags, tokens, at, floor), at)
    if start == stop:
        return verb, verb
    start = _wider(tags, tokens, start, floor)
    insert = tags[at + 1] in "RGE" or tokens[at + 1].low in _INSERTS
    return (start, stop) if insert and mark == "," else (start, verb - (mark == ","))


def _wider(tags: str, tokens: tuple[Token, ...], start: int, floor: int) -> int:
    """A phrase that only goes on with an age, a place or a role takes in the name before its comma."""
    while start - 2 > floor and tags[start - 1] == "," and (tags[start] in "#PDN" or tags[start - 2] == "#"):
        if tags[start] == "D" and tokens[start].low not in ("a", "an", "the"):
            return start
        name, end = trimmed(tags, tokens, phrase_start(tags, tokens, start - 1, floor), start - 1)
        if name == end or tags[end - 1] not in "M#" or "M" not in tags[name:end]:
            return start
        start = name
    return start


def opening_subject(tags: str, tokens: tuple[Token, ...], before: int) -> Part:
    """The noun phrase that opens a sentence, up to its first verb."""
    at = 0
    while at < min(before, 3) and tags[at] in "RC,":
        at += 1
    if at < len(tags) and tags[at] in "PGES":
        comma = tags.find(",", at, min(before, 25))
        at = comma + 1 if comma >= 0 else at
    stop = at
    while stop < min(before, at + 25) and tags[stop] not in 'VXBSWI;:,"(-':
        stop += 1
    return trimmed(tags, tokens, at, stop)


def subject_after(tags: str, tokens: tuple[Token, ...], at: int, stop: int) -> Part:
    """The noun phrase that follows an inverted cue ('"...," said the minister for trade')."""
    end = at
    while end < stop and end - at < 30:
        tag = tags[end]
        if tag in ';:",.(-SVXBWIT' or (tag == "E" and end > at and tags[end - 1] not in "DA"):
            break
        word = tokens[end].low
        if (tag in "RG" and end > at) or (word in _DAYS and end > at):
            break
        if tag == "P" and end > at and not (word == "of" or (word in _AFTER_ROLE and tags[end - 1] in "NA")):
            break
        end += 1
    while end > at and tags[end - 1] in "CR":
        end -= 1
    return at, _with_apposition(tags, tokens, end, stop) if end > at else end


def _with_apposition(tags: str, tokens: tuple[Token, ...], end: int, stop: int) -> int:
    """Past ", a spokesman for the port," and ", who chairs it": up to where that is closed."""
    while end + 1 < stop and tags[end] == ",":
        head = tags[end + 1]
        word = tokens[end + 1].low
        role = (
            head in "N#"
            or (head == "D" and word in ("a", "an", "the"))
            or (head in "A" and "N" in tags[end : end + 5])
            or (head == "D" and _titled(tags, end + 2, stop))
            or (head == "M" and _titled(tags, end + 1, stop))
        )
        if not role and not (head == "W" or word == "whose" or (head == "P" and word == "of")):
            break
        more = end + 1
        while more < stop and tags[more] not in ',;:".-' and more - end < 25:
            if tags[more] == "W":
                head = "W"
            if tags[more] == "S" or (tags[more] in "VX" and head not in "W" and word != "whose"):
                return more if tags[more] == "S" else end
            more += 1
        end = more
    return end


def _titled(tags: str, at: int, stop: int) -> bool:
    """Whether names and adjectives here end in a plain noun, a mark behind it: "Harbour Trust chief executive"."""
    end = at
    while end < min(stop, at + 6) and tags[end] in "MAN#s":
        end += 1
    return end > at and tags[end - 1] == "N" and (end >= stop or tags[end] in ",P-")


def object_end(tags: str, tokens: tuple[Token, ...], at: int, stop: int) -> int:
    """Where the noun phrase that begins at `at` ends: prepositional and relative tails included."""
    end, relative = at, False
    while end < stop:
        tag = tags[end]
        if tag in ";:.(-" or (tag == "S" and not _asks(tags, tokens, end)):
            break
        if tag == "," and not _list_goes_on(tags, tokens, end, at, stop):
            break
        if tag in "WIS" and end > at:
            relative = True
        elif tag in "VX" and end > at and tokens[end].low not in ("being", "having"):
            if tags[end - 1] == "C" or (not relative and tags[end - 1] not in "WIONM"):
                break
        elif tag == "C" and end + 1 < stop and _next_verb(tags, end + 1) and not relative:
            break
        end += 1
    while end > at and tags[end - 1] in "C,R":
        end -= 1
    return end


def _asks(tags: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a subordinator still belongs to the phrase: "as", "how", "about where", "countries where"."""
    word = tokens[at].low
    if word in ("as", "than", "how", "what", "why", "whether"):
        return True
    return at > 0 and (tags[at - 1] == "P" or (word == "where" and tags[at - 1] in "NM"))


def _next_verb(tags: str, at: int) -> bool:
    while at < len(tags) and tags[at] == "R":
        at += 1
    return at < len(tags) and tags[at] in "VX"


def _list_goes_on(tags: str, tokens: tuple[Token, ...], comma: int, at: int, stop: int) -> bool:
    """Whether a comma only parts the items of a list: "and" with a noun phrase comes soon, no verb before it."""
    for end in range(comma + 1, min(comma + 9, stop)):
        if tags[end] == "C":
            return tokens[end].low in ("and", "or") and tags[end + 1 : end + 2] in tuple("NMDA#OG")
        if tags[end] in "VXSWIBGRPE;:":
            return False
    return False
