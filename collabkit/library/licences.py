"""The parts by others that the program stands on, and their licences."""

import tomllib
from dataclasses import dataclass
from functools import cache

from collabkit.assets import resource


@dataclass(frozen=True, slots=True)
class LicensedPart:
    """One part, or several that belong together: what it is for and its licence."""

    name: str
    use: str
    licence: str


@cache
def licensed_parts() -> tuple[LicensedPart, ...]:
    """Return the parts in the order of ``resources/texts/licences.toml``."""
    data = tomllib.loads(resource("texts", "licences.toml").read_text(encoding="utf-8"))
    return tuple(LicensedPart(**part) for part in data["part"])


def typeface_licence() -> str:
    """Return the whole licence of the typeface, as its makers wrote it."""
    return resource("fonts", "OFL.txt").read_text(encoding="utf-8")
