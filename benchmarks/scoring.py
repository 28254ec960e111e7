"""Scores of records against gold, after the definitions in the gold's own README.

Written for the benchmarks; `tests/benchmarks/test_scoring.py` holds it against the reference
scorer where that is at hand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

__all__ = ["record_scores"]

Row = dict[str, Any]
Mistake = tuple[str, str, str, Row | None, Row | None]

KEYS = {
    "document": ("published", "genre"),
    "interaction": ("kind", "status", "date", "participants"),
    "statement": ("speakers", "manner"),
    "position": ("holders", "stance", "toward"),
    "commitment": ("by", "force"),
    "target": ("value", "unit"),
    "observation": ("value", "unit", "period"),
    "agreement": ("act", "signed", "name"),
    "status": ("act", "label"),
}
# Function words carry no name.
STOP = {"a", "and", "between", "for", "in", "of", "on", "the"}


def record_scores(
    gold: list[Row], predicted: list[Row], documents: set[str]
) -> tuple[dict[str, Any], list[Mistake]]:
    """Per kind and over all kinds but `document`: counts and F1 × 100; and the list of mistakes."""
    source = {r["id"]: str(r.get("source_id")) for r in predicted if r["record"] == "document"}
    want: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    have: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in gold:
        want[row["doc"], row["record"]].append(row)
    for row in predicted:
        owner = row["id"] if row["record"] == "document" else row["document"]
        have[source.get(owner, ""), row["record"]].append(row)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KEYS}
    mistakes: list[Mistake] = []
    for doc in sorted(documents & {row["doc"] for row in gold}):
        for kind in KEYS:
            mistakes += _pair(kind, doc, want[doc, kind], have[doc, kind], counts[kind])
    return _table(counts), mistakes


def _table(counts: dict[str, Counter[str]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    total: Counter[str] = Counter()
    for kind, row in counts.items():
        size = row["gold"] + row["predicted"]
        if not size:
            continue
        table[kind] = {
            "gold": row["gold"],
            "predicted": row["predicted"],
            "found_f1": round(200 * row["found"] / size, 1),
            "right_f1": round(200 * row["right"] / size, 1),
            "wrong": {k[6:]: v for k, v in row.items() if k.startswith("wrong:")},
        }
        if kind != "document":
            total += row
    size = total["gold"] + total["predicted"] or 1
    table["all"] = {f"{w}_f1": round(200 * total[w] / size, 1) for w in ("found", "right")}
    return table


def _pair(
    kind: str, doc: str, want: list[Row], have: list[Row], row: Counter[str]
) -> list[Mistake]:
    """Pair records of one kind and document, best agreement first, each at most once."""
    row["gold"] += len(want)
    row["predicted"] += len(have)
    candidates = []
    for i, g in enumerate(want):
        for j, p in enumerate(have):
            near = _nearness(kind, g, p)
            if near >= 0.5:
                agreeing = sum(_agree(key, g, p) for key in KEYS[kind])
                candidates.append((agreeing, near, -i, -j))
    left, right = set(range(len(want))), set(range(len(have)))
    mistakes: list[Mistake] = []
    for _, _, minus_i, minus_j in sorted(candidates, reverse=True):
        i, j = -minus_i, -minus_j
        if i not in left or j not in right:
            continue
        left.discard(i)
        right.discard(j)
        wrong = [k for k in KEYS[kind] if not _agree(k, want[i], have[j])]
        row["found"] += 1
        row["right"] += not wrong
        row.update(f"wrong:{k}" for k in wrong)
        if wrong:
            mistakes.append((kind, doc, "wrong " + ", ".join(wrong), want[i], have[j]))
    mistakes += [(kind, doc, "missed", want[i], None) for i in sorted(left)]
    mistakes += [(kind, doc, "false alarm", None, have[j]) for j in sorted(right)]
    return mistakes


def _nearness(kind: str, gold: Row, predicted: Row) -> float:
    if kind == "document":
        return 1.0
    field = "content" if kind == "statement" else "evidence"
    a, b = (
        [(s["start"], s["end"]) for s in _listed(r.get(field)) if isinstance(s, dict)]
        for r in (gold, predicted)
    )
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    size_a, size_b = sum(e - s for s, e in a), sum(e - s for s, e in b)
    size = size_a + size_b - both if kind == "statement" else min(size_a, size_b)
    return float(both / (size or 1))


def _agree(key: str, gold: Row, predicted: Row) -> bool:
    g, p = gold.get(key), predicted.get(key)
    if key in ("published", "date", "period"):
        return _interval(g) == _interval(p)
    if key == "speakers":
        return _same_people(g, p)
    if key in ("participants", "holders", "by", "toward"):
        return {s or i for i, s in _actors(g)} == {s or i for i, s in _actors(p)}
    if key == "value":
        return g == p or (g is not None and p is not None and abs(g - p) <= 0.005 * abs(g))
    if key in ("name", "label"):
        a, b = _words(g), _words(p)
        return bool(a & b) and len(a & b) / min(len(a), len(b)) >= 0.6
    if key == "signed":
        return str(g or "")[:4] == str(p or "")[:4]
    return bool(g == p)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _actors(value: Any) -> list[tuple[str, str | None]]:
    """(id, state) of an actor field: one or several, objects or plain ids."""
    found: list[tuple[str, str | None]] = []
    for item in _listed(value):
        if isinstance(item, dict):
            if item.get("id"):
                found.append((item["id"], item.get("state")))
        elif item:
            found.append((item, None if item.startswith(("person:", "org:")) else item))
    return found


def _same_people(gold: Any, predicted: Any) -> bool:
    g, p = _actors(gold), _actors(predicted)
    return all(any(_same(x, y) for y in p) for x in g) and all(
        any(_same(x, y) for x in g) for y in p
    )


def _same(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """The same id, or two persons who share a name and whose states do not differ."""
    if a[0] == b[0]:
        return True
    if not (a[0].startswith("person:") and b[0].startswith("person:")):
        return False
    names = set(a[0][7:].split("-")) & set(b[0][7:].split("-"))
    return any(len(n) > 1 for n in names) and (a[1] == b[1] or None in (a[1], b[1]))


def _interval(value: Any) -> tuple[str, str] | None:
    """First and last day of an EDTF value as comparable strings, its marks of doubt dropped."""
    if isinstance(value, dict):
        value = value.get("date")
    if not value:
        return None
    plain = re.sub(r"[~?%]", "", str(value))
    low, _, high = plain.partition("/")
    return _padded(low, "01", "01"), _padded(high if "/" in plain else low, "12", "31")


def _padded(value: str, month: str, day: str) -> str:
    if value in ("", ".."):
        return "0000-00-00" if day == "01" else "9999-99-99"
    parts = value.split("-")
    return "-".join([parts[0], (parts[1:2] or [month])[0], (parts[2:3] or [day])[0]])


def _words(text: Any) -> set[str]:
    return set(re.findall(r"\w+", str(text or "").lower())) - STOP
