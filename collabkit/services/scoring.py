"""Score a file of answers without keeping any of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Party, Selection
from collabkit.assessments.limits import OWN_ASSESSMENT, USUAL_GROUP
from collabkit.assessments.outcomes.answered import Answered, OwnView, Sheet
from collabkit.assessments.outcomes.topics import AGREED_VERSION
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results
from collabkit.assessments.wording import worded
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers_csv import AnswerRow, read_answers
from collabkit.exchange.csv_records import MOST_BYTES
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.asking import AGREED_VIEWS, asked_of, left_out_in_mode
from collabkit.services.choices import is_possible
from collabkit.services.file_checks import check_minimum, check_sides
from collabkit.services.measuring import check_needed, measured, together
from collabkit.services.packs import (
    VOLUNTEER_RUN,
    WORDING,
    builtin_pack,
    is_file_name,
    pack_with_id,
)
from collabkit.services.settling import checked_settled

_MIRRORS = "mirrors_pack"  # the setting that names the pack of a mirror's own view


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a file of answers does not say.

    ``settled`` holds topics about the whole assessment, such as a mode. ``own`` and ``lead`` name
    organisations of the file; without ``own`` the first one is the charity's own. ``own_view`` is,
    for a mirror, the name and the bytes of the file with the charity's answers about itself; it is
    laid beside without a day.
    """

    settled: Mapping[str, str] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
    own: str | None = None
    lead: str | None = None
    own_view: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """The results of a file, all that its outcome is worked out from, and what was left out.

    ``left_out`` is the number of answers to statements that were not asked.
    """

    results: Results
    left_out: int
    answered: Answered


def chosen_pack(name: str, folder: DataFolder | None = None) -> Pack:
    """Return the pack with the id ``name``, or the one in the file of that name.

    A file is TOML or a spreadsheet; people's own packs are looked up in ``folder``. Raises
    ``InvalidInputError`` for an unknown id or a file that is not a pack, and
    ``EnvironmentProblemError`` for a file that cannot be read.
    """
    if is_file_name(name):
        from collabkit.exchange.packs.files import read_pack_file

        return read_pack_file(Path(name).expanduser()).pack
    return pack_with_id(name, folder)


def read_answer_file(path: Path) -> bytes:
    """Return the bytes of ``path``, no more than are needed to see that they are too many.

    Raises ``InvalidInputError`` for a file that is not there or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        sentence = _("There is no file {path}. Please check its name and folder.")
    except (OSError, ValueError):  # ValueError: a name that no file can have
        sentence = _("The file {path} cannot be read. Please check that you may open it.")
    raise InvalidInputError(sentence.format(path=path))


def usual_minimum(pack: Pack) -> int:
    """Return how many people are enough if nothing else is agreed: 1 where sheets are agreed views.

    There a sheet is what an organisation has agreed on, so nobody is uncovered by it.
    """
    return OWN_ASSESSMENT if pack.outcome.kind in AGREED_VIEWS else USUAL_GROUP


def score_answers(
    pack: Pack,
    data: bytes,
    name: str,
    selection: Selection,
    minimum: int,
    circumstances: Circumstances | None = None,
) -> Scored:
    """Return the results of the answers in ``data``, the bytes of the CSV file called ``name``.

    ``selection`` is all statements or the core ones. ``minimum`` is 3 to 10, or 1 if everything
    was answered by one person or with one voice. Raises ``InvalidInputError`` with every fault.
    """
    about = circumstances or Circumstances()
    if selection is Selection.CORE and not pack.core_ids:
        raise InvalidInputError(
            _("The pack {pack} has no core statements. Please score all of them.").format(
                pack=pack.id
            )
        )
    settled = dict(_checked(pack, about.settled))
    pack = worded(pack, volunteer_run=settled.get(WORDING) == VOLUNTEER_RUN)
    not_in_mode = left_out_in_mode(pack, settled)
    asked = tuple(i for i in asked_of(pack, selection) if i not in not_in_mode)
    rows = read_answers(data, name, pack)
    respondents = len({row.respondent for row in rows})
    check_minimum(pack, minimum, respondents)
    check_needed(pack, minimum, settled, respondents)
    check_sides(pack, rows)
    counted = [row for row in rows if row.item_id in asked]
    sheets = tuple(_sheets(rows, asked))
    if agreed := settled.get(AGREED_VERSION):
        _check_choice(pack, AGREED_VERSION, agreed, [sheet.id for sheet in sheets])
    results = measured(
        pack,
        [answer for sheet in sheets for answer in sheet.answers.items()],
        asked=asked,
        minimum=minimum,
        respondents=respondents,
        selection=selection,
    )
    answered = Answered(
        pack=pack,
        asked=tuple(item_id for item_id in asked if results.item(item_id).asked),
        minimum=minimum,
        results=results,
        today=about.today,
        sheets=sheets,
        parties=_parties(rows, about.own, about.lead),
        settled=settled,
        own_view=_own_view(pack, minimum, about),
        mirrored=_mirrored(pack),
    )
    answered = together(answered)
    return Scored(answered.results, len(rows) - len(counted), answered)


def _sheets(rows: Sequence[AnswerRow], asked: Collection[str]) -> Iterator[Sheet]:
    """Yield a sheet for each person and each organisation that the person speaks about."""
    by_sheet: dict[tuple[str, str], list[AnswerRow]] = {}
    for row in rows:
        by_sheet.setdefault((row.respondent, row.about), []).append(row)
    several = len({respondent for respondent, _about in by_sheet}) < len(by_sheet)
    for (respondent, about), said in by_sheet.items():
        sheet_id = f"{respondent} / {about}" if several and about else respondent
        given = [row for row in said if row.item_id in asked]
        yield Sheet(
            id=sheet_id,
            name=respondent,
            role=said[0].role,
            answers={row.item_id: row.answer for row in given if row.answer},
            notes={row.item_id: row.note for row in given if row.note},
            party=said[0].organisation or None,
            about=about or None,
        )


def _parties(rows: Iterable[AnswerRow], own: str | None, lead: str | None) -> tuple[Party, ...]:
    """Return the organisations in the order of the file; their names are also their ids."""
    names = dict.fromkeys(name for row in rows for name in (row.organisation, row.about) if name)
    for name in (own, lead):
        if name is not None and name not in names:
            raise InvalidInputError(
                _("No organisation in the file is called “{name}”.").format(name=name)
            )
    first = own or next(iter(names), None)
    return tuple(
        Party(id=name, assessment_id="", name=name, is_own=name == first, is_lead=name == lead)
        for name in names
    )


def _own_view(pack: Pack, minimum: int, about: Circumstances) -> OwnView | None:
    if about.own_view is None:
        return None
    mirrored = _mirrored(pack)
    if mirrored is None:
        raise InvalidInputError(
            _("{title} lays nothing beside the charity's own answers.").format(title=pack.title)
        )
    name, data = about.own_view
    people = {row.respondent for row in read_answers(data, name, mirrored)}
    is_one_person = len(people) == 1
    scored = score_answers(
        mirrored, data, name, Selection.ALL, OWN_ASSESSMENT if is_one_person else minimum
    )
    if not is_one_person and len(people) < minimum:  # too few to be shown are no view yet
        return None
    return OwnView(scored.results, None, is_one_person)  # nobody knows how old the file is


def _mirrored(pack: Pack) -> Pack | None:
    mirrored = pack.outcome.settings.get(_MIRRORS)
    if mirrored is None:
        return None
    try:
        return builtin_pack(mirrored)
    except InvalidInputError:  # a pack of one's own may mirror another of one's own
        return None


def _checked(pack: Pack, settled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for topic, value in settled.items():
        if topic == WORDING:  # is settled by the program alone, and here there is only a file
            _check_choice(pack, topic, value)
            checked = topic, value
        else:
            try:
                checked = checked_settled(pack, topic, value)
            except InvalidInputError:
                _check_choice(pack, topic, value)
                raise
            except ValueError:
                raise InvalidInputError(
                    _("“{topic}” is nothing that can be settled.").format(topic=topic)
                ) from None
        if checked[1]:
            yield checked


def _check_choice(
    pack: Pack, topic: str, value: str, sheets: Collection[str] | None = None
) -> None:
    """Raise ``InvalidInputError`` with the topic and the value, which are a file's or typed."""
    if not is_possible(pack, topic, value, sheets):
        raise InvalidInputError(
            _("“{value}” is nothing that can be chosen for “{topic}”.").format(
                value=value, topic=topic
            )
        )
