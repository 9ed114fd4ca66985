"""Reading by rules alone, but for the tests of the encoder: what rules give is exact, and it is quick."""

import pytest

from coranto import reading
from coranto.reading.encoder.look import NOTHING
from coranto.reading.events import coding
from coranto.reading.names import find as names
from coranto.reading.speech import find as speech


@pytest.fixture(autouse=True)
def rules_alone(request, monkeypatch):
    """Without the encoder in this process, unless the test is marked `encoder`."""
    if request.node.get_closest_marker("encoder"):
        return
    for room in (reading, names, speech):
        monkeypatch.setattr(room, "look", lambda article: NOTHING)
    monkeypatch.setattr(coding, "pair_chances", lambda text, source, target: {})
