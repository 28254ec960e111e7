"""English is read; another language is named, warned of and left alone."""

from __future__ import annotations

import pytest

from verbale.document import Document, Source
from verbale.pipeline import Read, read_documents
from verbale.records import DocumentRecord

ENGLISH = (
    "Foreign Minister Wang Yi met with Foreign Minister Sergei Lavrov in Moscow on March 18, 2021. "
    "Wang said that China supports Russia in choosing its own path of development."
)
FRENCH = (
    "Le ministre des Affaires étrangères Wang Yi a rencontré mardi à Moscou son homologue Lavrov, "
    "et les deux pays ont décidé de renforcer leur coopération dans tous les domaines avant l'hiver."
)
RUSSIAN = (
    "Министр иностранных дел Ван И встретился во вторник в Москве с министром иностранных дел "
    "Сергеем Лавровым, и стороны договорились углублять сотрудничество во всех областях до зимы."
)


def read(text: str, language: str | None = None) -> tuple[DocumentRecord, Read]:
    (done,) = read_documents([Document(text, Source("a.txt", language=language))])
    head = done.records[0]
    assert isinstance(head, DocumentRecord)
    return head, done


@pytest.mark.parametrize("declared", [None, "en_US", "ru"])
def test_english_is_told_by_its_words_whatever_the_container_says(declared: str | None) -> None:
    head, done = read(ENGLISH, declared)
    assert head.language == "en"
    assert len(done.records) > 1
    assert not head.warnings or all(w.code != "unsupported-language" for w in head.warnings)


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (RUSSIAN, "ru")])
def test_another_language_is_named_and_not_read(text: str, code: str) -> None:
    head, done = read(text)
    assert head.language == code
    assert len(done.records) == 1
    (warning,) = (w for w in head.warnings if w.code == "unsupported-language")
    for e in warning.evidence:
        assert text[e.start : e.end] == e.quote


def test_of_a_few_words_the_container_is_believed() -> None:
    assert read("Wang Yi, Lavrov: Moscow")[0].language is None
    assert read("Wang Yi, Lavrov: Moscow", "en_GB")[0].language == "en-GB"


def test_the_day_on_which_a_file_was_made_speaks_last() -> None:
    undated = "The two ministers met and talked about trade between the two countries."
    stamped = f"Ministers meet\n\nMeris Wire 09:19, March 20, 2021\n\n{ENGLISH}"
    found = []
    for text in (undated, stamped):
        (done,) = read_documents([Document(text, Source("a.pdf", made="2024-03-02"))])
        head = done.records[0]
        assert isinstance(head, DocumentRecord)
        found.append((head.published.date, head.published.basis, head.published.status))
    assert found == [("2024-03-02~", "metadata", "inferred"), ("2021-03-20", "header", "ok")]
