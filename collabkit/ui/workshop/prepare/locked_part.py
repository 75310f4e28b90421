"""How a session was prepared, once it has begun: for reading only."""

from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.room.promise import promise_lines
from collabkit.ui.new_assessment.own_choice import words_of
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.state import PrepareState
from collabkit.ui.workshop.prepare.wording import facts


class LockedPart(Column):
    """Why nothing can be changed, and everything that was settled."""

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        why = Card()
        why.add(
            Assurance(
                "lock",
                _(
                    "This session is over, so nothing here can be changed. What came out belongs "
                    "to exactly these statements and this promise."
                )
                if state.is_over
                else _(
                    "This session has begun, so nothing here can be changed. People have answered, "
                    "or will answer, on exactly these words and this promise."
                ),
            )
        )
        settled = Card(_("How it was prepared"))
        settled.add(*(Entry(value, name) for name, value in facts(state)))
        statements = Card(_("Statements"))
        statements.add(
            *(
                Text(f"{number}. {_words(state.pack, item_id)}")
                for number, item_id in enumerate(state.shown.statements, 1)
            )
        )
        promise = Card(_("The promise"))
        promise.add(*map(Text, promise_lines(state.shown)))
        self.fill(why, settled, statements, promise)


def _words(pack: Pack, item_id: str) -> str:
    return words_of(pack.item(item_id))
