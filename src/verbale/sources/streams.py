"""Bytes in, never more than a document may have: files, standard input, gzip, lines."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from verbale.errors import SourceError, TooLarge, Unreadable

__all__ = [
    "AHEAD",
    "LIMIT",
    "Count",
    "broken",
    "check_size",
    "gunzip",
    "lines",
    "opened",
    "too_long",
    "uncounted",
    "whole",
]

Count = Callable[[int], None]  # told how many bytes were read just now

LIMIT = 50_000_000  # bytes of one document in any format; the texts inside are bounded in `plain`
AHEAD = 1 << 16  # bytes looked at before anything is read: kind and encoding are told by them

_GZIP = b"\x1f\x8b"


def check_size(name: str, size: int) -> None:
    """Raise `TooLarge` over the limit."""
    if size > LIMIT:
        reason = f"{size / 1e6:.0f} MB, more than {LIMIT // 1_000_000} MB for one document"
        raise TooLarge(name, reason, "split it, or give many documents as JSONL")


def uncounted(_: int) -> None:
    """Nobody wants to know."""


class _Counted(io.FileIO):
    """A file that tells what was read of it."""

    def __init__(self, path: Path, count: Count) -> None:
        super().__init__(path)
        self._count = count

    def readinto(self, buffer: Any) -> int | None:
        """As every file, and told on."""
        read = super().readinto(buffer)
        self._count(read or 0)
        return read


def opened(path: Path, count: Count = uncounted) -> io.BufferedReader:
    """A file for reading, unpacked on the way if it is gzip, whatever its name."""
    return gunzip(io.BufferedReader(_Counted(path, count), AHEAD))


def gunzip(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, unpacked if it begins as gzip does; nothing is consumed."""
    if stream.peek(2)[:2] == _GZIP:
        unpacked = gzip.GzipFile(fileobj=stream)
        return io.BufferedReader(unpacked, AHEAD)
    return stream


def whole(stream: BinaryIO, name: str) -> bytes:
    """All bytes of one document. Raises `TooLarge` without reading on, `Unreadable` on broken gzip."""
    try:
        data = stream.read(LIMIT + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise broken(name, error) from error
    if len(data) > LIMIT:
        raise TooLarge(name, f"more than {LIMIT // 1_000_000} MB for one document", _SPLIT)
    return data


def lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes | SourceError]]:
    """Numbered lines; one that is too long is an error and is skipped without being held."""
    number = 0
    try:
        while line := stream.readline(LIMIT + 1):
            number += 1
            if len(line) <= LIMIT:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMIT)
            yield number, too_long(f"{name}:{number}")
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield number + 1, broken(f"{name}:{number + 1}", error)


_SPLIT = "split it, or give many documents as JSONL"


def too_long(place: str) -> TooLarge:
    """The error for a line that is too long to be held."""
    return TooLarge(place, f"a line of more than {LIMIT // 1_000_000} MB", _SPLIT)


def broken(name: str, error: Exception) -> Unreadable:
    """The error for a gzip that does not unpack."""
    return Unreadable(name, f"broken or cut-off gzip: {error}", "download it again")
