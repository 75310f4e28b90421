"""Sheets for people elsewhere: as invitations that another collabkit opens, and as PDF forms.

Which sheets are out is not kept: a list of their codes would be a list of who has not answered.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date
from os.path import lexists
from pathlib import Path

from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.codes import new_code
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import ENDING, invitation_bytes, read_invitation
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.elsewhere import Elsewhere, elsewhere
from collabkit.services.exports import Paper, size_of
from collabkit.services.file_names import file_name, free_name
from collabkit.services.own_files import check_can_hold
from collabkit.services.packs import VOLUNTEER_RUN, WORDING, PackShelf
from collabkit.services.progress import Progress
from collabkit.services.sheets import ONE_SHEET_A_PARTY
from collabkit.storage import Store

__all__ = ["MOST_SHEETS", "HandedOut", "HandingOutService", "Written"]

MOST_SHEETS = 100  # at once
_PDF = ".pdf"


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written for somebody and checked, and the code of the sheet in it."""

    path: Path
    sheet: str


class HandingOutService:
    """Makes sheets and writes them. Drawing forms is slow enough to be called off the GUI thread.

    What people are told about themselves is in each sheet: ``minimum`` and ``is_open``.
    """

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def sheets(
        self,
        assessment_id: str,
        *,
        today: date,
        party_id: str | None = None,
        about_id: str | None = None,
        how_many: int = 1,
    ) -> tuple[HandedOut, ...]:
        """Return ``how_many`` new sheets, each with a code of its own; nothing is kept.

        ``party_id`` and ``about_id`` say for and about which organisation they are, where
        organisations take part. Raises ``KeyError`` for an unknown assessment or organisation, and
        ``InvalidInputError`` for a session in the room, for what only one person answers, and for
        more sheets than there can be.
        """
        there = elsewhere(self._store, self._packs, assessment_id)
        most = 1 if party_id and there.pack.outcome.kind in ONE_SHEET_A_PARTY else MOST_SHEETS
        if not 1 <= how_many <= most:
            raise InvalidInputError(
                _("Each organisation answers once, so there is one sheet for it.")
                if most == 1
                else _("Please make {most} sheets at most at once.").format(most=most)
            )
        codes: dict[str, None] = {}
        while len(codes) < how_many:
            codes[new_code()] = None
        sheet = self._sheet(there, today, party_id, about_id)
        return tuple(replace(sheet, sheet=code) for code in codes)

    def shared_sheet(
        self,
        assessment_id: str,
        *,
        today: date,
        party_id: str | None = None,
        about_id: str | None = None,
    ) -> HandedOut:
        """Return a sheet of which everybody gets the same copy, without a code; raises as above.

        Of such sheets it can be told only by what is on them that one came twice.
        """
        there = elsewhere(self._store, self._packs, assessment_id)
        return self._sheet(there, today, party_id, about_id)

    def write_invitations(
        self,
        sheets: Sequence[HandedOut],
        folder: Path,
        progress: Progress | None = None,
        is_wanted: Callable[[], bool] = _always,
    ) -> tuple[Written, ...]:
        """Write a file for each sheet into ``folder``, all of them or none; return them in order.

        A file that is there already stays, and the new one gets a number. ``progress`` is told how
        many of how many are made. As soon as the rest is not ``is_wanted``, only what was made so
        far is there. Raises ``InvalidInputError`` for the program's own folder and
        ``EnvironmentProblemError`` if a file cannot be written.
        """

        def check(written: Path) -> None:
            read_invitation(written.read_bytes())

        making = _Making(ENDING, invitation_bytes, check, progress, is_wanted)
        return self._write(sheets, folder, making)

    def write_forms(
        self,
        sheets: Sequence[HandedOut],
        folder: Path,
        *,
        large_print: bool = False,
        paper: Paper = Paper.A4,
        progress: Progress | None = None,
        is_wanted: Callable[[], bool] = _always,
    ) -> tuple[Written, ...]:
        """Write a PDF for each sheet, to be filled in on a screen or with a pen; as invitations."""
        from collabkit.reports.checks import check_pdf
        from collabkit.reports.form import FormSize, render_form  # ReportLab: never at the start

        size = FormSize.LARGE_PRINT if large_print else FormSize.USUAL

        def draw(sheet: HandedOut) -> bytes:
            return render_form(sheet, size, size_of(paper))

        def check(written: Path) -> None:
            check_pdf(written)

        making = _Making(_PDF, draw, check, progress, is_wanted, large_print)
        return self._write(sheets, folder, making)

    def _sheet(
        self, there: Elsewhere, today: date, party_id: str | None, about_id: str | None
    ) -> HandedOut:
        """Return a sheet that has no code yet."""
        party, about = there.party(party_id), there.party(about_id)
        there.check_side(party, about)
        asked = there.asked(party, about)
        if not asked:
            raise InvalidInputError(_("Nothing is asked on this sheet."))
        return HandedOut(
            assessment=there.assessment.id,
            sheet="",
            title=there.assessment.title,
            charity=self._store.charities.get(there.assessment.charity_id).name,
            pack=there.pack,
            source=self._store.packs.source(there.pack.digest),
            is_volunteer_run=there.settled.get(WORDING) == VOLUNTEER_RUN,
            asked=asked,
            optional=frozenset(asked) - frozenset(there.needed(asked)),
            minimum=there.minimum,
            is_open=there.is_open,
            role=there.settled_role(party),
            roles=there.roles(party),
            made_on=today,
            party=party.name if party else "",
            about=about.name if about else "",
        )

    def _write(
        self, sheets: Sequence[HandedOut], folder: Path, making: "_Making"
    ) -> tuple[Written, ...]:
        """Write file by file. If one fails, those before go too: they have replaced nothing."""
        check_can_hold(folder, self._folder)
        written: list[Written] = []
        with ExitStack() as undoing:
            for sheet in sheets:
                if not making.is_wanted():
                    break
                path = folder / free_name(making.name(sheet), lambda name: lexists(folder / name))
                undoing.callback(_remove, path)
                write_safely(path, making.draw(sheet), making.check)
                written.append(Written(path, sheet.sheet))
                if making.progress:
                    making.progress(len(written), len(sheets))
            undoing.pop_all()  # all is well
        return tuple(written)


@dataclass(frozen=True, slots=True)
class _Making:
    """How files of one kind are made, and who is told."""

    ending: str
    draw: Callable[[HandedOut], bytes]
    check: Callable[[Path], None]
    progress: Progress | None
    is_wanted: Callable[[], bool]
    is_large_print: bool = False

    def name(self, sheet: HandedOut) -> str:
        """Return what a sheet's file is called: never after a person."""
        side = sheet.party
        if sheet.about:
            side = _("{party} about {about}").format(party=sheet.party, about=sheet.about)
        code = _("sheet {code}").format(code=sheet.sheet) if sheet.sheet else _("for everybody")
        size = _("large print") if self.is_large_print else ""
        return file_name(sheet.charity, sheet.title, side, code, size, ending=self.ending)


def _remove(path: Path) -> None:
    with suppress(OSError):  # it may not even have been begun
        path.unlink()
