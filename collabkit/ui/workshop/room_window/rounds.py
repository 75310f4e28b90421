"""What to call the votes on one statement."""

from collabkit.i18n import _


def round_name(number: int) -> str:
    """Return "First vote", "Second vote" …; ``number`` counts from 1 to 9."""
    names = (
        _("First vote"), _("Second vote"), _("Third vote"), _("Fourth vote"), _("Fifth vote"),
        _("Sixth vote"), _("Seventh vote"), _("Eighth vote"), _("Ninth vote"),
    )  # fmt: skip
    return names[number - 1]
