"""Clauses that are only asked or talked of."""

from __future__ import annotations

import pytest

from trees import tree, words
from verbale.clauses import clauses, wondered

TALKED_OF = """
They PRON 2 nsubj
discussed discuss VERB 0 root
how ADV 6 advmod
Avaria PROPN 6 nsubj
can AUX 6 aux
continue VERB 2 ccomp
to PART 8 mark
help VERB 6 xcomp
"""
TOLD = """
They PRON 2 nsubj
said say VERB 0 root
Avaria PROPN 5 nsubj
can AUX 5 aux
continue VERB 2 ccomp
to PART 7 mark
help VERB 5 xcomp
"""
RELATIVE = """
talks talk NOUN 0 root
, PUNCT 5 punct
where ADV 5 advmod
they PRON 5 nsubj
agreed agree VERB 1 acl:relcl
"""


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        (TALKED_OF, "help", True),
        (TALKED_OF, "discussed", False),
        (TOLD, "help", False),
        (RELATIVE, "agreed", False),
    ],
)
def test_what_is_only_talked_of(table: str, verb: str, expected: bool) -> None:
    sentence = tree(table)[1]
    at = words(sentence).index(verb)
    (clause,) = [c for c in clauses(sentence) if c.verb == at]
    assert wondered(clause) is expected
