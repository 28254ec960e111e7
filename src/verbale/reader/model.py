"""The trained network: words in, raw scores out, one unit at a time.

The graph takes one unit without padding (dynamic int8 quantization scales a whole tensor, so units
in one batch would change each other). Inputs: `ids` and `looks` (pieces,), a look being casing ×
quotation × first piece of its word; `starts` and `lasts` (words,) the first and the last piece of
each word; `shape` (words,) casing × quotation × sentence start, `allowed` (words, 1 + words) added
to the arc scores, `pool` (sentences, pieces) the mean of each sentence's pieces.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from verbale.reader.chances import softmax
from verbale.reader.tokens import cases, quote_states

__all__ = ["Network", "Scores", "Window", "weights_folder"]

Floats = npt.NDArray[np.float32]

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
    """Raw scores of a window's heads; w words, s sentences.

    `upos` (w, tags), `entities` and `roles` (w, BIO labels), `arcs` (w, 1 + w) with the root first,
    `relations` (w, relations) of the best arc, `to_source` and `to_content` (w, w) from a cue's
    first word, `coref` (w, w) from a mention's head to an earlier one, `event` (w, 192),
    `vectors` (s, 384).
    """

    upos: Floats
    entities: Floats
    roles: Floats
    arcs: Floats
    relations: Floats
    to_source: Floats
    to_content: Floats
    coref: Floats
    event: Floats
    vectors: Floats


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
        self._tokenizer: Any = None
        self._pieces: dict[str, list[int]] = {}
        self._events: dict[str, Floats] | None = None

    @property
    def version(self) -> str:
        """Ten hex digits of the weights' hash."""
        return hashlib.sha256((self.folder / "reader.onnx").read_bytes()).hexdigest()[:10]

    def load(self) -> None:
        """Load what is not loaded yet."""
        with self._loading:
            if self._session is None:
                self._load()

    def _load(self) -> None:
        # From 1.29 on, onnxruntime reports its use to its makers unless told otherwise before it
        # loads. What is read here is nobody's business.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        # One thread a unit, many units at a time: units are too small to be shared out.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(self.folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )

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
        if self.threads == 1:
            yield from map(self._scores, windows)
            return
        waiting: deque[Future[Scores]] = deque()
        with ThreadPoolExecutor(self.threads) as pool:
            try:
                for window in windows:
                    waiting.append(pool.submit(self._scores, window))
                    if len(waiting) > AHEAD * self.threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _scores(self, window: Window) -> Scores:
        return Scores(*self._session.run(None, self._feed(window)))

    def _feed(self, window: Window) -> dict[str, npt.NDArray[Any]]:
        forms = list(window.forms)
        written = cases(forms) * 2 + quote_states(forms)
        ids, starts = [self._tokenizer.token_to_id("[CLS]")], []
        for form in forms:
            starts.append(len(ids))
            ids.extend(self.pieces(form))
        ends = np.array([*starts[1:], len(ids)], np.int64)
        ids.append(self._tokenizer.token_to_id("[SEP]"))
        looks = np.full(len(ids), EDGE, np.int64)
        looks[1:-1] = np.repeat(written * 2, ends - starts)
        looks[starts] += 1
        sentence = np.array(window.sentences, np.int64)
        opens = np.ones(len(forms), np.int64)
        opens[1:] = sentence[1:] != sentence[:-1]
        numbers, firsts = np.unique(sentence, return_index=True)
        lasts = np.append(firsts[1:], len(forms)) - 1
        pool = np.zeros((len(numbers), len(ids)), np.float32)
        for row, (a, b) in enumerate(zip(firsts, lasts, strict=True)):
            pool[row, starts[a] : ends[b]] = 1.0 / (ends[b] - starts[a])
        allowed = np.zeros((len(forms), len(forms) + 1), np.float32)
        allowed[:, 1:][sentence[:, None] != sentence[None]] = -1e4
        return {
            "ids": np.array(ids, np.int64),
            "looks": looks,
            "starts": np.array(starts, np.int64),
            "lasts": ends - 1,
            "shape": written * 2 + opens,
            "allowed": allowed,
            "pool": pool,
        }

    def event(self, words: Floats, source: Sequence[int], target: Sequence[int]) -> Floats:
        """Probabilities of the event roots of a source and a target, from `Scores.event`."""
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
