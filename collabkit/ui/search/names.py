"""What the kinds of things that can be found are called."""

from collabkit.i18n import _
from collabkit.library.search import FoundKind


def one_of(kind: FoundKind) -> str:
    """Return what a single one is called."""
    match kind:
        case FoundKind.STATEMENT:
            return _("Statement")
        case FoundKind.ACTION:
            return _("Action")
        case FoundKind.CASE:
            return _("Story")
        case FoundKind.EXAMPLE:
            return _("Short example")
        case FoundKind.TERM:
            return _("Word")
        case FoundKind.GUIDANCE:
            return _("Guidance")
        case FoundKind.FACT:
            return _("Fact")
        case FoundKind.OWN_ASSESSMENT:
            return _("Your assessment")


def all_of(kind: FoundKind) -> str:
    """Return what several are called."""
    match kind:
        case FoundKind.STATEMENT:
            return _("Statements")
        case FoundKind.ACTION:
            return _("Suggested actions")
        case FoundKind.CASE:
            return _("Stories")
        case FoundKind.EXAMPLE:
            return _("Short examples")
        case FoundKind.TERM:
            return _("Words")
        case FoundKind.GUIDANCE:
            return _("Guidance")
        case FoundKind.FACT:
            return _("Facts you may quote")
        case FoundKind.OWN_ASSESSMENT:
            return _("Your assessments")
