"""The sections of the two reports on which statements rest.

``python tests/content/pack_sources.py`` prints them as the packs name them today.
"""

import re
from pathlib import Path

from every_pack import items

LIST = Path(__file__).with_name("source_sections.txt")
# What may follow the name of a section: remarks in brackets, after a semicolon, numbers of cases.
_REMARK = re.compile(r"( \([^()]*\))+$|;.*$|, cases? \d+(, \d+)*")


def named(source: str) -> tuple[str, str]:
    """Return the key of the report and the section in it, without remarks."""
    key, _comma, section = source.partition(", ")
    before = ""
    while before != section:
        before, section = section, _REMARK.sub("", section)
    return key, section


def sections_today() -> tuple[str, ...]:
    """Return the lines as they should stand in the list, sorted."""
    found = {named(source) for _pack, item in items() for source in item.sources}
    return tuple(sorted(f"{key}, {section}" for key, section in found))


def sections_known() -> tuple[str, ...]:
    """Return the committed lines without remarks."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


if __name__ == "__main__":
    print("\n".join(sections_today()))
