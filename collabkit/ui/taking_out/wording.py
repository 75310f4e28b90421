"""What each kind of file is good for, in words. No Qt."""

from dataclasses import dataclass
from pathlib import Path

from collabkit.i18n import _, ngettext
from collabkit.services.export_formats import Content
from collabkit.ui.taking_out.state import Purpose


@dataclass(frozen=True, slots=True)
class Offer:
    """A purpose in words: ``about`` says what it is good for and names the kind of file."""

    purpose: Purpose
    name: str
    about: str
    verb: str
    spoken: str


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Purposes that belong together."""

    heading: str
    offers: tuple[Offer, ...]


def offer_groups() -> tuple[OfferGroup, ...]:
    """Return every purpose, in groups."""
    return (
        OfferGroup(
            _("To read and print"),
            (
                _file(
                    Purpose.BOARD,
                    _("For the board"),
                    _("Pages that look the same everywhere, on paper and on a screen. PDF"),
                ),
                _file(
                    Purpose.SCREEN,
                    _("For people who read on a screen"),
                    _("Fits a telephone too, and reads well with a screen reader. Web page (HTML)"),
                ),
            ),
        ),
        OfferGroup(
            _("To work on"),
            (
                _file(
                    Purpose.EDITING,
                    _("To change and add to"),
                    _("For a word processor such as Word or LibreOffice. Document (DOCX)"),
                ),
                Offer(
                    Purpose.MINUTES,
                    _("For the minutes"),
                    _("The plan as a table: paste it into what you are writing."),
                    _("Copy"),
                    _("Copy the plan for the minutes"),
                ),
                _file(
                    Purpose.CALCULATING,
                    _("To calculate with"),
                    _("For a spreadsheet program such as Excel or LibreOffice. Workbook (XLSX)"),
                ),
            ),
        ),
        OfferGroup(
            _("Dates"),
            (
                _file(
                    Purpose.CALENDAR,
                    _("For your calendar"),
                    _("The days of the plan, whatever is chosen above. Calendar file (ICS)"),
                ),
            ),
        ),
    )


def moving_group() -> OfferGroup:
    """Return the purposes that stand beside a file for another laptop."""
    return OfferGroup(
        _("To move or keep"),
        (
            _file(
                Purpose.TABLE,
                _("For another program, as a table"),
                _("Almost every program can read it. Table (CSV)"),
            ),
            _file(
                Purpose.DATA,
                _("For another program, as data"),
                _("For people who write programs; it always holds everything. JSON"),
            ),
        ),
    )


def content_options() -> tuple[tuple[str, str], ...]:
    """Return how much can go into a file, by code."""
    return (
        (Content.FULL, _("Everything: results, what stands out and the plan")),
        (Content.SUMMARY, _("One page: the picture and the plan in short")),
        (Content.PLAN, _("The plan alone")),
    )


def kind_words(purpose: Purpose, content: Content) -> str:
    """Return what stands in the name of a file, after charity and title."""
    match purpose:
        case Purpose.CALENDAR:
            return _("dates")
        case Purpose.DATA:
            return _("data")
        case _:
            return {
                Content.FULL: _("report"),
                Content.SUMMARY: _("one page"),
                Content.PLAN: _("plan"),
            }[content]


def written_words(path: Path, pages: int = 0) -> str:
    """Return what was written where."""
    name, folder = path.name, path.parent.name or str(path.parent)
    if pages:
        return ngettext(
            "Saved as “{name}” in “{folder}”, {pages} page.",
            "Saved as “{name}” in “{folder}”, {pages} pages.",
            pages,
        ).format(name=name, folder=folder, pages=pages)
    return _("Saved as “{name}” in “{folder}”.").format(name=name, folder=folder)


def _file(purpose: Purpose, name: str, about: str) -> Offer:
    return Offer(purpose, name, about, _("Save…"), _("Save: {purpose}").format(purpose=name))
