"""Captions by what their own words show: who took the picture, in a bracket or after a stroke at the end."""

import re

_CREDIT = re.compile(
    r"[(\[]\s?[^()\[\]\n]{0,80}(?:\b[Pp]hotos?(?:\s(?:by|via|credit)\b|\s?[:/])|\b(?:AP|UN|EPA|Pool|File) Photo\b"
    r"|\bGetty Images\b|\b(?:[Ff]otos?|Bild(?:er)?):|REUTERS/"
    r"|\b(?:AP|AFP|EPA|Reuters)\s?/\s?(?=[A-Z])|/\s?(?:AP|AFP|EPA|Reuters|REUTERS)\b)[^()\[\]\n]{0,80}[)\]]"
    r"(?:\s(?:less|more|prev|next|close)){0,3}\W{0,3}$"
    r"|\bREUTERS/[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}\W{0,3}$"
    r"|(?:Unsplash|Pexels|Pixabay|Shutterstock|iStock|Getty Images|[Ii]mago|IMAGO)\s?/\s?[A-Z][\w .&'’-]{1,40}$"
)
_FILE = re.compile(r"FILE\s?(?:PHOTO\s?)?[-–—:]")
_END = 240


def is_caption(text: str) -> bool:
    """Whether a line says at its end who took a picture, or opens as archive pictures do. A bare agency in
    a bracket is none: so wire stories end."""
    return _FILE.match(text) is not None or _CREDIT.search(text[-_END:]) is not None
