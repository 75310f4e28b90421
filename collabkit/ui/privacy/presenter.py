"""What happens on the page Privacy, without widgets."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services.erasing import Decision, Erased, HeldCopy, Kind
from collabkit.services.export_formats import Format
from collabkit.services.file_names import file_name
from collabkit.services.retention import month_in
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.privacy.reading import read_privacy, with_time
from collabkit.ui.privacy.state import Deciding, Named, Part, PrivacyState
from collabkit.ui.privacy.wording import copy_lines, decision_title, word_to_type
from collabkit.ui.taking_out.presenter import FOLDER
from collabkit.ui.taking_out.state import Said
from collabkit.ui.taking_out.wording import written_words
from collabkit.ui.workshop.prepare.printed import forget_printed
from collabkit.ui.workshop.rehearsal.checklist import forget_done


class PrivacyPresenter(QObject):
    """Knows what is kept, writes it down for people, and has it erased.

    ``state_changed(PrivacyState)``; ``erased(Erased, Kind)`` tells that something is gone.
    """

    state_changed = Signal(object)
    erased = Signal(object, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._opened = 0  # how often the page was opened: what was begun before is not told
        self.state = PrivacyState()

    def open(self, assessment_id: str, charity_id: str) -> None:
        """Show what is kept of an assessment, of a charity or, without either, put away."""
        self._opened += 1
        self._show(self._read(assessment_id, charity_id))

    def refresh(self) -> None:
        """Show everything as it is now, as names have changed; the chosen person stays chosen."""
        before = self.state
        state = self._read(before.assessment_id, before.charity_id)
        person = state.person or before.person
        self._show(replace(state, person=person, busy=before.busy, said_at=before.said_at))

    def keep_until(self, code: str) -> None:
        """Settle the last month in which it is kept; an empty code for none."""
        until, today = month_in(code), self._context.today()
        retention = self._context.services.retention
        try:
            retention.keep_until(self.state.assessment_id, until, today)
        except CollabkitError as error:
            self._say(Part.KEEPING, Said(str(error), is_problem=True))
            return
        state = with_time(replace(self.state, said=None), until, today)
        with suppress(KeyError, CollabkitError):  # it has gone meanwhile, and so has the notice
            notice = self._context.services.privacy_notices.notice(state.assessment_id)
            state = replace(state, notice=notice)
        self._show(state)

    def choose_person(self, participant_id: str) -> None:
        """Take whom it is about."""
        self._show(replace(self.state, person=participant_id, said=None))

    def suggested_notice(self, documents: Path) -> Path:
        """Return where the privacy notice could go."""
        charity = self.state.notice.charity if self.state.notice else ""
        name = file_name(charity, _("privacy notice"), ending=f".{Format.DOCX}")
        return usual_folder(self._context.settings, documents, FOLDER) / name

    def save_notice(self, path: Path) -> None:
        """Write the privacy notice to ``path``."""
        self._write(Part.NOTICE, path, self._context.services.privacy_notices.write)

    def say_copied(self) -> None:
        """Say that the notice lies on the clipboard."""
        self._say(Part.NOTICE, Said(_("The text was copied. Paste it wherever you need it.")))

    def suggested_person(self, documents: Path) -> Path | None:
        """Return where the file about the chosen person could go; ``None``, and why, otherwise."""
        files = self._context.services.person_files
        try:
            name = files.suggested_name(self.state.assessment_id, self.state.person, Format.HTML)
        except (KeyError, CollabkitError):
            self._say(Part.PERSON, Said(_("This is not here any more."), is_problem=True))
            return None
        return usual_folder(self._context.settings, documents, FOLDER) / name

    def save_person(self, path: Path) -> None:
        """Write everything about the chosen person to ``path``."""
        person, files = self.state.person, self._context.services.person_files

        def write(assessment_id: str, path: Path, today: object) -> None:
            files.write(assessment_id, person, path, self._context.today())

        self._write(Part.PERSON, path, write)

    def look_for_name(self, name: str) -> None:
        """Look where a name is written."""
        services = self._context.services
        name = " ".join(name.split())
        try:
            found = services.named.mentions(self.state.charity_id, name)
        except CollabkitError as error:
            self._show(replace(self.state, named=Named(name, fault=str(error)), said=None))
            return
        keys = frozenset(mention.key for mention in found)
        named = Named(name, found, keys, is_looked_for=True)
        self._show(replace(self.state, named=named, said=None))

    def choose_mention(self, key: str, is_in: bool) -> None:
        """Take whether the name is to go from one place."""
        named = self.state.named
        keys = named.keys | {key} if is_in else named.keys - {key}
        self._show(replace(self.state, named=replace(named, keys=keys), said=None))

    def decide_person(self) -> None:
        """Find out what erasing the chosen person would take away."""
        services, state, today = self._context.services, self.state, self._context.today()
        self._look(
            Part.PERSON,
            partial(services.erasing.person, state.assessment_id, state.person, today),
        )

    def decide_name(self) -> None:
        """Find out what taking the name out means."""
        services, named, today = self._context.services, self.state.named, self._context.today()
        work = partial(services.erasing.name, self.state.charity_id, named.name, named.keys, today)
        self._look(Part.NAME, work)

    def decide_whole(self) -> None:
        """Find out what erasing all that the page is about would take away."""
        erasing, state, today = self._context.services.erasing, self.state, self._context.today()
        if state.assessment_id:
            work = partial(erasing.assessment, state.assessment_id, today)
        elif state.charity_id:
            work = partial(erasing.charity, state.charity_id, today)
        else:
            work = partial(erasing.bin, today)
        self._look(Part.DECIDING, work)

    def mean_it(self, typed: str, is_ticked: bool) -> None:
        """Take what was typed or ticked to show that it is meant."""
        deciding = self.state.deciding
        if deciding is None:
            return
        word = deciding.word
        wanted, there = (" ".join(text.casefold().split()) for text in (word, typed))
        is_meant = there == wanted if word else is_ticked
        fault = "" if wanted.startswith(there) else _("This is not the name that stands above.")
        self._show(replace(self.state, deciding=replace(deciding, is_meant=is_meant, fault=fault)))

    def take_copies(self, with_copies: bool) -> None:
        """Take whether the safety copies go as well."""
        deciding = self.state.deciding
        if deciding is not None:
            deciding = replace(deciding, with_copies=with_copies)
            self._show(replace(self.state, deciding=deciding))

    def give_up(self) -> None:
        """Leave everything as it is."""
        self._show(replace(self.state, deciding=None, said=None))

    def erase(self) -> None:
        """Erase what was decided."""
        deciding = self.state.deciding
        if deciding is None or not deciding.is_meant or self.state.busy:
            return
        decision = deciding.decision
        forget_done(self._context.settings, decision.ids)
        forget_printed(self._context.settings, decision.ids)
        self._show(replace(self.state, busy=_("Erasing, and searching every file…"), said=None))
        job = Job(partial(self._erase, self._opened, decision, deciding.with_copies))
        job.done.connect(self._on_erase_done)
        job.failed.connect(self._on_erase_failed)
        job.start()

    def erase_copies(self, copies: tuple[HeldCopy, ...]) -> tuple[str, ...]:
        """Erase safety copies that still hold what has gone; return what could not be erased."""
        return self._context.services.erasing.erase_copies(copies)

    def _read(self, assessment_id: str, charity_id: str) -> PrivacyState:
        try:
            return read_privacy(
                self._context.services, assessment_id, charity_id, self._context.today()
            )
        except KeyError:
            return PrivacyState(why_not=_("This is not here any more."))
        except CollabkitError as error:
            return PrivacyState(why_not=str(error))

    def _erase(
        self, opened: int, decision: Decision, with_copies: bool
    ) -> tuple[int, Kind, Erased]:
        erased = self._context.services.erasing.erase(
            decision, self._context.today(), with_copies=with_copies
        )
        return opened, decision.kind, erased

    def _look(self, part: Part, work: Callable[[], Decision]) -> None:
        if self.state.busy:
            return
        self._show(replace(self.state, busy=_("Looking what would go…"), said=None, said_at=part))
        job = Job(partial(_found, self._opened, work))
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    def _write(self, part: Part, path: Path, write: Callable[..., None]) -> None:
        remember_folder(self._context.settings, path, FOLDER)
        self._show(replace(self.state, busy=_("Writing the file…"), said=None, said_at=part))
        job = Job(
            partial(
                _written,
                self._opened,
                part,
                path,
                partial(write, self.state.assessment_id, path, self._context.today()),
            )
        )
        job.done.connect(self._on_write_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    def _say(self, part: Part, said: Said) -> None:
        self._show(replace(self.state, busy="", said=said, said_at=part))

    def _show(self, state: PrivacyState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, answer: tuple[int, Decision]) -> None:
        opened, decision = answer
        if opened != self._opened:
            return
        if decision.is_empty:
            self._say(Part.DECIDING, Said(_("Nothing is put away.")))
            return
        today = self._context.today()
        deciding = Deciding(
            decision,
            decision_title(decision),
            word_to_type(decision),
            copy_lines(decision.copies, today),
            can_be_saved=self._can_be_saved(decision),
        )
        self._show(replace(self.state, busy="", said=None, deciding=deciding))

    def _can_be_saved(self, decision: Decision) -> bool:
        """Tell whether it can be saved in a file first, and whether there is reason to."""
        match decision.kind:
            case Kind.PERSON:
                return decision.changes_picture
            case Kind.ASSESSMENT | Kind.CHARITY:
                return True
            case _other:
                return False

    def _on_look_failed(self, sentence: str) -> None:
        part = self.state.said_at or Part.DECIDING
        self._say(part, Said(sentence, is_problem=True))

    def _on_write_done(self, answer: tuple[int, Part, Path]) -> None:
        opened, part, path = answer
        if opened == self._opened:
            self._say(part, Said(written_words(path), path))

    def _on_erase_done(self, answer: tuple[int, Kind, Erased]) -> None:
        _opened, kind, erased = answer
        self._show(replace(self.state, busy="", deciding=None))
        self.erased.emit(erased, kind)

    def _on_erase_failed(self, sentence: str) -> None:
        self._say(Part.DECIDING, Said(sentence, is_problem=True))


def _found(opened: int, work: Callable[[], Decision]) -> tuple[int, Decision]:
    try:
        return opened, work()
    except KeyError as error:
        raise InvalidInputError(_("This is not here any more.")) from error


def _written(
    opened: int, part: Part, path: Path, write: Callable[[], None]
) -> tuple[int, Part, Path]:
    try:
        write()
    except KeyError as error:
        raise InvalidInputError(_("This is not here any more.")) from error
    return opened, part, path
