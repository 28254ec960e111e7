"""A user's own states, organizations and persons, from a TOML file; docs/actors.md has the form."""

from __future__ import annotations

import contextlib
import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.data import gazetteer, offices
from verbale.data.names import slug
from verbale.data.offices import Person, Tenure
from verbale.data.states import Membership, Organization, State
from verbale.data.titles import office_of
from verbale.errors import ActorsFileError

__all__ = ["ActorsFile", "load", "using"]

_STATE = {"code", "name", "aliases", "adjectives", "demonyms", "capital", "capitals", "governments"}
_ORGANIZATION = {"id", "name", "aliases", "members", "state", "since"}
_PERSON = {"id", "name", "aliases", "state", "role", "roles"}
_MEMBER = {"state", "since", "until"}
_ROLE = {"office", "title", "state", "since", "until"}


@dataclass(frozen=True, slots=True)
class ActorsFile:
    """What a user's file holds."""

    states: tuple[State, ...] = ()
    organizations: tuple[Organization, ...] = ()
    persons: tuple[tuple[Person, tuple[str, ...]], ...] = ()
    tenures: tuple[Tenure, ...] = ()


class _Table:
    """One table of the file, read key by key, so that an error can say which."""

    def __init__(self, path: Path, name: str, given: object, keys: set[str]) -> None:
        self.path, self.name = path, name
        if not isinstance(given, dict):
            raise ActorsFileError(f"{path}: [[{name}]]: not a table")
        self.given: dict[str, Any] = given
        for key in given:
            if key not in keys:
                raise self.wrong(key, f"unknown key; known are {', '.join(sorted(keys))}")

    def wrong(self, key: str, why: str) -> ActorsFileError:
        return ActorsFileError(f"{self.path}: [[{self.name}]] {key}: {why}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.given.get(key, default)
        if value is None:
            raise self.wrong(key, "missing")
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"a text is needed, not {value!r}")
        return value.strip()

    def maybe(self, key: str) -> str | None:
        return self.text(key) if key in self.given else None

    def texts(self, *keys: str) -> tuple[str, ...]:
        out: list[str] = []
        for key in keys:
            value = self.given.get(key, [])
            value = [value] if isinstance(value, str) else value
            if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
                raise self.wrong(key, f"a list of texts is needed, not {value!r}")
            out += value
        return tuple(out)

    def tables(self, key: str, keys: set[str]) -> list[_Table]:
        value = self.given.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "a list of tables is needed")
        return [_Table(self.path, f"{self.name}.{key}", v, keys) for v in value]

    def day(self, key: str) -> datetime.date | None:
        value = self.given.get(key)
        if value is None:
            return None
        if isinstance(value, datetime.date):
            return value.date() if isinstance(value, datetime.datetime) else value
        match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
        if match is not None:
            with contextlib.suppress(ValueError):
                return datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        raise self.wrong(
            key, f"a year, month or day is needed (2021, 2021-03, 2021-03-07), not {value!r}"
        )

    def code(self, key: str) -> str:
        value = self.text(key)
        if not re.fullmatch(r"[A-Z]{3}", value):
            raise self.wrong(key, f"three capital letters are needed, not {value!r}")
        return value

    def ident(self, kind: str, name: str) -> str:
        value = self.text("id", f"{kind}:{slug(name)}")
        if not re.fullmatch(kind + r":[a-z0-9]+(?:-[a-z0-9]+)*", value):
            raise self.wrong("id", f"the form is {kind}:some-name, not {value!r}")
        return value


def load(path: Path | str) -> ActorsFile:
    """Read a user's file. `ActorsFileError` names the file, the table, the key and what is wrong."""
    path = Path(path)
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ActorsFileError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ActorsFileError(f"{path}: not TOML: {error}") from error
    for key in given:
        if key not in ("state", "organization", "person"):
            raise ActorsFileError(
                f"{path}: {key}: unknown table; known are state, organization, person"
            )
    whole = _Table(path, "file", given, {"state", "organization", "person"})
    states = tuple(_state(t) for t in _named(whole, "state", _STATE))
    organizations = tuple(_organization(t) for t in _named(whole, "organization", _ORGANIZATION))
    people = [_person(t) for t in _named(whole, "person", _PERSON)]
    for kind, ids in (
        ("state", [s.code for s in states]),
        ("organization", [o.id for o in organizations]),
        ("person", [p[0].id for p, _ in people]),
    ):
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice:
            raise ActorsFileError(f"{path}: [[{kind}]] {twice}: stands twice")
    return ActorsFile(
        states, organizations, tuple(p for p, _ in people), tuple(t for _, ts in people for t in ts)
    )


def _named(whole: _Table, kind: str, keys: set[str]) -> list[_Table]:
    value = whole.given.get(kind, [])
    if not isinstance(value, list):
        raise ActorsFileError(f"{whole.path}: {kind}: write [[{kind}]], one table each")
    return [_Table(whole.path, kind, v, keys) for v in value]


def _state(table: _Table) -> State:
    return State(
        table.code("code"),
        table.text("name"),
        table.texts("adjectives"),
        table.texts("demonyms"),
        table.texts("capital", "capitals"),
        table.texts("aliases", "governments"),
    )


def _organization(table: _Table) -> Organization:
    name = table.text("name")
    since = table.day("since")
    members = []
    for member in table.tables("members", _MEMBER):
        begun, ended = member.day("since"), member.day("until")
        members.append(
            Membership(
                member.code("state"), begun.year if begun else None, ended.year if ended else None
            )
        )
    return Organization(
        table.ident("org", name),
        name,
        table.texts("aliases"),
        tuple(members),
        table.code("state") if "state" in table.given else None,
        since.year if since else None,
    )


def _person(table: _Table) -> tuple[tuple[Person, tuple[str, ...]], list[Tenure]]:
    name = table.text("name")
    state = table.code("state") if "state" in table.given else None
    person = Person(table.ident("person", name), name, state, table.maybe("role"))
    terms = []
    for role in table.tables("roles", _ROLE):
        title = role.maybe("title")
        office = role.maybe("office") or office_of((title or "").lower())
        if not office:
            raise role.wrong("office", "missing, and no known office is in the title")
        where = role.maybe("state") or state
        since = role.day("since")
        if where is None or since is None:
            raise role.wrong("state" if where is None else "since", "missing")
        terms.append(Tenure(where, office, person.id, name, since, role.day("until")))
    return (person, table.texts("aliases")), terms


@contextlib.contextmanager
def using(path: Path | str) -> Iterator[ActorsFile]:
    """Read documents with the actors of a user's file beside the bundled ones; theirs win."""
    given = load(path)
    with (
        gazetteer.using(given.states, given.organizations),
        offices.using(given.persons, given.tenures),
    ):
        yield given
