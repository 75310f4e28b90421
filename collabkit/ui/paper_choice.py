"""Which paper plans are made for: chosen under Settings, and on the preview. No Qt."""

from collabkit.services.exports import Paper
from collabkit.settings import Settings

PAPER = "paper"  # the key of the setting


def chosen_paper(settings: Settings) -> Paper:
    """Return the paper that was chosen; A4 if none was, or none that is known."""
    code = settings.get(PAPER, str(Paper.A4))
    return next((paper for paper in Paper if paper == code), Paper.A4)
