"""How far an action is a fact, and what PLOVER makes of it."""

import pytest

from coranto.reading import read
from coranto.reading.events.modality import governed, recast
from coranto.reading.names.find import bare_article


def only(text: str):
    found = read(bare_article(text)).events
    assert len(found) == 1, [(one.event, one.event_text) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "modality", "event", "of"),
    [
        ("Kenya met Uganda in Nairobi.", "actual", "CONSULT", ""),
        ("Kenya will meet Uganda in Nairobi.", "planned", "AGREE", "CONSULT"),
        ("Kenya is expected to meet Uganda.", "planned", "AGREE", "CONSULT"),
        ("Kenya is scheduled to visit Uganda.", "planned", "AGREE", "CONSULT"),
        ("Kenya is willing to cooperate with Uganda.", "willing", "AGREE", "COOPERATE"),
        ("Kenya stands ready to cooperate with Uganda.", "willing", "AGREE", "COOPERATE"),
        ("Kenya might meet Uganda.", "hypothetical", "CONSULT", ""),
        ("Kenya did not meet Uganda.", "negated", "REJECT", "CONSULT"),
        ("Kenya had met Uganda.", "background", "CONSULT", ""),
        ("Kenya will attack Uganda.", "planned", "THREATEN", "ASSAULT"),
        ("Kenya attacked Uganda.", "actual", "ASSAULT", ""),
    ],
)
def test_the_verb_group_decides(text, modality, event, of):
    found = only(text)
    assert (found.modality, found.event, found.of) == (modality, event, of)


@pytest.mark.parametrize(
    ("text", "event", "of"),
    [
        ("Kenya refused to meet Uganda.", "REJECT", "CONSULT"),
        ("Kenya threatened to attack Uganda.", "THREATEN", "ASSAULT"),
        ("Kenya urged Uganda to release the sailors.", "REQUEST", "RETREAT"),
        ("Kenya agreed to send aid to Uganda.", "AGREE", "AID"),
        ("Kenya accused Uganda of bombing a village.", "ACCUSE", "ASSAULT"),
    ],
)
def test_content_belongs_to_the_verb_that_holds_it(text, event, of):
    found = only(text)
    assert (found.event, found.of) == (event, of)
    assert found.actor[0].code == "KEN"
    assert found.recipient[0].code == "UGA"


def test_recast_and_governed_follow_the_codebook():
    assert recast("AID", "planned") == ("AGREE", "AID")
    assert recast("ASSAULT", "willing") == ("THREATEN", "ASSAULT")
    assert recast("SUPPORT", "negated") == ("REJECT", "SUPPORT")
    assert recast("ASSAULT", "negated") == ("ASSAULT", "")
    assert recast("AGREE", "planned") == ("AGREE", "")
    assert governed("AID", "suspended") == ("SANCTION", "AID")
    assert governed("COERCE", "lifted") == ("CONCEDE", "COERCE")
    assert governed("ASSAULT", "halted") == ("RETREAT", "ASSAULT")
    assert governed("CONSULT", "held") == ("CONSULT", "")
