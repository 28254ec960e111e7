"""Whose verb it is, where the subject hangs elsewhere."""

from __future__ import annotations

import pytest

from trees import tree, words
from verbale.clauses import subject

COORDINATED = """
Avaria PROPN 2 nsubj
hailed hail VERB 0 root
it PRON 2 obj
and CCONJ 5 cc
signed sign VERB 2 conj
"""
URGED = """
Avaria PROPN 2 nsubj
urges urge VERB 0 root
Borduria PROPN 2 obj
to PART 5 mark
stop VERB 2 xcomp
"""
PLEDGED = """
Avaria PROPN 2 nsubj
vows vow VERB 0 root
to PART 4 mark
stop VERB 2 xcomp
"""
THANKED = """
Avaria PROPN 2 nsubj
thanked thank VERB 0 root
Borduria PROPN 2 obj
for SCONJ 5 mark
helping help VERB 2 advcl
"""
RELATIVE = """
Avaria PROPN 0 root
, PUNCT 4 punct
which PRON 4 nsubj
stayed stay VERB 1 acl:relcl
"""
BESIDE = """
Avaria PROPN 2 nsubj
spoke speak VERB 0 root
; PUNCT 4 punct
called call VERB 2 dep
"""
# A finite verb that was hung on a gerund is joined to the verb above it.
GERUND = """
Avaria PROPN 2 nsubj
spoke speak VERB 0 root
of SCONJ 4 mark
renewing renew VERB 2 advcl
trade NOUN 4 obj
and CCONJ 7 cc
condemned condemn VERB 4 conj
"""


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        (COORDINATED, "signed", "Avaria"),
        (GERUND, "condemned", "Avaria"),
        (URGED, "stop", "Borduria"),
        (PLEDGED, "stop", "Avaria"),
        (THANKED, "helping", "Borduria"),
        (RELATIVE, "stayed", "Avaria"),
        (BESIDE, "called", "Avaria"),
    ],
)
def test_the_subject(table: str, verb: str, expected: str) -> None:
    sentence = tree(table)[1]
    found, passive = subject(sentence, words(sentence).index(verb))
    assert found is not None
    assert (words(sentence)[found], passive) == (expected, False)


def test_an_imperative_has_none() -> None:
    assert subject(tree("Leave VERB 0 root")[1], 0) == (None, False)
