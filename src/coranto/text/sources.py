"""Names of sources: what several writings of one have in common."""

import re

from coranto.text.normal import ascii_fold

_KIND = re.compile(r"^the |(?<=\w)(?: news)?(?: agency| service| network| wires?)?$")
"""What one source's name may have and lack."""


def bare_source(name: str) -> str:
    """The name of a source, folded, without its kind: "Nordhav News Agency" is "nordhav"."""
    return _KIND.sub("", ascii_fold(name)).strip()
