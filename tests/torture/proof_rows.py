"""What has to be proved: every row, how often each tier tries it, and when it passes.

The figures are promises. A row that was tried less often does not stand in the table.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One row of the table. The figures are the fewest that a tier may try."""

    name: str
    change: int
    nightly: int
    release: int
    passes_when: str

    def least(self, tier: str) -> int:
        """The fewest that `tier` may try; the ordinary tests try any share of it."""
        figures = {"change": self.change, "nightly": self.nightly, "release": self.release}
        return figures.get(tier, 1)


_UNHARMED = "nothing acknowledged is lost, nothing is corrupt"
_POWER = f"{_UNHARMED}, and the control, deaf to every sync, loses something"
_EVERY_SCREEN = "every screen"

ROWS = (
    Row(
        "kill -9 of the storage process", 200, 2000, 10_000,
        f"{_UNHARMED}, and at least 30 % of the kills leave a hot journal",
    ),
    Row(
        "kill -9 of the whole program", 4, 100, 300, "nothing that the window called saved is lost",
    ),
    Row("power cut while saving", 200, 2000, 20_000, _POWER),
    Row("power cut while importing", 200, 2000, 20_000, _POWER),
    Row("power cut while migrating", 200, 2000, 20_000, _POWER),
    Row("power cut while a copy is made", 200, 2000, 20_000, _POWER),
    Row("power cut while restoring", 200, 2000, 20_000, _POWER),
    Row("power cut while erasing", 200, 2000, 20_000, _POWER),
    Row("power cut while locking", 200, 2000, 20_000, _POWER),
    Row("power cut while exporting", 200, 2000, 20_000, "the old file or the new one, whole"),
    Row(
        "a fault at every Nth call", 300, 1000, 1000,
        "nothing lost, the old file intact, trying again works, a sentence and no traceback",
    ),
    Row("real full disk", 5, 50, 50, "reading works, and exporting elsewhere does"),
    Row("20 starts at once", 5, 50, 200, "exactly one writer"),
    Row("bad locks", 4, 4, 4, "each recovers or is named in a sentence"),
    Row(
        "every released schema, killed at each migration statement", 1, 1, 1,
        "exactly old or exactly new",
    ),
    Row("newer or foreign files", 12, 12, 12, "refused, bytes and time unchanged"),
    Row(
        "six kinds of corruption", 60, 600, 6000,
        "all detected, all acknowledged answers back from the second copy",
    ),
    Row(
        "backup rotation with jumping clocks", 1, 200, 1000,
        "the newest verified copy is never deleted, at least three are kept",
    ),
    Row(
        "hostile bundles and packs", 80, 80, 80,
        "a sentence, at most 256 MB and 2 s, database unchanged",
    ),
    Row(
        "fuzzing the importers", 1000, 1000, 1000,
        "a sentence, at most 256 MB and 2 s, database unchanged",
    ),
    Row(
        "text round trip through PDF", 300, 3000, 10_000,
        "Latin text exact, other characters kept as ActualText",
    ),
    Row("formulas in CSV and XLSX", 120, 120, 120, "none is a formula afterwards"),
    Row("whole journey without a network", 1, 1, 1, "no connection is tried"),
    Row("canaries in answers", 1, 1, 1, "none in logs, settings, titles, temporary files"),
    Row("accessible names", 1, 1, 1, f"100 % named on {_EVERY_SCREEN}"),
    Row("keyboard-only tasks", 15, 15, 15, "each done by key presses alone"),
    Row("contrast", 1, 1, 1, "text 4.5:1, marks 3:1"),
    Row("100-200 % scaling", 1, 1, 1, f"nothing clipped on {_EVERY_SCREEN}"),
)  # fmt: skip

BY_NAME = {row.name: row for row in ROWS}
