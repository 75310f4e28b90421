"""What a file is that somebody sent, told by its bytes, and where it belongs here.

Nothing is changed by looking, and nothing of anybody's answers is told.
"""

from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.packs.text import read_file
from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.exchange.kind_word import kind_word
from collabkit.i18n import _
from collabkit.services.found_files import (
    AnswersFound,
    BundleFound,
    Found,
    GroupFileFound,
    InvitationFound,
    NothingFound,
    QuestionnaireFound,
    SessionFound,
    TableFound,
)
from collabkit.services.naming import in_one_line
from collabkit.storage.identity import version_of
from collabkit.storage.problems import ForeignFileError, NewerFileError

if TYPE_CHECKING:
    from collabkit.exchange.answers.handed_out import HandedOut
    from collabkit.exchange.answers.returned import ReturnedSheet
    from collabkit.services import Services


_FIRST = 1_024  # bytes that tell what the rest is
_MOST = 20_000_000  # bytes of the largest file that is read here: a bundle, or a filled form
_DATABASE = b"SQLite format 3\0"
_ZIP = b"PK\x03\x04"
_MANIFEST = b"collabkit.json"  # the first member of a bundle; its name stands at a fixed place
_NAME_AT = 30
_SPREADSHEETS = (".xlsx", ".xlsm")
_TABLES = (".csv", ".tsv")


def look_at(services: "Services", path: Path) -> Found:
    """Return what the file at ``path`` is. Slow enough to be called off the GUI thread."""
    try:
        if _is_open_data(services, path):  # which is not to be opened a second time from here
            return NothingFound(path, _data_itself())
        return _look(services, path, read_file(path, _FIRST))
    except CollabkitError as error:
        faults = error.faults if isinstance(error, InvalidInputError) else ()
        return NothingFound(path, str(error), faults)


def _look(services: "Services", path: Path, start: bytes) -> Found:
    ending = path.suffix.casefold()
    if start.startswith(_DATABASE):
        return NothingFound(path, _about_database(path))
    if services.bundles.is_locked(path):
        return BundleFound(path, is_locked=True)
    if start[_NAME_AT:].startswith(_MANIFEST) or (ending == ".collabkit" and start[:4] == _ZIP):
        bundle = services.bundles.preview(path)
        return BundleFound(path, in_one_line(bundle.charity.name), bundle.made_on)
    if b"%PDF-" in start:
        from collabkit.exchange.answers.filled_form import read_filled_form  # pikepdf

        return _answers(services, path, read_filled_form(_all_of(path), path.name))
    if start.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return _json(services, path, start)
    if ending == ".toml" or (start[:4] == _ZIP and ending in _SPREADSHEETS):
        pack = services.own_packs.check(path).pack
        return QuestionnaireFound(path, pack.title if pack else "", ending != ".toml")
    if ending in _TABLES or b"respondent" in start:
        return TableFound(path)
    return NothingFound(path, _unknown(path, start))


def _json(services: "Services", path: Path, start: bytes) -> Found:
    match kind_word(start):
        case b"invitation":
            return _invitation(services, path)
        case b"session file":
            from collabkit.exchange.workshops.session_file import read_session_file

            session = read_session_file(path)
            title = in_one_line(session.meeting.preparation.title)
            return SessionFound(path, in_one_line(session.charity), title, session.pack.title)
        case b"group file":
            from collabkit.exchange.network.group_file import read_group_file

            return GroupFileFound(path, read_group_file(_all_of(path)).made)
        case b"answer file" | None:
            from collabkit.exchange.answers.answer_file import read_answer_file

            return _answers(services, path, read_answer_file(_all_of(path)))
        case _other:
            return NothingFound(
                path,
                _(
                    "This is a file of collabkit that this version does not know. It was left as "
                    "it is. Please ask whoever sent it what it is for, or install the newest "
                    "version."
                ),
            )


def _invitation(services: "Services", path: Path) -> InvitationFound:
    from collabkit.exchange.answers.invitation import read_invitation
    from collabkit.reports.form.words import how_long, who_sees

    sheet = read_invitation(_all_of(path))
    begun = services.invited.begun(sheet)
    answered, of = 0, 0
    if begun:
        (state,) = services.assessments.sheets(begun.id)
        answered, of = state.answered, state.of
    return InvitationFound(
        path=path,
        charity=in_one_line(sheet.charity),
        title=in_one_line(sheet.title),
        pack_title=sheet.pack.title,
        question=sheet.pack.question,
        party=in_one_line(sheet.party),
        about=in_one_line(sheet.about),
        made_on=sheet.made_on,
        how_long=how_long(sheet, _needed(sheet)),
        who_sees=who_sees(sheet)[1:],  # the first says what collabkit is, to whoever has only paper
        is_shared=not sheet.sheet,
        made_for=sheet.assessment if _is_listed(services, sheet.assessment) else "",
        here=begun.id if begun else "",
        answered=answered,
        of=of,
        given_back=begun.finished if begun else None,
    )


def _needed(sheet: "HandedOut") -> int:
    return len(sheet.asked) - len(sheet.optional)


def _answers(services: "Services", path: Path, sheet: "ReturnedSheet") -> AnswersFound:
    """Return where a sheet belongs: by its assessment, or by the code it was given back under."""
    listed = {each.assessment.id: each for each in services.assessments.summaries()}
    if there := listed.get(sheet.assessment):
        return AnswersFound(path, sheet.assessment, there.charity_name, there.assessment.title)
    for removed in services.assessments.removed():
        if removed.record.id == sheet.assessment:
            charity = services.charities.get(removed.record.charity_id).name
            return AnswersFound(
                path, sheet.assessment, charity, removed.record.title, is_put_away=True
            )
    for assessment_id in services.assessments.asked_by_others() & listed.keys():
        told = services.invited.invitation(assessment_id)
        if (told.assessment, told.sheet) == (sheet.assessment, sheet.sheet):
            return AnswersFound(
                path, charity=told.charity, title=told.title, given_by=assessment_id
            )
    return AnswersFound(path)


def _is_listed(services: "Services", assessment_id: str) -> bool:
    return any(s.assessment.id == assessment_id for s in services.assessments.summaries())


def _is_open_data(services: "Services", path: Path) -> bool:
    try:
        return path.samefile(services.folder.database)
    except OSError:
        return False


def _data_itself() -> str:
    return _(
        "This is the file in which collabkit keeps your data. It is open already, and there is "
        "nothing more to do."
    )


def _about_database(path: Path) -> str:
    """Return what a database is, and where to look at it if it is one of ours."""
    try:
        version_of(path)
    except ForeignFileError:
        return _(
            "“{name}” is a database of another program, so collabkit cannot open it. It was left "
            "as it is."
        ).format(name=path.name)
    except NewerFileError:
        return _(
            "“{name}” is a safety copy of a newer collabkit than this one. It was left as it is. "
            "Please install the newest collabkit to look at it."
        ).format(name=path.name)
    return _(
        "“{name}” is a safety copy: everything that collabkit kept at that time. Nothing was "
        "changed. To see what is in it, and to put it back if you want to, open Settings, choose "
        "“See the safety copies” and then “Look at a copy on a stick”."
    ).format(name=path.name)


def _unknown(path: Path, start: bytes) -> str:
    """Return what a file seems to be that is none of ours, and what to do."""
    from collabkit.exchange.answers.other_files import told_by_its_beginning

    if start[:4] == _ZIP:
        return _(
            "“{name}” is a packed folder or a document of another program. If something was packed "
            "in it, please unpack it first and choose the file that was in it."
        ).format(name=path.name)
    return told_by_its_beginning(start) or _(
        "“{name}” is no file that collabkit can open, or it is damaged. It was left as it is. "
        "Please look once more which file was meant, or ask whoever sent it."
    ).format(name=path.name)


def _all_of(path: Path) -> bytes:
    data = read_file(path, _MOST)
    if len(data) > _MOST:
        raise EnvironmentProblemError(
            _(
                "“{name}” is larger than {limit} megabytes, far more than anything that is sent "
                "from one collabkit to another. Nothing was changed."
            ).format(name=path.name, limit=_MOST // 1_000_000)
        )
    return data
