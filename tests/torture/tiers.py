"""How hard the proof tries: a share of it in the ordinary tests, all of it at night.

`TIER` in the environment says which; `share` is what `make test` runs.
"""

import os
from dataclasses import dataclass

NAMES = ("share", "change", "nightly", "release")


@dataclass(frozen=True)
class Part:
    """One of several equal parts of a long row, so that all processors have something to do."""

    index: int
    of: int

    def share(self, total: int) -> int:
        """How many of `total` fall to this part; all parts together make exactly `total`."""
        return total * (self.index + 1) // self.of - total * self.index // self.of

    def __str__(self) -> str:
        return f"{self.index + 1} of {self.of}"


@dataclass(frozen=True)
class Tier:
    """One tier. Numbers that are not given for it are those of the tier before."""

    name: str

    def count(
        self,
        *,
        share: int,
        change: int | None = None,
        nightly: int | None = None,
        release: int | None = None,
    ) -> int:
        """How many this tier tries."""
        found = share
        for name, number in zip(NAMES, (share, change, nightly, release), strict=True):
            found = found if number is None else number
            if name == self.name:
                break
        return found

    def parts(
        self, *, share: int = 1, change: int = 1, nightly: int = 1, release: int | None = None
    ) -> list[Part]:
        """The parts in which this tier runs a row, for `pytest.mark.parametrize("part", ...)`."""
        of = self.count(share=share, change=change, nightly=nightly, release=release)
        return [Part(index, of) for index in range(of)]


def _chosen() -> Tier:
    name = os.environ.get("TIER") or "share"
    if name not in NAMES:
        raise ValueError(f"TIER is {name}, and can be {', '.join(NAMES)}")
    return Tier(name)


TIER = _chosen()
