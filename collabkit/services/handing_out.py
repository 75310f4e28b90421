"""Sheets for people elsewhere: as invitations that another collabkit opens, and as PDF forms.

Which sheets are out is not kept: a list of their codes would be a list of who has not answered.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.codes import new_code
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import ENDING, invitation_bytes, read_invitation
from collabkit.files import replacing
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.elsewhere import Elsewhere, elsewhere
from collabkit.services.exports import Paper, size_of
from collabkit.services.file_names import file_name
from collabkit.services.own_files import check_can_hold
from collabkit.services.packs import VOLUNTEER_RUN, WORDING, PackShelf
from collabkit.services.room_packs import Progress
from collabkit.services.sheets import ONE_SHEET_A_PARTY
from collabkit.storage import Store

MOST_SHEETS = 100  # at once
_PDF = ".pdf"


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
        self, sheets: Sequence[HandedOut], folder: Path, progress: Progress | None = None
    ) -> tuple[Written, ...]:
        """Write a file for each sheet into ``folder``, all of them or none.

        ``progress`` is told how many of how many are made. Raises ``InvalidInputError`` for the
        program's own folder and ``EnvironmentProblemError`` if a file cannot be written.
        """

        def check(written: Path) -> None:
            read_invitation(written.read_bytes())

        return self._write(sheets, folder, ENDING, invitation_bytes, check, progress)

    def write_forms(
        self,
        sheets: Sequence[HandedOut],
        folder: Path,
        *,
        large_print: bool = False,
        paper: Paper = Paper.A4,
        progress: Progress | None = None,
    ) -> tuple[Written, ...]:
        """Write a PDF for each sheet, to be filled in on a screen or with a pen; as invitations."""
        from collabkit.reports.checks import check_pdf
        from collabkit.reports.form import FormSize, render_form  # ReportLab: never at the start

        size = FormSize.LARGE_PRINT if large_print else FormSize.USUAL

        def draw(sheet: HandedOut) -> bytes:
            return render_form(sheet, size, size_of(paper))

        def check(written: Path) -> None:
            check_pdf(written)

        return self._write(sheets, folder, _PDF, draw, check, progress)

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
        self,
        sheets: Sequence[HandedOut],
        folder: Path,
        ending: str,
        draw: Callable[[HandedOut], bytes],
        check: Callable[[Path], None],
        progress: Progress | None,
    ) -> tuple[Written, ...]:
        """Write all files under names of the moment before the first takes its own."""
        check_can_hold(folder, self._folder)
        names = [_file_name(sheet, ending) for sheet in sheets]
        written = tuple(
            Written(folder / name, sheet.sheet) for name, sheet in zip(names, sheets, strict=True)
        )
        with ExitStack() as files:
            for number, (sheet, file) in enumerate(zip(sheets, written, strict=True), start=1):
                temporary = files.enter_context(replacing(file.path, check))
                temporary.write_bytes(draw(sheet))
                if progress:
                    progress(number, len(sheets))
        return written


def _file_name(sheet: HandedOut, ending: str) -> str:
    """Return what a sheet's file is called: never after a person."""
    side, code = sheet.party, _("sheet")
    if sheet.about:
        side = _("{party} about {about}").format(party=sheet.party, about=sheet.about)
    if sheet.sheet:
        code = _("sheet {code}").format(code=sheet.sheet)
    return file_name(sheet.charity, sheet.title, side, code, ending=ending)
