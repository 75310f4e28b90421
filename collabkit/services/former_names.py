"""How a sheet that was handed out before a name was put right still finds whose it is. Pure.

A sheet that comes back tells by name for which organisation it speaks, and what its person is
called. What is kept of a former name is a digest, so that the wrong name itself is gone: a line
for each, with the id of the organisation or the sheet first, as erasing expects it.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

FORMER = "former-names"  # the topic; the program alone settles it
_MOST = 60  # lines: older ones go, and all of them fit into what may be settled


def was_called(settled: Mapping[str, str], name: str) -> frozenset[str]:
    """Return the ids of the organisations and sheets that had this name until it was put right."""
    mark = _mark(name)
    return frozenset(each for each, there in _lines(settled) if there == mark)


def with_former(settled: Mapping[str, str], former: Mapping[str, str]) -> str:
    """Return the value of ``FORMER`` once each id in ``former`` has lost that name."""
    lines = dict.fromkeys(_lines(settled))
    lines.update(dict.fromkeys((each, _mark(name)) for each, name in former.items()))
    return "\n".join(" ".join(line) for line in list(lines)[-_MOST:])


def _lines(settled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for line in settled.get(FORMER, "").splitlines():
        each, _space, mark = line.partition(" ")
        yield each, mark


def _mark(name: str) -> str:
    """Return a digest that is alike for names that ``is_same_name`` takes for one."""
    return blake2b(name.casefold().encode(), digest_size=8).hexdigest()
