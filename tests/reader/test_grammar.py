"""What grammar rules out is put right, and nothing else."""

from __future__ import annotations

import numpy as np

from verbale.reader.grammar import ClosedClasses, mend
from verbale.reader.types import Word


def mended(*rows: tuple[str, str, int, str]) -> list[Word]:
    found = words(*rows)
    mend(found, [form for form, *_ in rows])
    return found


def words(*rows: tuple[str, str, int, str]) -> list[Word]:
    """One sentence of (form, upos, head, relation)."""
    out, at = [], 0
    for form, upos, head, relation in rows:
        out.append(Word(at, at + len(form), 0, upos, head, relation, form.lower()))
        at += len(form) + 1
    return out


def test_a_closed_class_has_no_word_but_its_own() -> None:
    tags = ["ADP", "NOUN", "VERB"]
    barred = ClosedClasses(tags, {"ADP": "of with"}).barred(["With", "opposes"])
    assert barred.shape == (2, 3)
    assert (barred[0] == 0).all()
    assert barred[1, 0] < -1000
    assert (barred[1, 1:] == 0).all()
    scores = np.array([[5.0, 1.0, 4.0]], np.float32)
    assert tags[int((scores + barred[1]).argmax())] == "VERB"


def test_no_class_is_closed_where_the_weights_name_none() -> None:
    assert (ClosedClasses(["NOUN", "VERB"], {}).barred(["x"]) == 0).all()


def test_a_floating_quantifier_is_no_second_subject() -> None:
    found = mended(
        ("ministers", "NOUN", 2, "nsubj"),
        ("both", "DET", 2, "nsubj"),
        ("agreed", "VERB", -1, "root"),
    )
    assert [w.deprel for w in found] == ["nsubj", "advmod", "root"]


def test_what_a_preposition_leads_is_no_subject() -> None:
    found = mended(
        ("Berg", "PROPN", 1, "nmod"),
        ("met", "VERB", -1, "root"),
        ("with", "ADP", 3, "case"),
        ("Maric", "PROPN", 1, "nsubj"),
    )
    assert [w.deprel for w in found] == ["nsubj", "root", "case", "obl"]


def test_what_may_be_is_left() -> None:
    rows = (
        ("Both", "PRON", 1, "nsubj"),
        ("praised", "VERB", -1, "root"),
        ("talks", "NOUN", 1, "obj"),
        ("of", "ADP", 4, "case"),
        ("May", "PROPN", 2, "nmod"),
    )
    assert mended(*rows) == words(*rows)


def test_what_leaps_over_the_verb_above_its_head_hangs_on_that_verb() -> None:
    found = mended(
        ("peace", "NOUN", 1, "nsubj"),
        ("matters", "VERB", 3, "ccomp"),
        ("she", "PRON", 3, "nsubj"),
        ("said", "VERB", -1, "root"),
        ("adding", "VERB", 1, "advcl"),
        ("more", "ADJ", 4, "obj"),
    )
    assert [w.head for w in found] == [1, 3, 3, -1, 3, 4]


def test_a_gerund_hangs_on_the_verb_that_it_goes_on() -> None:
    found = mended(
        ("their", "PRON", 1, "nmod:poss"),
        ("resolve", "NOUN", -1, "root"),
        ("to", "PART", 3, "mark"),
        ("continue", "VERB", 1, "acl"),
        ("supporting", "VERB", 1, "acl"),
        ("peace", "NOUN", 4, "obj"),
    )
    assert [w.head for w in found] == [1, -1, 3, 1, 3, 4]
    assert found[4].deprel == "xcomp"


def test_a_verb_of_a_phase_never_hangs_on_its_own_gerund() -> None:
    found = mended(
        ("they", "PRON", 2, "nsubj"),
        ("keep", "VERB", 2, "aux"),
        ("trading", "VERB", -1, "root"),
    )
    assert [(w.head, w.deprel) for w in found] == [(1, "nsubj"), (-1, "root"), (1, "xcomp")]


def test_a_past_is_joined_to_a_past() -> None:
    rows = [
        ("agreed", "agree", "VERB", -1, "root"),
        ("to", "to", "PART", 2, "mark"),
        ("meet", "meet", "VERB", 0, "xcomp"),
        ("and", "and", "CCONJ", 4, "cc"),
        ("signed", "sign", "VERB", 2, "conj"),
    ]
    found = [
        Word(i, i, 0, tag, head, rel, lemma) for i, (_, lemma, tag, head, rel) in enumerate(rows)
    ]
    mend(found, [form for form, *_ in rows])
    assert found[4].head == 0


def test_a_bare_verb_is_joined_to_a_bare_one() -> None:
    rows = [
        ("urged", "urge", "VERB", -1, "root"),
        ("to", "to", "PART", 2, "mark"),
        ("see", "see", "VERB", 0, "xcomp"),
        (",", ",", "PUNCT", 4, "punct"),
        ("stop", "stop", "VERB", 0, "parataxis"),
        ("mining", "mine", "VERB", 4, "xcomp"),
        (",", ",", "PUNCT", 7, "punct"),
        ("leave", "leave", "VERB", 5, "conj"),
        (",", ",", "PUNCT", 10, "punct"),
        ("and", "and", "CCONJ", 10, "cc"),
        ("act", "act", "VERB", 2, "conj"),
    ]
    found = [
        Word(i, i, 0, upos, head, rel, lemma) for i, (_, lemma, upos, head, rel) in enumerate(rows)
    ]
    mend(found, [form for form, *_ in rows])
    assert (found[4].head, found[4].deprel) == (2, "conj")
    assert (found[7].head, found[7].deprel) == (2, "conj")


def test_what_stands_before_and_does_not_hang_behind_it() -> None:
    found = mended(
        ("it", "PRON", 1, "nsubj"),
        ("stood", "VERB", -1, "root"),
        ("from", "ADP", 3, "case"),
        ("May", "PROPN", 5, "nmod"),
        ("and", "CCONJ", 5, "cc"),
        ("fell", "VERB", 1, "conj"),
    )
    assert (found[3].head, found[3].deprel) == (1, "obl")


def test_of_hangs_on_the_noun_before_it() -> None:
    found = mended(
        ("she", "PRON", 1, "nsubj"),
        ("gave", "VERB", -1, "root"),
        ("weight", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"),
        ("praised", "VERB", 1, "conj"),
        ("work", "NOUN", 4, "obj"),
        ("of", "ADP", 7, "case"),
        ("pilots", "NOUN", 2, "nmod"),
    )
    assert (found[7].head, found[7].deprel) == (5, "nmod")


def test_a_verb_has_one_subject() -> None:
    found = mended(
        ("we", "PRON", 1, "nsubj"),
        ("urge", "VERB", -1, "root"),
        ("them", "PRON", 1, "nsubj"),
        ("to", "PART", 4, "mark"),
        ("leave", "VERB", 1, "xcomp"),
    )
    assert found[2].deprel == "obj"


def test_a_bare_verb_is_joined_to_the_infinitive_below() -> None:
    rows = [
        ("needs", "need", "VERB", -1, "root"),
        ("to", "to", "PART", 2, "mark"),
        ("wait", "wait", "VERB", 0, "xcomp"),
        (",", ",", "PUNCT", 0, "punct"),
        ("listen", "listen", "VERB", 0, "conj"),
    ]
    found = [
        Word(i, i, 0, tag, head, rel, lemma) for i, (_, lemma, tag, head, rel) in enumerate(rows)
    ]
    mend(found, [form for form, *_ in rows])
    assert found[4].head == 2


def test_a_noun_before_an_auxiliary_is_its_subject() -> None:
    found = mended(
        ("Borduria", "PROPN", 2, "nsubj"),
        ("must", "AUX", 2, "aux"),
        ("leave", "VERB", -1, "root"),
        ("and", "CCONJ", 4, "cc"),
        ("Avaria", "PROPN", 2, "conj"),
        ("must", "AUX", 6, "aux"),
        ("pay", "VERB", 2, "parataxis"),
    )
    assert [(found[i].head, found[i].deprel) for i in (3, 4, 6)] == [
        (6, "cc"),
        (6, "nsubj"),
        (2, "conj"),
    ]


def test_a_present_is_joined_to_a_present() -> None:
    rows = [
        ("opposes", "oppose", "VERB", -1, "root"),
        ("acts", "act", "NOUN", 0, "obj"),
        ("that", "that", "PRON", 3, "nsubj"),
        ("harm", "harm", "VERB", 1, "acl:relcl"),
        ("and", "and", "CCONJ", 5, "cc"),
        ("supports", "support", "VERB", 3, "conj"),
    ]
    found = [
        Word(i, i, 0, tag, head, rel, lemma) for i, (_, lemma, tag, head, rel) in enumerate(rows)
    ]
    mend(found, [form for form, *_ in rows])
    assert found[5].head == 0
