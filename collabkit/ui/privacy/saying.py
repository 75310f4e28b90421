"""Where on the page something is said that came of an act."""

from collabkit.ui.privacy.state import Part, PrivacyState
from collabkit.ui.taking_out.said_part import SaidPart


def show_said(said: SaidPart, state: PrivacyState, part: Part) -> None:
    """Show what came of something, or what is being waited for, where it belongs."""
    is_here = state.said_at is part
    said.show_said(state.said if is_here else None, state.busy if is_here else "")
