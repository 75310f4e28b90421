"""The one family that the program brings along, so that it looks the same on every machine."""

from PySide6.QtGui import QFontDatabase

from collabkit.assets import resource

FAMILY = "Atkinson Hyperlegible Next"
_STYLES = ("Regular", "SemiBold", "Bold")


def register_fonts() -> None:
    """Make the family known to Qt; to be called once per program.

    Qt lists the semibold under two names: as weight 600 of the family, which is the one used
    here, and as a family of its own.
    """
    for style in _STYLES:
        QFontDatabase.addApplicationFont(
            str(resource("fonts", f"AtkinsonHyperlegibleNext-{style}.ttf"))
        )
