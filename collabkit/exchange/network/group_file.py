"""What one group sends to its network, as one small JSON file that people can read themselves.

The file is UTF-8 and holds one object with these fields and no others:

``collabkit``       the words "group file"
``version``         1
``about``           lines that tell whoever opens the file what they see; nothing is read from them
``key``             32 hexadecimal figures: a later file with the same key replaces this one
``made``            the month in which it was made, YYYY-MM; no day stands anywhere in the file
``size``            the band of the yearly income, such as "small", or null
``run_by``          "volunteers", "staff" or null
``contact``         null, or an object with the ``name`` and ``details`` that may be passed on
``questionnaires``  for each questionnaire an object:

    ``id``, ``version``, ``digest``  which questionnaire it was, in which wording
    ``one_answer_of``  "person" or "charity": whom the tallies count
    ``held``           the month in which it was finished
    ``selection``      "core", "all" or "own choice"
    ``minimum``        how many must have answered before anything is shown; 1 if one voice has
                       answered for the whole charity
    ``people``         how many have answered
    ``tables``         for each way of answering an object: ``levels`` and ``ways_out`` are the
                       codes of the answers, and ``rows`` has for each statement how many chose a
                       level, then how many chose each level, then each way out; null is hidden
    ``themes``         the score of each theme as people see it ("3.1"), or null
    ``agreed``         null, or for ranked barriers the ids of the ``needs`` that were ticked and of
                       the ``steps`` that follow
    ``may_be_named``   ids of the areas in which the name may be passed on; none without a contact

Apart from the contact nothing in it is a text of anybody's: ids, codes, numbers and months. The
same group always gives the same bytes.
"""

import re
import sys
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.limits import LARGEST_GROUP, LONGEST_NAME
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.packs.forms import MOST_FORMS, MOST_OPTIONS
from collabkit.assessments.packs.items import MOST_ITEMS, MOST_SECTIONS
from collabkit.assessments.packs.table import LONGEST_ID
from collabkit.errors import DataRefusedError
from collabkit.exchange.json_file import JsonFile, digest, filled_line
from collabkit.i18n import _
from collabkit.network.group import (
    MOST_PEOPLE,
    Agreed,
    Answers,
    Group,
    GroupContact,
    Table,
    table_of,
)
from collabkit.network.soundness import why_no_group, why_no_row
from collabkit.room.fields import Fields, refused

VERSION = 1
ENDING = ".collabkit-group"
MOST_BYTES = 1_000_000  # fifty questionnaires; one has about 2,000
MOST_QUESTIONNAIRES = 50
MOST_ABOUT = 20  # lines
LONGEST_DETAILS = 300  # characters of a contact, beside its name
KEY_LENGTH = 32
_MOST_AGREED = 100
_HIGHEST_SCORE = 1_000  # tenths

_KEY = re.compile(rf"[0-9a-f]{{{KEY_LENGTH}}}")
_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
_IDENT = re.compile(rf"[A-Za-z0-9.-]{{1,{LONGEST_ID}}}")
_NUMBER_OR_NOTHING = {int, type(None)}
_SCORE = re.compile(r"(-?)([0-9]{1,3})\.([0-9])")


class GroupFile(JsonFile):
    """How a group's file is told, and what is said if it cannot be used."""

    word = "group file"
    version = VERSION
    most_bytes = MOST_BYTES

    def refused(self, what: str) -> DataRefusedError:
        """Return the error for a file in which ``what``, a clause, cannot be right."""
        return DataRefusedError(
            _(
                "This group's file cannot be taken: {what}. Nothing was changed. Please ask the "
                "group to save it and send it once more."
            ).format(what=what)
        )

    def not_ours(self) -> DataRefusedError:
        """Return the error for what is no group's file at all."""
        return DataRefusedError(
            _(
                "This is no file of a group, or it is damaged. Nothing was changed. Please ask the "
                "group for the file that collabkit saved for its network."
            )
        )

    def newer(self) -> DataRefusedError:
        """Return the error for a file that a later release has written."""
        return DataRefusedError(
            _(
                "This group's file was saved by a newer version of collabkit. Nothing was changed. "
                "Please install the newer version on this computer, and choose the file again."
            )
        )


def read_group_file(data: bytes, *, is_proven: bool = False) -> Group:
    """Return the group in the bytes of a file; raises ``DataRefusedError``.

    Of a file that ``is_proven``, because it was read before it was kept, the numbers are believed:
    a network has hundreds of them.
    """
    return GroupFile().read(data, partial(_group, is_proven))


def _group(is_proven: bool, fields: Fields) -> Group:
    about = fields.row("about", MOST_ABOUT)  # for people's eyes; what stands there is not kept
    if not all(isinstance(line, str) for line in about):
        raise refused(_("a part of it is damaged (“{name}”)").format(name="about"))
    contact = fields.maybe("contact", fields.part)
    group = Group(
        key=_matched(fields, "key", _KEY)[0],
        made=_month(fields, "made"),
        size=fields.maybe("size", lambda name: fields.choice(name, IncomeBand)),
        run_by=fields.maybe("run_by", lambda name: fields.choice(name, RunBy)),
        contact=None if contact is None else _contact(contact),
        answers=tuple(
            _answers(told, is_proven=is_proven)
            for told in fields.row("questionnaires", MOST_QUESTIONNAIRES)
        ),
    )
    ids = [answers.pack_id for answers in group.answers]
    if not ids:
        raise refused(_("there is no questionnaire in it"))
    if len(set(ids)) < len(ids):
        raise refused(_("a questionnaire stands in it twice"))
    if contact is None and any(answers.may_be_named for answers in group.answers):
        raise refused(_("it has no name that could be passed on, and says where to pass it on"))
    return group


def _contact(fields: Fields) -> GroupContact:
    contact = GroupContact(
        filled_line(fields, "name", LONGEST_NAME), filled_line(fields, "details", LONGEST_DETAILS)
    )
    fields.end()
    return contact


def _answers(told: object, *, is_proven: bool) -> Answers:
    fields = Fields(told)
    unit = fields.choice("one_answer_of", Unit)
    minimum = fields.whole("minimum", 1, LARGEST_GROUP)
    people = fields.whole("people", 1, MOST_PEOPLE)
    if wrong := why_no_group(unit, minimum, people):
        raise refused(wrong)
    agreed = fields.maybe("agreed", fields.part)
    themes = _themes(fields)
    answers = Answers(
        pack_id=sys.intern(_matched(fields, "id", _IDENT)[0]),
        pack_version=sys.intern(_matched(fields, "version", _IDENT)[0]),
        digest=sys.intern(digest(fields, "digest")),
        unit=unit,
        held=_month(fields, "held"),
        selection=fields.choice("selection", Selection),
        minimum=minimum,
        people=people,
        tables=tuple(
            _table(Fields(table), minimum, people, is_proven=is_proven)
            for table in fields.row("tables", MOST_FORMS)
        ),
        themes=tuple(themes),
        scores=tuple(themes.values()),
        agreed=None if agreed is None else _agreed(agreed),
        may_be_named=_idents(fields, "may_be_named", MOST_ITEMS),
    )
    fields.end()
    statements = [one for table in answers.tables for one in table.head.statements]
    if not statements:
        raise refused(_("a questionnaire in it has no statements"))
    if len(set(statements)) < len(statements):
        raise refused(_("a statement stands in it twice"))
    return answers


def _table(fields: Fields, minimum: int, people: int, *, is_proven: bool) -> Table:
    levels = _idents(fields, "levels", MOST_OPTIONS)
    ways_out = _idents(fields, "ways_out", MOST_OPTIONS)
    rows = fields.take("rows")
    fields.end()
    if len({*levels, *ways_out}) < len(levels) + len(ways_out) or not levels:
        raise refused(_("the answers in it are not told apart"))
    if not isinstance(rows, dict) or not 0 < len(rows) <= MOST_ITEMS:
        raise refused(_("a table in it is damaged"))
    if not all(map(_IDENT.fullmatch, rows)):
        raise refused(_("a statement in it has an impossible name"))
    if not is_proven:
        _check_rows(rows, 1 + len(levels), 1 + len(levels) + len(ways_out), minimum, people)
    return table_of(levels, ways_out, rows)


def _check_rows(rows: Mapping[str, Any], ends: int, width: int, minimum: int, people: int) -> None:
    """Raise unless every row may be shown; its levels end where ``ends`` says."""
    hides = _check_numbers(rows.values(), width, people)
    for statement, row in rows.items():
        shown, others = row[1:ends], row[ends:]
        if hides:
            shown, others = _shown(shown), _shown(others)
        wrong = why_no_row(row[0], shown, others, minimum, people)
        if wrong:
            raise refused(
                _("{fault} (statement {statement})").format(fault=wrong, statement=statement)
            )


def _check_numbers(rows: Collection[Any], width: int, people: int) -> bool:
    """Tell whether any number is hidden; raise unless all are whole and from 0 to ``people``.

    All rows are looked at together: hundreds of files are read one after the other.
    """
    if not all(type(row) is list and len(row) == width and row[0] is not None for row in rows):
        raise refused(_("the numbers of a statement are damaged"))
    kinds = set(map(type, chain.from_iterable(rows)))
    if not kinds <= _NUMBER_OR_NOTHING:
        raise refused(_("the numbers of a statement are damaged"))
    numbers = set(chain.from_iterable(rows))
    if not all(0 <= (number or 0) <= people for number in numbers):
        raise refused(_("the numbers of a statement are damaged"))
    return None in numbers


def _shown(numbers: list[int | None]) -> list[int | None] | None:
    """Return the numbers, or ``None`` if all of them are hidden; some alone never are."""
    if None in numbers and any(number is not None for number in numbers):
        raise refused(_("the numbers of a statement are damaged"))
    return None if None in numbers else numbers


def _themes(fields: Fields) -> dict[str, int | None]:
    themes = fields.take("themes")
    if not isinstance(themes, dict) or len(themes) > MOST_SECTIONS:
        raise refused(_("its themes are damaged"))
    if not all(map(_IDENT.fullmatch, themes)):
        raise refused(_("a theme in it has an impossible name"))
    return {code: None if told is None else _tenths(told) for code, told in themes.items()}


def _tenths(told: object) -> int:
    found = _SCORE.fullmatch(told) if isinstance(told, str) else None
    score = int(found[2] + found[3]) if found else _HIGHEST_SCORE + 1
    if found is None or score > _HIGHEST_SCORE:
        raise refused(_("a score in it is impossible"))
    return -score if found[1] else score


def _agreed(fields: Fields) -> Agreed:
    agreed = Agreed(*(_idents(fields, name, _MOST_AGREED) for name in ("needs", "steps")))
    fields.end()
    return agreed


def _idents(fields: Fields, name: str, most: int) -> tuple[str, ...]:
    found = fields.row(name, most)
    if not all(type(one) is str and _IDENT.fullmatch(one) for one in found):
        raise refused(_("a name in it is impossible (“{name}”)").format(name=name))
    if len(set(found)) < len(found):
        raise refused(_("something stands in it twice (“{name}”)").format(name=name))
    return tuple(map(sys.intern, found))


def _month(fields: Fields, name: str) -> date:
    year, number = _matched(fields, name, _MONTH).groups()
    return date(int(year), int(number), 1)


def _matched(fields: Fields, name: str, pattern: re.Pattern[str]) -> re.Match[str]:
    found = pattern.fullmatch(fields.text(name, LONGEST_ID))
    if found is None:
        raise refused(_("a part of it is damaged (“{name}”)").format(name=name))
    return found
