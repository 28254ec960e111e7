"""The program as people run it: a process of its own, in a folder, with what it prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["COMMAND", "ENVIRONMENT", "run"]

COMMAND = (sys.executable, "-m", "verbale.cli")
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "VERBALE_LEDGER"} | {"NO_COLOR": "1"}


def run(*args: str, cwd: Path, stdin: bytes | str = b"") -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*COMMAND, *args], cwd=cwd, input=given, capture_output=True, env=ENVIRONMENT, check=False
    )
    said, told = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, said, told)
