"""About: what this is, and whom it owes what."""

from collabkit.i18n import _
from collabkit.library.licences import typeface_licence
from collabkit.ui.about.words import parts, qt_notice, reports, standing, version
from collabkit.ui.context import Context
from collabkit.ui.crash_report.card import ReportsCard
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class AboutPage(Page):
    """Addresses are shown as text: nothing here reaches for a network."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("About collabkit"),
            _(
                "With collabkit, a charity looks honestly at how it works with others and leaves "
                "with a plan. Everything happens on this computer."
            ),
        )
        self.version = WholeText(_("Version"), [Paragraph(version(), "body", "muted")])
        self.typeface = Fold(_("The licence of the typeface"))
        self.typeface.toggled.connect(self._on_typeface_toggled)
        self._typeface_text: WholeText | None = None
        self.reports = ReportsCard(context.folder.root)
        self.reports.told.connect(self._on_reports_told)
        self.reports.problem_met.connect(self._on_reports_problem_met)
        self.add(self.version, _content(), _privacy(str(context.folder.root)))
        self.add(self.reports, self._licences())
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)

    def entered(self, **_arguments: object) -> None:
        self.reports.render_reports()

    def left(self) -> None:
        self.notice.close_notice()

    def _licences(self) -> Card:
        card = Card(_("Licences"))
        others = Fold(_("The parts by others"))
        others.add(WholeText(_("The parts by others"), parts()))
        card.add(
            Text(
                _(
                    "collabkit is free: you may use it, change it and pass it on under the MIT "
                    "licence. It comes without any warranty."
                )
            ),
            WholeText(_("Qt and its licence"), [Paragraph(qt_notice())]),
            others,
            self.typeface,
        )
        return card

    def _on_reports_told(self, sentence: str) -> None:
        self.notice.tell(sentence, passing=True)

    def _on_reports_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")

    def _on_typeface_toggled(self, is_open: bool) -> None:
        if is_open and self._typeface_text is None:
            self._typeface_text = WholeText(
                _("The licence of the typeface"), [Paragraph(typeface_licence(), "note")]
            )
            self.typeface.add(self._typeface_text)


def _content() -> Card:
    card = Card(_("Where the content comes from"))
    each = Fold(_("What each questionnaire says of itself"))
    each.add(WholeText(_("What each questionnaire says of itself"), standing()))
    card.add(
        Text(_("The statements and the suggested actions rest on two published reports:")),
        WholeText(_("The two reports"), reports()),
        Text(_("What is ours"), "strong"),
        Text(
            _(
                "The five themes follow questions that the first report asks. The statements, "
                "their levels, the actions and the way of counting are our own, in our own words. "
                "The people named above did not write, check or approve them."
            )
        ),
        Text(
            _(
                "All of it is new, and charities have not tested it yet. Take what comes out as a "
                "start for a talk, and not as a verdict."
            )
        ),
        each,
    )
    return card


def _privacy(folder: str) -> Card:
    card = Card(_("Your privacy"))
    card.add(
        Text(
            _(
                "Everything you enter stays on this computer. collabkit uses no network, needs no "
                "account and tells nobody that you use it."
            )
        ),
        Text(
            _(
                "To erase everything, close collabkit and delete the folder below. Whatever you "
                "saved elsewhere stays where you put it: reports and plans, files for other "
                "people or another computer, safety copies on a stick."
            )
        ),
        WholeText(_("The folder"), [Paragraph(folder)]),
    )
    return card
