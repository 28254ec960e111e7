"""Commands for the ledger as a whole: export, check, stats."""

from __future__ import annotations

from typing import Literal

from verbale.cli.options import As, LedgerPath, line, open_ledger, tell
from verbale.cli.printing import export_records, print_rows

__all__ = ["check", "export", "stats"]


def export(
    *,
    format: Literal["jsonl", "csv"] = "jsonl",  # noqa: A002  # the option's name
    ledger: LedgerPath = None,
) -> int:
    """Print every record of the ledger, people's decisions applied.

    For example:

        verbale export > records.jsonl
        verbale export --format csv > records.csv

    Parameters
    ----------
    format
        One JSON object a line, or a table with the first piece of evidence of each record.
    """
    with open_ledger(ledger) as kept:
        export_records(kept.records(), format)
    return 0


def check(*, ledger: LedgerPath = None) -> int:
    """Verify every span, every hash and every reference. Exit code 1 on a fault.

    For example:

        verbale check
    """
    with open_ledger(ledger) as kept:
        faults = 0
        for fault in kept.check():
            faults += 1
            tell(f"verbale: {fault}")
        total = sum(kept.counts().values())
    line(f"{total} records checked, {faults} faults")
    return 1 if faults else 0


def stats(*, form: As = As(), ledger: LedgerPath = None) -> int:
    """Count the records of each kind.

    For example:

        verbale stats --json
    """
    with open_ledger(ledger) as kept:
        counts = kept.counts()
    print_rows([{"kind": k, "records": n} for k, n in counts.items()], form.format)
    return 0
