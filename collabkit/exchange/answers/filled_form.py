"""A filled form back from somebody: a PDF that ``reports.form`` made, read as one sheet.

Between the two lies whatever program the person has: it may have written the file anew, put the
fields under other names, or said an answer in one place and not in the other. What is plain is
taken; what is not is refused with a sentence, as nobody should be given answers that they did not
give.
"""

import re
from collections.abc import Callable, Iterator

from collabkit.assessments.arrival import Route
from collabkit.assessments.form_fields import (
    KIND,
    VERSION,
    AboutYou,
    Branch,
    Told,
    code_of,
    named_in,
)
from collabkit.assessments.limits import LONGEST_NAME, LONGEST_NOTE
from collabkit.assessments.pack import NOTED, Respondent
from collabkit.assessments.packs.faults import shortened
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.exchange.answers.filled_apart import UnreadableError
from collabkit.exchange.answers.filled_days import day_in
from collabkit.exchange.answers.filled_process import Fields, fields_apart
from collabkit.exchange.answers.filled_sentences import refused, unreadable
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _
from collabkit.typed_text import clean_line, clean_text

MOST_BYTES = 20_000_000
_LONGEST_TOLD = 200
_ID = re.compile(r"[A-Za-z0-9.-]{1,40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WHOLE = re.compile(r"[0-9]{1,6}")


def a_statement(_item_id: str) -> str:
    """Return what a statement is called where nobody knows the questionnaire."""
    return _("A statement")


def read_filled_form(
    data: bytes, name: str, called: Callable[[str], str] = a_statement
) -> ReturnedSheet:
    """Return what was filled in on the form in ``data``, a PDF that is called ``name``.

    Raises ``DataRefusedError`` for what is no form of ours or damaged, and ``InvalidInputError``
    where nothing was answered or an answer is not plain: then ``faults`` names each, with what a
    statement is ``called`` and without what was answered. Takes at most two seconds and 256
    megabytes, whatever the file is.
    """
    if len(data) > MOST_BYTES:
        raise refused(
            name,
            _("it is larger than {limit} megabytes, which is more than a form can be.").format(
                limit=MOST_BYTES // 1_000_000
            ),
        )
    try:
        fields = fields_apart(data)
    except UnreadableError as error:
        raise unreadable(name, str(error)) from error
    return sheet_of(fields, name, called)


def sheet_of(
    fields: Fields, name: str, called: Callable[[str], str] = a_statement
) -> ReturnedSheet:
    """Return the sheet that the fields of a PDF called ``name`` make; raises as above."""
    return _Reading(fields, name, called).sheet()


class _Reading:
    """The fields of ours among all fields of a PDF."""

    def __init__(self, fields: Fields, name: str, called: Callable[[str], str]) -> None:
        self._name = name
        self._called = called
        self._faults: list[str] = []
        self._values: dict[Branch, dict[str, list[str]]] = {branch: {} for branch in Branch}
        for whole_name, values in fields:
            if key := _key(whole_name):
                there = self._values[key[0]].setdefault(key[1], [])
                there += [value for value in values if value not in there]

    def sheet(self) -> ReturnedSheet:
        """Return what all of them say; raises if they are not ours or not plain."""
        self._check_kind()
        answers, notes = self._answers(), self._notes()
        role, pseudonym = self._role(), self._pseudonym()
        if self._faults:
            raise InvalidInputError(
                _(
                    "Nothing was taken from “{name}”, because not all of it is plain. Please ask "
                    "whoever filled it in, or key it in by hand."
                ).format(name=shortened(self._name)),
                tuple(self._faults),
            )
        if not answers and not notes:
            raise InvalidInputError(
                _(
                    "Nothing is filled in on “{name}”. Perhaps it was not saved after it was "
                    "filled in. Please ask for the saved file, or key it in from paper."
                ).format(name=shortened(self._name))
            )
        return ReturnedSheet(
            route=Route.FORM,
            assessment=self._told(Told.ASSESSMENT),
            sheet=self._told(Told.SHEET),
            pack_id=self._told(Told.PACK),
            pack_version=self._told(Told.PACK_VERSION),
            wording=self._told(Told.WORDING),
            role=role,
            answers=answers,
            notes=notes,
            name=pseudonym,
            party=self._told(Told.PARTY),
            about=self._told(Told.ABOUT),
        )

    def _check_kind(self) -> None:
        """Raise unless it is a form of ours, whole, and of a kind that is known here."""
        told = self._values[Branch.TOLD]
        if any(len(values) > 1 for values in told.values()):
            raise refused(
                self._name, _("several forms were put together in it. Each has to come by itself.")
            )
        if self._told(Told.KIND) != KIND:
            raise refused(self._name, _("it is a form, but none that collabkit has made."))
        version, number = self._whole(Told.VERSION), self._whole(Told.FIELDS)
        if version > VERSION:
            raise DataRefusedError(
                _(
                    "“{name}” comes from a newer version of collabkit. It was left as it is. "
                    "Please install the newer version on this computer, and choose it again."
                ).format(name=shortened(self._name))
            )
        filled_in = (len(self._values[branch]) for branch in Branch if branch is not Branch.TOLD)
        if version < 1 or sum(filled_in) != number or not self._is_told_well():
            raise refused(self._name, _("a part of the form is missing from it."))

    def _is_told_well(self) -> bool:
        told = [self._told(each) for each in Told]
        return (
            all(len(value) <= _LONGEST_TOLD and clean_line(value) == value for value in told)
            and all(self._told(each) for each in (Told.ASSESSMENT, Told.PACK, Told.PACK_VERSION))
            and bool(_DIGEST.fullmatch(self._told(Told.WORDING)))
        )

    def _whole(self, told: Told) -> int:
        """Return what is told as a number; 0 if it is none."""
        return int(self._told(told)) if _WHOLE.fullmatch(self._told(told)) else 0

    def _told(self, told: Told) -> str:
        return next(iter(self._values[Branch.TOLD].get(told, ())), "")

    def _answers(self) -> dict[str, str]:
        chosen = {
            item_id: code_of(code)
            for item_id, code in self._single(Branch.ANSWER)
            if self._is_id(item_id, code_of(code))
        }
        for item_id, text in self._single(Branch.DAY):
            if day := day_in(text):
                if item_id in chosen:
                    self._note_fault(
                        _("{statement}: a day is written and a box is ticked."), item_id
                    )
                chosen[item_id] = day.isoformat()
        for item_id, _text in self._single(Branch.WORDS):
            chosen.setdefault(item_id, NOTED)
        return chosen

    def _notes(self) -> dict[str, str]:
        """Return everything that was written; what is no plain day is kept as a note."""
        notes = dict(self._single(Branch.NOTE)) | dict(self._single(Branch.WORDS))
        for item_id, text in self._single(Branch.DAY):
            if not day_in(text):
                notes[item_id] = text
        for item_id, text in notes.items():
            if len(text) > LONGEST_NOTE:
                self._note_fault(
                    _("{statement}: what is written has more than {limit} characters."), item_id
                )
        return notes

    def _role(self) -> Respondent | None:
        said = self._told(Told.ROLE) or dict(self._single(Branch.ABOUT_YOU)).get(AboutYou.ROLE)
        if not said:
            return None
        try:
            return Respondent(code_of(said))
        except ValueError:
            self._faults.append(_("The role is none that collabkit knows."))
            return None

    def _pseudonym(self) -> str:
        found = clean_line(dict(self._single(Branch.ABOUT_YOU)).get(AboutYou.NAME, ""))
        if len(found) > LONGEST_NAME:
            self._faults.append(
                _("The name has more than {limit} characters.").format(limit=LONGEST_NAME)
            )
        return found

    def _single(self, branch: Branch) -> Iterator[tuple[str, str]]:
        """Yield what was filled in, without spaces around; notes what contradicts itself."""
        for about, values in self._values[branch].items():
            texts = list(dict.fromkeys(text for text in map(_cleaned, values) if text))
            if len(texts) == 1:
                yield about, texts[0]
            elif texts and branch is Branch.ABOUT_YOU:
                self._note_fault(_("The person says two different things about themselves."), about)
            elif texts and branch is Branch.ANSWER:
                self._note_fault(_("{statement}: more than one answer is ticked."), about)
            elif texts:
                self._note_fault(_("{statement}: two different things are written."), about)

    def _note_fault(self, sentence: str, item_id: str) -> None:
        """Note what is wrong, and where; never what was answered, because others read it."""
        fault = sentence.format(statement=self._called(item_id), limit=LONGEST_NOTE)
        if fault not in self._faults:
            self._faults.append(fault)

    def _is_id(self, item_id: str, code: str) -> bool:
        if _ID.fullmatch(code):
            return True
        self._note_fault(_("{statement}: the answer is none that there can be."), item_id)
        return False


def _key(whole_name: str) -> tuple[Branch, str] | None:
    """Return to which of our fields a name belongs.

    Programs that put files together set names of their own before it.
    """
    *_above, branch, about = ("", *whole_name.split("."))
    if branch not in set(Branch) or not _ID.fullmatch(named_in(about)):
        return None
    return Branch(branch), named_in(about)


def _cleaned(text: str) -> str:
    """Return text without control characters, and with a replacement for what is no character."""
    return clean_text(text).encode(errors="replace").decode().strip()
