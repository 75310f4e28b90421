"""Write what a finished tier has proved into docs/reliability.md: `make torture-table`.

Refuses if a row is missing, was tried less often than promised, lost something, or if the results
are not all of one state of the program.
"""

import os
import sys
from collections.abc import Iterable

from proof_rows import ROWS
from tallies import ROOT, Result, in_words, results, totals

DOCUMENT = ROOT / "docs" / "reliability.md"


def faults(tier: str, found: list[Result]) -> list[str]:
    """Why these results prove too little, a sentence each."""
    by_row, told = totals(found), []
    for row in ROWS:
        total = by_row.get(row.name)
        if total is None:
            told.append(f"{row.name}: not tried")
            continue
        if total.tried < row.least(tier):
            told.append(f"{row.name}: {total.tried} tried, {row.least(tier)} promised")
        if total.survived != total.tried:
            told.append(f"{row.name}: {total.tried - total.survived} did not survive")
        told += [f"{row.name}: {failure}" for failure in total.failures]
    states = {(result.commit, result.changed) for result in found}
    if len(states) > 1:
        told.append(f"the results are of {len(states)} states of the program: {sorted(states)}")
    return told


def table(tier: str, found: list[Result]) -> str:
    """The table in Markdown, with what it was measured on."""
    one = found[0]
    changes = " with changes" if one.changed else ""
    days = sorted({result.day for result in found})
    seeds = sorted({result.seed for result in found})
    lines = [
        f"Tier {tier}, {' to '.join(days[:1] + days[1:][-1:])}, commit {one.commit}{changes}, "
        f"seed {', '.join(seeds)}. {one.machine.system}, {one.machine.cores} processors, "
        f"Python {one.machine.python}, SQLite {one.machine.sqlite}.",
        "",
        "| What was tried | Tried | Survived | Passes when | Worth knowing | Seconds |",
        "| --- | ---: | ---: | --- | --- | ---: |",
    ]
    by_row = totals(found)
    for row in ROWS:
        total = by_row[row.name]
        cells: Iterable[str] = (
            row.name, f"{total.tried:,}", f"{total.survived:,}", row.passes_when,
            in_words(total.notes), f"{total.seconds:.0f}",
        )  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def put_into(document: str, tier: str, text: str) -> str:
    """The document with `text` between the markers of `tier`; `ValueError` without them."""
    begin, end = f"<!-- torture:{tier} -->", f"<!-- torture:{tier}:end -->"
    before, found, rest = document.partition(begin)
    _old, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{DOCUMENT.name} has no lines “{begin}” and “{end}”")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def main() -> int:
    """Return 0 when the table was written."""
    tier = os.environ.get("TIER") or "change"
    found = results(tier)
    wrong = faults(tier, found)
    if wrong:
        print(f"The table was not written. Tier {tier}:", *wrong, sep="\n- ", file=sys.stderr)
        return 1
    try:
        document = put_into(DOCUMENT.read_text("utf-8"), tier, table(tier, found))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    DOCUMENT.write_text(document, "utf-8")
    print(f"{DOCUMENT.relative_to(ROOT)}: tier {tier}, {len(ROWS)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
