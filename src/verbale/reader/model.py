"""The trained network: words in, raw scores out, one unit at a time.

The graph takes one unit without padding (dynamic int8 quantization scales a whole tensor, so units
in one batch would change each other). Inputs: `ids` and `looks` (pieces,), a look being casing ×
quotation × first piece of its word; `starts` and `lasts` (words,) the first and the last piece of
each word; `shape` (words,) casing × quotation × sentence start, `allowed` (words, 1 + words) added
to the arc scores. A second graph goes on from three tensors of the first, for sentence vectors and
events alone; its `pool` (sentences, pieces) is the mean of each sentence's pieces.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from verbale.reader.chances import softmax
from verbale.reader.tokens import cases, quote_states

__all__ = ["Extras", "Network", "Scores", "Window", "weights_folder"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_Got = TypeVar("_Got")

PIECES_PER_WORD = 6  # of a longer word (an address, a run of signs) the first ones tell enough
EDGE = 24  # the look of the two pieces that open and close a window
PIECES = 254  # of a window, without the two that open and close it
AHEAD = 8  # windows a thread that may wait, read, until they are asked for; the scores of one take up to 1.5 MB


def weights_folder() -> Path:
    """Where the shipped weights lie."""
    return Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are read in one go, with their sentence numbers, which never fall."""

    forms: tuple[str, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Raw scores of a window's heads, w words.

    `upos` (w, tags), `entities` and `roles` (w, BIO labels), `arcs` (w, 1 + w) with the root first,
    `relations` (w, relations) of the best arc, `to_source` and `to_content` (w, w) from a cue's
    first word, `coref` (w, w) from a mention's head to an earlier one.
    """

    upos: Floats
    entities: Floats
    roles: Floats
    arcs: Floats
    relations: Floats
    to_source: Floats
    to_content: Floats
    coref: Floats


@dataclass(frozen=True, slots=True)
class Extras:
    """What few ask of a window: `event` (words, 192), `vectors` (sentences, 384) of unit length."""

    event: Floats
    vectors: Floats


# Names of the graph's outputs, in the order of `Scores`, and those that the second graph takes.
HEADS = ["upos", "entities", "roles", "arc", "relations", "link_source", "link_content", "coref"]
INNER = ["deep", "middle", "last"]


class Network:
    """The weights, loaded at the first use; safe to use from several threads."""

    def __init__(self, threads: int | None = None, folder: Path | None = None) -> None:
        self.folder = folder or weights_folder()
        self.threads = max(1, threads or len(os.sched_getaffinity(0)))
        meta = json.loads((self.folder / "reader.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = meta["labels"]
        self.meta: dict[str, Any] = meta
        self._loading = threading.Lock()
        self._session: Any = None
        self._more: Any = None
        self._tokenizer: Any = None
        self._edges = [0, 0]
        self._pieces: dict[str, list[int]] = {}
        self._events: dict[str, Floats] | None = None

    @property
    def version(self) -> str:
        """Ten hex digits of the weights' hash."""
        digest = hashlib.sha256((self.folder / "reader.onnx").read_bytes())
        digest.update((self.folder / "extra.onnx").read_bytes())
        return digest.hexdigest()[:10]

    def load(self) -> None:
        """Load what is not loaded yet."""
        with self._loading:
            if self._session is None:
                self._load()

    def _load(self) -> None:
        # From 1.29 on, onnxruntime reports its use to its makers unless told otherwise before it
        # loads. What is read here is nobody's business.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._edges = [self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]")]
        self._session = _session(self.folder / "reader.onnx")

    def pieces(self, form: str) -> list[int]:
        """Wordpiece ids of a word, at least one (the unknown piece for what has none)."""
        found = self._pieces.get(form)
        if found is None:
            found = self._tokenizer.encode(form, add_special_tokens=False).ids[:PIECES_PER_WORD]
            found = found or [self._tokenizer.token_to_id("[UNK]")]
            if len(self._pieces) > 200_000:
                self._pieces.clear()
            self._pieces[form] = found
        return found

    def scores(self, windows: Iterable[Window]) -> Iterator[Scores]:
        """Scores of each window, in the order given; threads and company make no difference."""
        self.load()
        return self._each(self._scores, windows)

    def extras(self, windows: Iterable[Window]) -> Iterator[Extras]:
        """What is not among the scores, of each window, likewise."""
        self.load()
        with self._loading:
            if self._more is None:
                self._more = _session(self.folder / "extra.onnx")
        return self._each(self._extras, windows)

    def _each(self, ask: Callable[[Window], _Got], windows: Iterable[Window]) -> Iterator[_Got]:
        if self.threads == 1:
            yield from map(ask, windows)
            return
        waiting: deque[Future[_Got]] = deque()
        with ThreadPoolExecutor(self.threads) as pool:
            try:
                for window in windows:
                    waiting.append(pool.submit(ask, window))
                    if len(waiting) > AHEAD * self.threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _scores(self, window: Window) -> Scores:
        return Scores(*self._session.run(HEADS, self._feed(window)[0]))

    def _extras(self, window: Window) -> Extras:
        feed, spans = self._feed(window)
        inner = dict(zip(INNER, self._session.run(INNER, feed), strict=True))
        inner["pool"] = _pool(window.sentences, *spans, len(feed["ids"]))
        return Extras(*self._more.run(["event", "vectors"], inner))

    def _feed(self, window: Window) -> tuple[dict[str, Ints | Floats], tuple[Ints, Ints]]:
        """The inputs, and the first and end piece of each word."""
        forms = list(window.forms)
        written = cases(forms) * 2 + quote_states(forms)
        pieces = [self.pieces(form) for form in forms]
        ids = [self._edges[0], *itertools.chain.from_iterable(pieces), self._edges[1]]
        sizes = np.array([len(p) for p in pieces], np.int64)
        ends = sizes.cumsum() + 1
        firsts = ends - sizes
        looks = np.full(len(ids), EDGE, np.int64)
        looks[1:-1] = np.repeat(written * 2, sizes)
        looks[firsts] += 1
        sentence = np.array(window.sentences, np.int64)
        opens = np.ones(len(forms), np.int64)
        opens[1:] = sentence[1:] != sentence[:-1]
        allowed = np.zeros((len(forms), len(forms) + 1), np.float32)
        allowed[:, 1:][sentence[:, None] != sentence[None]] = -1e4
        feed: dict[str, Ints | Floats] = {
            "ids": np.array(ids, np.int64),
            "looks": looks,
            "starts": firsts,
            "lasts": ends - 1,
            "shape": written * 2 + opens,
            "allowed": allowed,
        }
        return feed, (firsts, ends)

    def event(self, words: Floats, source: Sequence[int], target: Sequence[int]) -> Floats:
        """Probabilities of the event roots of a source and a target, from `Extras.event`."""
        if self._events is None:
            with np.load(self.folder / "events.npz") as found:
                self._events = {k: found[k].astype(np.float32) for k in found.files}
        w = self._events
        means = np.concatenate([words[list(source)].mean(0), words[list(target)].mean(0)])
        query = w["event_query.weight"] @ means + w["event_query.bias"]
        weights = softmax(words @ query / np.float32(np.sqrt(words.shape[1])))
        mixed = np.concatenate([means, weights @ words])
        mixed = _gelu(w["event_mix.weight"] @ mixed + w["event_mix.bias"])
        return softmax(w["event_root.weight"] @ mixed + w["event_root.bias"])


def _session(path: Path) -> Any:
    """A graph ready to run."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread a unit, many units at a time: units are too small to be shared out.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _pool(sentences: Sequence[int], starts: Ints, ends: Ints, pieces: int) -> Floats:
    """(sentences, pieces): the weights of each sentence's mean."""
    numbers, firsts = np.unique(np.array(sentences, np.int64), return_index=True)
    lasts = np.append(firsts[1:], len(sentences)) - 1
    pool = np.zeros((len(numbers), pieces), np.float32)
    for row, (a, b) in enumerate(zip(firsts, lasts, strict=True)):
        pool[row, starts[a] : ends[b]] = 1.0 / (ends[b] - starts[a])
    return pool


def _gelu(x: Floats) -> Floats:
    # The error function by Abramowitz and Stegun 7.1.26, exact to 1.5e-7.
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    out: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return out
