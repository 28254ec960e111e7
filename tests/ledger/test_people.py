"""One person under many names, and who is seen in which office."""

from __future__ import annotations

from pathlib import Path

from tests.ledger.made import given

from verbale.ledger import Ledger
from verbale.records import Actor

ORV = Actor("XOR", "Orvenia", "state", "XOR")


def person(name: str, role: str | None, state: str = "XAV") -> Actor:
    return Actor("person:" + name.lower().replace(" ", "-"), name, "person", state, role)


def kept(path: Path, *told: tuple[str, Actor]) -> Ledger:
    ledger = Ledger(path, create=True)
    for day, who in told:
        text = f"On {day} {who.role} {who.name} was in Orvenia."
        ledger.add(*given(text, day, {"participants": (who, ORV), "date": day}), "v1")
    return ledger


def test_short_names_and_spellings_are_one_person(tmp_path: Path) -> None:
    told = (
        ("2031-01-01", person("Sergei Varo", "Foreign Minister")),
        ("2031-02-01", person("Sergei Varo", "Foreign Minister")),
        ("2031-03-01", person("Sergey Varo", "Foreign Minister")),
        ("2031-04-01", person("Varo", "Minister")),
    )
    with kept(tmp_path / "a.db", *told) as ledger:
        rows = {r["id"]: r["records"] for r in ledger.people()}
        assert rows == {"person:sergei-varo": 4}
        (term,) = (t for t in ledger.tenures() if t.office == "foreign-minister")
        assert (term.person, term.state) == ("person:sergei-varo", "XAV")
        assert (term.seen, term.texts) == ("2031-01-01/2031-03-01", 3)


def test_a_surname_of_two_stays_alone(tmp_path: Path) -> None:
    told = (
        ("2031-01-01", person("Ada Varo", "President")),
        ("2031-02-01", person("Bo Varo", "Envoy")),
        ("2031-04-01", person("Varo", "Envoy")),
    )
    with kept(tmp_path / "a.db", *told) as ledger:
        assert len(list(ledger.people())) == 3


def test_texts_win_over_the_table_and_the_difference_is_told(tmp_path: Path) -> None:
    told = (
        ("2022-05-01", person("Nia Held", "Foreign Minister", "RUS")),
        ("2022-05-02", person("Sergei Lavrov", "Foreign Minister", "RUS")),
        ("2022-05-03", person("Old Held", "former Foreign Minister", "RUS")),
    )
    with kept(tmp_path / "a.db", *told) as ledger:
        found = {t.person: t.table for t in ledger.tenures()}
    assert found == {"person:nia-held": "person:sergei-lavrov", "person:sergei-lavrov": None}
