"""What stands in ``stable_ids.txt``: every id that answers, plans and settings on disk refer to.

``python tests/content/stable_ids.py`` prints the lines as the packs have them today.
"""

from collections.abc import Iterator
from pathlib import Path

from every_pack import listed_ids, packs

from collabkit.assessments.pack import Pack

LIST = Path(__file__).with_name("stable_ids.txt")


def lines_today() -> tuple[str, ...]:
    """Return a line such as ``barriers statement BAR-a`` for every id, pack by pack."""
    return tuple(line for pack in packs() for line in _lines(pack))


def lines_kept() -> tuple[str, ...]:
    """Return the committed lines without remarks."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _lines(pack: Pack) -> Iterator[str]:
    for form in pack.forms:
        for option in (*form.options, *form.ways_out):
            yield f"{pack.id} answer {form.id} {option.code}"
    for section in pack.sections:
        yield f"{pack.id} section {section.code}"
        for item in section.items:
            yield f"{pack.id} statement {item.id}"
            for idea in item.actions:
                yield f"{pack.id} action {idea.id}"
    for kind, entry in listed_ids(pack):
        yield f"{pack.id} {kind} {entry}"
    for kind in ("mode", "choice", "recommendation"):
        for entry in pack.outcome.settings.get(kind, ()):
            yield f"{pack.id} {kind} {entry['code']}"


if __name__ == "__main__":
    print("\n".join(lines_today()))
