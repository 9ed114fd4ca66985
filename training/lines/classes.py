"""What each line of an annotated page is: by the gold text, and by what the markup says it is."""

from pages import Form

CLASSES = (
    "body",
    "bullet",
    "byline",
    "caption",
    "date",
    "dek",
    "furniture",
    "head",
    "insert",
    "member",
    "teaser",
    "title",
)
_SHORT, _LINE, _FEW = 120, 160, 4


def classes_of(form: Form) -> list[str]:
    """The class of each line of a form."""
    wanted = [at for at, own in enumerate(form.wanted) if own]
    first, last = (wanted[0], wanted[-1]) if wanted else (len(form.lines), -1)
    texts = (line.text for line in form.lines)
    return [
        _inner(text, kind, at == first) if own else _outer(text, kind, first < at < last and not form.forum)
        for at, (text, kind, own) in enumerate(zip(texts, form.kinds, form.wanted.tolist(), strict=True))
    ]


def _inner(text: str, kind: str, first: bool) -> str:
    """The class of a line of the article."""
    if kind == "head" and len(text) < _SHORT:
        return "head"
    if kind == "bullet" or (kind == "dek" and first):
        return kind
    return "body"


def _outer(text: str, kind: str, inside: bool) -> str:
    """The class of a line that is not of the article."""
    if kind in ("title", "byline", "date", "member") and len(text) < _LINE:
        return kind
    if kind == "caption":
        return kind
    if kind in ("link", "teaser"):
        return "insert" if inside else "teaser" if len(text.split()) >= _FEW else "furniture"
    return "furniture"
