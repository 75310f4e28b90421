"""One measured figure, held against its target."""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` and the bare ``limit`` in ``unit``; ``ratio`` (or ``value``) against ``target``.

    ``limit`` and ``ratio`` are ``None`` where the target is an absolute one. ``quartiles`` are
    those of what is held against the target.
    """

    name: str
    value: float
    unit: str
    limit: float | None
    ratio: float | None
    target: float
    met: bool
    quartiles: tuple[float, float]

    def line(self) -> str:
        """Return the figure as a row of the table."""
        low, high = self.quartiles
        if self.ratio is None:
            held, spread = f"{self.value:.1f} {self.unit}", f"{low:.1f} to {high:.1f}"
            target = f"≤ {self.target:g} {self.unit}"
        else:
            held, spread = f"{self.ratio:.2f} ×", f"{low:.2f} to {high:.2f}"
            target = f"≤ {self.target:g} ×"
        limit = "" if self.limit is None else f"{self.limit:.2f} {self.unit}"
        value = f"{self.value:.2f} {self.unit}"
        verdict = "met" if self.met else "NOT MET"
        return (
            f"{self.name:<46}{value:>12}{limit:>12}{held:>10}  {spread:<16}{target:>10}  {verdict}"
        )


def against_limit(
    name: str, unit: str, pairs: Sequence[tuple[float, float]], target: float
) -> Figure:
    """Return the median ratio of ``(measured, bare limit)`` pairs, each taken side by side."""
    ratios = [value / limit for value, limit in pairs]
    ratio = statistics.median(ratios)
    return Figure(
        name=name,
        value=statistics.median(value for value, _limit in pairs),
        unit=unit,
        limit=statistics.median(limit for _value, limit in pairs),
        ratio=ratio,
        target=target,
        met=ratio <= target,
        quartiles=_quartiles(ratios),
    )


def absolute(name: str, unit: str, values: Sequence[float], target: float) -> Figure:
    """Return the median of ``values``, held against ``target`` in the same unit."""
    value = statistics.median(values)
    return Figure(name, value, unit, None, None, target, value <= target, _quartiles(values))


def alternate(
    pairs: int, measured: Callable[[], float], limit: Callable[[], float]
) -> list[tuple[float, float]]:
    """Measure both in turn ``pairs`` times, after one round that does not count."""
    measured(), limit()
    return [(measured(), limit()) for _round in range(pairs)]


def _quartiles(values: Sequence[float]) -> tuple[float, float]:
    low, _middle, high = statistics.quantiles(values, n=4)
    return low, high


def write_json(figures: Sequence[Figure], path: Path) -> None:
    """Write the figures as a list of objects."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
