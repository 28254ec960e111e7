"""A user's actors file: what it gives, and how its errors speak."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from verbale.annotate import actors
from verbale.data import actors_file, gazetteer, offices
from verbale.document import Document, Source
from verbale.errors import ActorsFileError
from verbale.layers import ACTORS, DOCUMENT_DATE, DocumentDate
from verbale.link import people

FILE = """
[[state]]
code = "XAV"
name = "Avaria"
adjectives = ["Avarian"]
capital = "Port Aven"
governments = ["Lantern House"]

[[organization]]
name = "Straits Council"
members = [{ state = "XAV" }, { state = "XBO", since = 2011, until = 2023 }]

[[person]]
name = "Ilse Maren"
state = "XAV"
roles = [{ title = "Foreign Minister", since = 2019-05-02, until = 2023 }]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(FILE, "utf-8")
    return path


def test_states_organizations_and_persons_are_found_while_in_use(file: Path) -> None:
    text = "The Avarian foreign minister told the Straits Council that Lantern House was ready."
    document = Document(text, Source("a"))
    document.put(
        DOCUMENT_DATE, [DocumentDate("2021-03-07", "header", "ok", datetime.date(2021, 3, 7))]
    )
    with actors_file.using(file):
        actors.annotate(document)
        people.annotate(document)
        assert gazetteer.current().members("org:straits-council", 2012) == ("XAV", "XBO")
        assert gazetteer.current().members("org:straits-council", 2024) == ("XAV",)
    ids = [m.actors[0].id for m in document.get(ACTORS)]
    assert ids == ["person:ilse-maren", "org:straits-council", "XAV"]


def test_after_use_only_the_bundled_actors_are_known(file: Path) -> None:
    with actors_file.using(file):
        pass
    assert "XAV" not in gazetteer.current().states
    assert offices.current().named("Ilse Maren") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[state]]\ncode = "xa"\nname = "A"', "[[state]] code: three capital letters"),
        ('[[state]]\ncode = "XAA"', "[[state]] name: missing"),
        ('[[state]]\ncode = "XAA"\nname = "A"\ncolour = "red"', "[[state]] colour: unknown key"),
        ('[[nation]]\ncode = "XAA"', "nation: unknown table"),
        ('[[person]]\nname = "A B"\nid = "a b"', "[[person]] id: the form is person:some-name"),
        (
            '[[person]]\nname = "A B"\nstate = "XAA"\nroles = [{ office = "president" }]',
            "since: missing",
        ),
        ('[[organization]]\nname = "O"\nsince = "soon"', "[[organization]] since: a year"),
        ('[state]\ncode = "XAA"', "write [[state]]"),
        ("state = [", "not TOML"),
        (
            '[[state]]\ncode = "XAA"\nname = "A"\n[[state]]\ncode = "XAA"\nname = "B"',
            "stands twice",
        ),
    ],
)
def test_an_error_names_file_table_and_key(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ActorsFileError) as error:
        actors_file.load(path)
    assert str(path) in str(error.value)
    assert says in str(error.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ActorsFileError, match="cannot be read"):
        actors_file.load(tmp_path / "none.toml")
