"""What README and docs show is what happens: commands run, outputs come, records are made."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from program import ENVIRONMENT, run
from verbale.cli.commands import COMMANDS
from verbale.data import actors_file, gazetteer

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
EXAMPLE = files("verbale.data") / "example"


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)


def in_use() -> Iterator[str]:
    """Commands of README and of every command's help, without installing and comments."""
    for block in blocks(ROOT / "README.md", "sh"):
        lines = [line.partition(" # ")[0].rstrip() for line in block.splitlines()]
        yield from (x for x in lines if "verbale" in x and not x.startswith(("uv ", ".venv")))
    for command in COMMANDS:
        help_ = (command.__doc__ or "").partition("Parameters\n")[0]
        yield from re.findall(r"^ {8}(\S.*)$", help_, re.M)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example's ledger and the files that the commands name."""
    folder = tmp_path_factory.mktemp("desk")
    assert run("demo", "--ledger", "verbale.db", cwd=folder).returncode == 0
    (folder / "desk.db").write_bytes((folder / "verbale.db").read_bytes())
    text = "PORT AVEN, May 6, 2025 (Meris Wire) -- China and Russia held talks in Moscow on Monday."
    for name in ("article.txt", "articles/a.txt", "folder/a.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "pages.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": text}).encode()))
    item = f"<item><title>Talks</title><description>{text}</description></item>"
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel>{item}</channel></rss>', "utf-8")
    for name, who in (("trips.csv", "who"), ("visits.csv", "guest")):
        with (folder / name).open("w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out)
            rows.writerows([(who, "where", "start"), ("Kao Denshi", "Avaria", "2023-03-21")])
    (folder / "decisions.jsonl").touch()
    return folder


def with_real_ids(command: str, desk: Path) -> str:
    """Ids of the ledger for those that stand for one, others for others."""
    kinds = {"int": "interactions", "sta": "statements", "doc": "documents", "evt": "events"}
    named = sorted(set(re.findall(r"\b(?:int|sta|doc|evt)_[0-9a-f]{4,}", command)))
    for number, given in enumerate(named):
        shown = run("show", kinds[given[:3]], "--json", cwd=desk).stdout.splitlines()
        command = command.replace(given, json.loads(shown[number])["id"])
    return command


@pytest.mark.parametrize("command", dict.fromkeys(in_use()))
def test_commands_run(desk: Path, command: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{ENVIRONMENT['PATH']}"
    given = ["bash", "-c", with_real_ids(command, desk)]
    done = subprocess.run(
        given,
        cwd=desk,
        env=ENVIRONMENT | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def shown(text: str) -> list[str]:
    """Lines without what is drawn for the eye: rows of dashes, runs of blanks."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_is_shown_is_printed(desk: Path, page: Path) -> None:
    """… stands for anything within a line, and alone on one for any lines."""
    for block in blocks(page, "console"):
        command, *expected = block.splitlines()
        assert command.startswith("$ verbale ")
        printed = "\n".join(shown(run(*command.split()[2:], cwd=desk).stdout))
        wanted = (re.escape(line).replace("…", ".*") for line in shown("\n".join(expected)))
        assert re.search("\n".join(wanted), printed), printed


def within(part: Any, whole: Any) -> bool:
    """Whether every field that is shown is there with its value."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            k in whole and within(v, whole[k]) for k, v in part.items()
        )
    if isinstance(part, list):
        return (
            isinstance(whole, list)
            and len(part) == len(whole)
            and all(within(a, b) for a, b in zip(part, whole, strict=True))
        )
    return bool(part == whole)


def test_records_that_are_shown_are_made(desk: Path) -> None:
    records = [json.loads(x) for x in run("export", cwd=desk).stdout.splitlines()]
    examples = [json.loads(b) for page in PAGES for b in blocks(page, "json")]
    assert examples
    for example in examples:
        assert any(within(example, record) for record in records), example


def test_the_actors_file_that_is_shown_is_one(tmp_path: Path) -> None:
    (given,) = blocks(ROOT / "docs" / "actors.md", "toml")
    (tmp_path / "actors.toml").write_text(given, "utf-8")
    with actors_file.using(tmp_path / "actors.toml"):
        known = gazetteer.current()
        for state in tomllib.loads(given)["state"]:
            assert known.actor(state["code"]).name == state["name"]


def test_what_is_named_is_there() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (page.parent / target).exists(), (page.name, target)
        for path in re.findall(
            r"`((?:src|tests|benchmarks|training|annotate|data)/[\w/.]+)`", text
        ):
            places = (ROOT / path, ROOT / "src" / "verbale" / path)
            assert any(p.exists() for p in places), (page.name, path)
        for path in re.findall(r"python ((?:benchmarks|training)/\w+\.py)", text):
            assert (ROOT / path).exists(), (page.name, path)
