"""The list of guidance."""

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.learn.guidance.reading import guidance_state
from collabkit.ui.learn.guidance.state import Group, GuidanceState
from collabkit.ui.learn.links_part import LinksColumn
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.section import Section


class GuidancePage(ReadingPage):
    """All pages of guidance, those for a charity like one's own first."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("Guidance"),
            _("What is good to know, by size, by role, and by who runs the group."),
        )
        self._services = context.services
        self._state: GuidanceState | None = None
        self._groups = Column(gap=3)
        self.add(self._groups)

    @property
    def groups(self) -> tuple["GroupPart", ...]:
        """The groups that are shown."""
        return tuple(part for part in self._groups.parts if isinstance(part, GroupPart))

    def render_state(self, state: GuidanceState) -> None:
        """Show ``state``; what is the same stays."""
        if state == self._state:
            return
        self._state = state
        parts = [GroupPart(group) for group in state.groups]
        for part in parts:
            part.links.go_wanted.connect(self.go_requested)
        self._groups.fill(*parts)

    def entered(self, **_arguments: object) -> None:
        self.render_state(guidance_state(self._services))


class GroupPart(Section):
    """Pages about one thing."""

    def __init__(self, group: Group) -> None:
        super().__init__(group.heading, group.sentence)
        self.links = LinksColumn(group.links)
        card = Card()
        card.add(self.links)
        self.add(card)
