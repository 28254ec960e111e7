"""Which rows are shown: by day, person and state; and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("kept")

Run = Callable[..., Any]


def shown(run: Run, *what: str) -> list[dict[str, Any]]:
    done = run("show", *what, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), ["Ilen Maro", "Oru Desse"]),
        (("--who", "maro"), ["Ilen Maro"]),
        (("--who", "person:oru-desse"), ["Oru Desse"]),
        (("--state", "xor"), ["Oru Desse"]),
        (("--since", "2032"), []),
        (("--until", "2031-05-05"), ["Ilen Maro"]),
    ],
)
def test_people(run: Run, options: tuple[str, ...], names: list[str]) -> None:
    assert [p["name"] for p in shown(run, "people", *options)] == names


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        ((), ["plan", "visit", "theirs", "turn"]),
        (("--who", "Desse"), ["visit", "theirs"]),
        (("--state", "XOR", "--until", "2031-04"), ["plan"]),
        (("--state", "XUL"), []),
        (("--since", "2031-05-08"), ["theirs", "turn"]),
    ],
)
def test_documents_by_whom_they_name(
    run: Run, options: tuple[str, ...], sources: list[str]
) -> None:
    assert [d["source"] for d in shown(run, "documents", *options)] == sources


def test_nothing_found_is_said(run: Run) -> None:
    done = run("show", "positions", "--state", "XUL")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "verbale: nothing found\n"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("show", "events", "--since", "tomorrow"), "no year, month or day"),
        (("show", "events", "--until", "2031-02-30"), "no year, month or day"),
        (("progress", "--today", "2031-13"), "no year, month or day"),
        (("show", "events", "--state", "Avaria"), "three letters"),
        (("register", "statuses", "--state", "X"), "three letters"),
        (("stats", "--json", "--csv"), "either --json or --csv"),
        (("show", "letters"), "nothing is called"),
        (("shout",), "Unknown command"),
        (("export", "--format", "xml"), "xml"),
    ],
)
def test_what_is_not_understood(run: Run, command: tuple[str, ...], words: str) -> None:
    done = run(*command)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in " ".join(done.stderr.replace("│", " ").split())
