"""One file for a whole charity or a single assessment: write it, look into it, take it over."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from collabkit.assessments.outcomes.topics import FOLLOWS
from collabkit.assessments.packs.text import read_file
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.exchange.bundles.bundle_file import ENDING, bundle_bytes, read_bundle
from collabkit.exchange.bundles.contents import Bundle
from collabkit.exchange.bundles.limits import MOST_BYTES
from collabkit.exchange.bundles.lock import WrongPassphraseError, is_locked, locked, unlocked
from collabkit.exchange.bundles.refusals import BundleError, cannot_open
from collabkit.exchange.bundles.sense import has_circle
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.passphrases import check_passphrase
from collabkit.paths import DataFolder
from collabkit.services.bundle_checks import check_bundle
from collabkit.services.bundle_comparing import Comparison, charity_here
from collabkit.services.bundle_contents import Wanted, gather
from collabkit.services.bundle_passphrases import if_forgotten, opens_elsewhere
from collabkit.services.bundle_preview import BundlePreview, Choice, Previewed, Standing
from collabkit.services.bundle_taking import Chosen, bringing
from collabkit.services.bundle_words import (
    charity_put_away,
    line_of,
    line_of_charity,
    lines_of_contents,
    lines_of_preview,
    lines_of_taking,
)
from collabkit.services.file_names import file_name
from collabkit.services.ids import new_id
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import PackShelf
from collabkit.services.passphrases import passphrase_advice, passphrase_in
from collabkit.services.telling_titles import telling_title
from collabkit.storage import Store
from collabkit.storage.bundles import TakenMeanwhileError
from collabkit.storage.copies import Reason

__all__ = [
    "ENDING",
    "BundleError",
    "BundlePreview",
    "BundleService",
    "Choice",
    "PassphraseNeededError",
    "Previewed",
    "Standing",
    "Taken",
    "Wanted",
    "WrongPassphraseError",
    "check_passphrase",
    "if_forgotten",
    "line_of",
    "opens_elsewhere",
    "passphrase_advice",
    "passphrase_in",
]

_LOCK_ROOM = 100_000  # bytes that a lock adds to the largest bundle, and more
_NO_CHOICES: Mapping[str, Choice] = MappingProxyType({})
_PRIVATE = 0o600  # nobody else who uses this computer reads it


class PassphraseNeededError(InvalidInputError):
    """The file is locked, and no passphrase was given."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over: the ids that it has here, and ``lines`` that tell it.

    ``charity_id`` is empty if nothing was.
    """

    charity_id: str
    assessments: tuple[str, ...]
    sessions: tuple[str, ...]
    lines: tuple[str, ...]


class BundleService:
    """Verbs on bundles. Slow enough, with a passphrase above all, to be off the GUI thread."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def describe(self, wanted: Wanted, today: date, *, is_locked: bool = False) -> tuple[str, ...]:
        """Return in sentences what would go into a file, what would not, and what to think of.

        ``is_locked`` tells that it gets a passphrase.

        Raises ``KeyError`` for an unknown id, ``InvalidInputError`` for what only practises, and
        ``DataRefusedError`` if the record of a session is damaged.
        """
        return tuple(
            lines_of_contents(gather(self._store, self._packs, wanted, today), is_locked=is_locked)
        )

    def suggested_name(self, wanted: Wanted, today: date) -> str:
        """Return a name for the file."""
        bundle = gather(self._store, self._packs, wanted, today).bundle
        title = ""
        if not bundle.is_charity:
            title = telling_title(self._store, bundle.assessments[0].assessment.id)
        return file_name(bundle.charity.name, title, today.isoformat(), ending=ENDING)

    def write(self, wanted: Wanted, path: Path, today: date, passphrase: str | None = None) -> None:
        """Write a file to ``path``, read it again and compare; only then it takes its place.

        Raises as ``describe`` does, ``InvalidInputError`` also for one of the program's own files,
        a passphrase that is too short, and for more than fits into one file; and
        ``EnvironmentProblemError`` if it cannot be written. An older file at ``path`` is unharmed
        then.
        """
        check_is_not_ours(path, self._folder)
        if passphrase is not None:
            check_passphrase(passphrase)
        bundle = gather(self._store, self._packs, wanted, today).bundle
        data = _checked(bundle)

        def check(written: Path) -> None:
            found = read_file(written, MOST_BYTES + _LOCK_ROOM)
            if (found if passphrase is None else unlocked(found, passphrase)) != data:
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        write_safely(
            path, data if passphrase is None else locked(data, passphrase), check, _PRIVATE
        )

    def is_locked(self, path: Path) -> bool:
        """Tell whether a passphrase is needed; raises as ``read_file`` does."""
        return is_locked(read_file(path, 100))

    def preview(self, path: Path, passphrase: str | None = None) -> BundlePreview:
        """Return what is in the file at ``path`` and how it stands to what is here.

        Nothing is changed. Raises ``BundleError`` for what is no bundle, newer, damaged or
        impossible, ``PassphraseNeededError`` and ``WrongPassphraseError`` for a locked file, and
        ``EnvironmentProblemError`` if it cannot be read.
        """
        data = read_file(path, MOST_BYTES + _LOCK_ROOM)
        if is_locked(data):
            if passphrase is None:
                raise PassphraseNeededError(
                    _("This file is locked. Please give the passphrase that was set for it.")
                )
            data = unlocked(data, passphrase)
        bundle = read_bundle(data)
        check_bundle(bundle)
        return self._compared(bundle)[0]

    def take(self, preview: BundlePreview, choices: Mapping[str, Choice] = _NO_CHOICES) -> Taken:
        """Take over what was chosen, all in one transaction, after a verified copy of everything.

        ``choices`` are by the ids of the preview; what is not chosen gets its usual choice, by
        which nothing that is here changes. The same file a second time changes nothing.
        Raises ``InvalidInputError`` if nothing can be taken over, ``ValueError`` for what is not
        to be chosen, and ``EnvironmentProblemError`` if it cannot be kept or copied.
        """
        fresh, comparison = self._compared(preview.bundle)
        if fresh.refusal:
            raise InvalidInputError(fresh.refusal)
        chosen = Chosen(preview.bundle, comparison.matches, _settled(preview, fresh, choices))
        here = fresh.charity_here
        is_empty = not chosen.assessments and not chosen.sessions
        if is_empty and (here or fresh.assessments or fresh.sessions):
            return Taken("", (), (), tuple(lines_of_taking(0, 0)))
        bring = bringing(
            chosen,
            here,
            names=[charity.name for charity in self._store.lists.charities()],
            titles=self._titles(here.id) if here else (),
            taken=self._store.bundles.taken(chosen.ids()),
            new_id=new_id,
        )
        self._copy_everything()
        self._store.bundles.bring(bring)
        return Taken(
            charity_id=(here or bring.charity or preview.charity).id,
            assessments=tuple(whole.assessment.id for whole in bring.assessments),
            sessions=tuple(session.id for session in bring.waiting),
            lines=tuple(lines_of_taking(len(bring.assessments), len(bring.waiting))),
        )

    def _compared(self, bundle: Bundle) -> tuple[BundlePreview, Comparison]:
        self._check_order(bundle)
        here = charity_here(self._store, bundle.charity)
        refusal = ""
        if here is None and self._is_put_away(bundle.charity.id):
            refusal = charity_put_away(bundle.charity.name)
        comparison = Comparison(self._store, bundle, here)
        assessments, sessions = comparison.previewed(), comparison.previewed_sessions()
        charity_line = line_of_charity(bundle.charity.name, here.name if here else None)
        lines = lines_of_preview(bundle, charity_line, refusal, (*assessments, *sessions))
        preview = BundlePreview(
            made_on=bundle.made_on,
            charity=bundle.charity,
            charity_here=here,
            assessments=assessments,
            sessions=sessions,
            refusal=refusal,
            lines=tuple(lines),
            bundle=bundle,
        )
        return preview, comparison

    def _check_order(self, bundle: Bundle) -> None:
        """Raise ``BundleError`` if what is here and what is in the file follow each other."""
        here = self._store.settled.by_assessment(FOLLOWS)
        follows = {later: earlier for later, earlier in here.items() if earlier}
        for whole in bundle.assessments:
            if FOLLOWS in whole.settled:
                follows.setdefault(whole.assessment.id, whole.settled[FOLLOWS])
        if has_circle(follows):
            raise cannot_open(_("what comes later and what came before go round in a circle"))

    def _is_put_away(self, charity_id: str) -> bool:
        return any(each.record.id == charity_id for each in self._store.charities.removed())

    def _titles(self, charity_id: str) -> list[str]:
        kept = self._store.bundles.of_charity(charity_id)
        titles = [whole.assessment.title for whole in kept.assessments]
        return titles + [session.state.title for session in kept.waiting]

    def _copy_everything(self) -> None:
        try:
            self._store.safety.make_copy(Reason.BEFORE_IMPORT)
        except EnvironmentProblemError as error:
            raise EnvironmentProblemError(
                _(
                    "Nothing was taken over, because the safety copy that is made before could not "
                    "be made: {reason}"
                ).format(reason=error)
            ) from error


def _checked(bundle: Bundle) -> bytes:
    """Return the bytes of a bundle once they have been read and compared."""
    data = bundle_bytes(bundle)
    try:
        found = read_bundle(data)
        check_bundle(found)
    except BundleError as error:
        raise InvalidInputError(
            _(
                "This cannot be saved in one file that could be opened again: {reason}. Nothing "
                "was written. If it is a whole charity, please save its assessments one by one."
            ).format(reason=error.what)
        ) from error
    if found != bundle:
        raise InvalidInputError(
            _(
                "This could not be saved, because it could not be read again as it is here. "
                "Nothing was written. Please report this as a fault of collabkit."
            )
        )
    return data


def _settled(
    preview: BundlePreview, fresh: BundlePreview, choices: Mapping[str, Choice]
) -> dict[str, Choice]:
    """Return what becomes of everything in the file, as it stands now.

    What has been taken over since is left. Raises ``TakenMeanwhileError`` for what has changed
    otherwise, and ``ValueError`` for what is not to be chosen.
    """
    things = {one.id: one for one in (*preview.assessments, *preview.sessions)}
    settled = {}
    for now in (*fresh.assessments, *fresh.sessions):
        seen = things[now.id]
        choice = choices.get(now.id, seen.usual_choice)
        if choice not in seen.choices:
            raise ValueError(f"{now.id} cannot be chosen like that")
        if now.standing is Standing.SAME:
            choice = Choice.LEAVE
        elif now.standing is not seen.standing:
            raise TakenMeanwhileError
        settled[now.id] = choice
    if not choices.keys() <= settled.keys():
        raise ValueError("something was chosen that is not in the file")
    return settled
