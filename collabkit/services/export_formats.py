"""In which kinds of file an assessment can go out, and how much of it. Pure, but for the checks."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from collabkit.errors import InvalidInputError
from collabkit.i18n import _


class Format(StrEnum):
    """The kinds of file, by the suffix of their names."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"  # a calendar: the days of the plan
    JSON = "json"


class Content(StrEnum):
    """How much goes into the file."""

    FULL = "full"  # the whole report with the plan
    SUMMARY = "summary"  # one page
    PLAN = "plan"  # the plan alone


# Files for other programs hold everything, and a calendar only what has a day.
_ONLY_FULL = (Format.JSON,)
_ONLY_PLAN = (Format.ICS,)


def format_of(path: Path) -> Format:
    """Return the kind of file that a name asks for; raises ``InvalidInputError`` for another."""
    suffix = path.suffix.removeprefix(".").casefold()
    if suffix == "htm":
        return Format.HTML
    try:
        return Format(suffix)
    except ValueError:
        raise InvalidInputError(
            _(
                "“{name}” does not tell which kind of file is wanted. Please let its name end in "
                "one of these: {suffixes}."
            ).format(name=path.name, suffixes=", ".join(f".{each}" for each in Format))
        ) from None


def contents_of(kind: Format) -> tuple[Content, ...]:
    """Return what can go into a kind of file, the usual first."""
    if kind in _ONLY_FULL:
        return (Content.FULL,)
    if kind in _ONLY_PLAN:
        return (Content.PLAN,)
    return tuple(Content)


def check_content(kind: Format, content: Content) -> None:
    """Raise ``InvalidInputError`` if that much cannot go into a file of that kind."""
    if content in contents_of(kind):
        return
    if kind is Format.ICS:
        raise InvalidInputError(
            _("A calendar file holds the days of the plan and nothing else. Please ask for those.")
        )
    raise InvalidInputError(
        _("A file of the kind .{suffix} always holds everything.").format(suffix=kind)
    )


def checks_of(kind: Format) -> Callable[[Path], object]:
    """Return what opens a written file again and raises if it is not whole."""
    match kind:
        case Format.PDF:
            from collabkit.reports.checks import check_pdf

            return check_pdf
        case Format.HTML:
            from collabkit.reports.html.checks import check_html

            return check_html
        case Format.DOCX:
            from collabkit.reports.docx.checks import check_docx

            return check_docx
        case Format.XLSX:
            from collabkit.reports.tables.checks import check_xlsx

            return check_xlsx
        case Format.CSV:
            from collabkit.reports.tables.checks import check_csv

            return check_csv
        case Format.ICS:
            from collabkit.reports.calendar.checks import check_calendar

            return check_calendar
        case Format.JSON:
            from collabkit.reports.data.checks import check_json

            return check_json
