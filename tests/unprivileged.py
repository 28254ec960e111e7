"""What somebody without rights may do, also where the tests run as the superuser, who may do all."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

__all__ = ["unprivileged"]

NOBODY = 65534


def unprivileged(task: Callable[[], Any]) -> Any:
    """What `task` gives, or the words of its error, when it is done without rights.

    In a child of this process, so modules that it needs must be loaded by now.
    """
    if os.geteuid() != 0:
        return _outcome(task)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    child = context.Process(target=_child, args=(task, there))
    child.start()
    there.close()
    found = here.recv()
    child.join()
    return found


def _child(task: Callable[[], Any], there: Connection) -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    there.send(_outcome(task))


def _outcome(task: Callable[[], Any]) -> Any:
    from verbale.errors import VerbaleError

    try:
        return task()
    except VerbaleError as error:
        return str(error)
