"""Verbs and predicates: denied or not, with which auxiliaries."""

from __future__ import annotations

from trees import tree
from verbale.clauses import Clause, clauses


def one(table: str) -> Clause:
    (found,) = clauses(tree(table)[1])
    return found


def test_a_verb_that_is_denied() -> None:
    found = one("""
    Avaria PROPN 4 nsubj
    wo will AUX 4 aux
    n't not PART 4 advmod
    yield VERB 0 root
    """)
    assert (found.lemma, found.subject, found.passive) == ("yield", 0, False)
    assert found.negated
    assert found.modals == {"will"}


def test_a_passive() -> None:
    found = one("""
    Talks talk NOUN 3 nsubj:pass
    were be AUX 3 aux:pass
    held hold VERB 0 root
    """)
    assert found.passive
    assert not found.negated
    assert found.subject == 0


def test_a_predicate_is_a_clause_and_a_bare_noun_is_none() -> None:
    found = one("""
    Borduria PROPN 3 nsubj
    is be AUX 3 cop
    ready ADJ 0 root
    """)
    assert (found.verb, found.subject) == (2, 0)
    assert clauses(tree("Talks NOUN 0 root")[1]) == ()
