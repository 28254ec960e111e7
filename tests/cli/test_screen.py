"""What people see: words first, as wide as the screen, coloured only where somebody looks."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from program import ENVIRONMENT, run
from verbale.cli import screen
from verbale.cli.screen import Card, print_cards, print_fields, print_table

COLOUR = re.compile(r"\x1b\[[\d;]*3[0-7]m")


def on_a_terminal(*arguments: str, cwd: Path, columns: int, **more: str) -> str:
    """What the program prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {k: v for k, v in ENVIRONMENT.items() if k not in ("COLUMNS", "NO_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "verbale.cli", *arguments],
        cwd=cwd,
        env=environment | {"TERM": "xterm-256color"} | more,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # so Linux says that the other end is closed
                break
            if not piece:
                break
            pieces.append(piece)
    os.close(ours)
    return b"".join(pieces).decode("utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    assert run("demo", "--ledger", "verbale.db", cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize("columns", [60, 110])
@pytest.mark.parametrize("what", ["events", "targets", "tenures"])
def test_nothing_is_wider_than_the_screen(desk: Path, what: str, columns: int) -> None:
    shown = on_a_terminal("show", what, cwd=desk, columns=columns)
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= columns


def test_colours_are_for_terminals_and_not_for_who_does_not_want_them(desk: Path) -> None:
    assert COLOUR.search(on_a_terminal("show", "events", cwd=desk, columns=80))
    assert not COLOUR.search(on_a_terminal("show", "events", cwd=desk, columns=80, NO_COLOR="1"))
    assert "\x1b" not in run("show", "events", cwd=desk).stdout


def test_a_shown_id_is_enough_to_ask_for(desk: Path) -> None:
    for what in ("events", "documents"):
        shown = re.search(r"\b[a-z]{3}_[0-9a-f]{8}$", run("show", what, cwd=desk).stdout, re.M)
        assert shown
        assert run("show", shown.group(), cwd=desk).returncode == 0


def test_words_come_before_what_was_read_from_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_cards(
        [
            Card("2031-05-02", "They\nmet.", ["meeting", "", "held"], "int_0123456789abcdef"),
            Card("", "a" * 900, [], "int_9876543210abcdef"),
        ]
    )
    first, second, gap, third, *_ = capsys.readouterr().out.splitlines()
    assert first == "2031-05-02  “They met.”"
    assert re.fullmatch(r" {12}meeting · held {2,}int_01234567", second)
    assert len(second) == screen.PIPE
    assert (gap, third[:13]) == ("", " " * 12 + "“")


def test_tables_fold_wide_columns_and_become_blocks_where_that_does_not_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"state": "XAV", "words": "so many words " * 5, "nothing": "", "texts": "12", "id": "a"},
        {"state": "XOR", "words": "few", "nothing": "", "texts": "3", "id": "b"},
    ]
    monkeypatch.setattr(screen, "PIPE", 60)
    print_table(rows)
    head, first, second, third = capsys.readouterr().out.splitlines()
    assert head.split() == ["state", "words", "texts", "id"]
    assert first.startswith("XAV    so many words so many")
    assert second.startswith(" " * 7 + "so many words")
    assert third.split() == ["XOR", "few", "3", "b"]
    assert third.index("3") == first.index("12") + 1
    monkeypatch.setattr(screen, "PIPE", 30)
    print_table(rows)
    shown = capsys.readouterr().out
    assert shown.startswith("XAV" + " " * 26 + "a\n")
    assert "\n  texts  12\n" in shown
    assert max(map(len, shown.splitlines())) <= 30


def test_texts_do_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    evil = "a\x1b[2Jb\x07c\u202ed\x9be"
    print_cards([Card("", evil, [evil], "x")])
    print_fields([("quote", evil)])
    print_table([{"words": evil}])
    printed = capsys.readouterr().out
    assert not re.search("[\x1b\x07\u202e\x9b]", printed)
    assert printed.count("a\ufffd[2Jb\ufffdc\ufffdd\ufffde") == 4
