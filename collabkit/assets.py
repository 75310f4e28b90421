"""Where the resources lie: packs, fonts, icons, themes and texts.

In a checkout the folder ``resources`` beside the package is used, because an editable install
would copy it once and then go stale; in a wheel it lies inside the package.
"""

from functools import cache
from pathlib import Path

from collabkit.errors import EnvironmentProblemError

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of resources.

    Raises ``EnvironmentProblemError`` if the program was installed without it.
    """
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    inside = _PACKAGE / "resources"
    if inside.is_dir():
        return inside
    raise EnvironmentProblemError(
        "The questionnaires and fonts that belong to collabkit are missing, so it cannot start. "
        "Your own answers are safe. Please install collabkit again."
    )


def resource(*parts: str) -> Path:
    """Return the path of one resource, such as ``resource("packs", "five-themes.toml")``."""
    return resources().joinpath(*parts)
