"""Score a file of answers without keeping any of it."""

from dataclasses import dataclass
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import (
    LARGEST_GROUP,
    OWN_ASSESSMENT,
    SMALLEST_GROUP,
    measure,
)
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.results import Results
from collabkit.assessments.tally import tally_all
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers_csv import read_answers
from collabkit.exchange.csv_records import MOST_BYTES
from collabkit.i18n import _
from collabkit.services.packs import builtin_pack


@dataclass(frozen=True, slots=True)
class Scored:
    """The results of a file, and how many of its rows are about statements that were not asked."""

    results: Results
    left_out: int


def chosen_pack(name: str) -> Pack:
    """Return the built-in pack with the id ``name``, or the one in the TOML file of that name.

    Raises ``InvalidInputError`` for an unknown id or a file that is not a pack, and
    ``EnvironmentProblemError`` for a file that cannot be read.
    """
    path = Path(name)
    if path.suffix.lower() == ".toml" or len(path.parts) > 1:
        return read_pack(path)
    return builtin_pack(name)


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


def score_answers(pack: Pack, data: bytes, name: str, selection: Selection, minimum: int) -> Scored:
    """Return the results of the answers in ``data``, the bytes of the CSV file called ``name``.

    ``selection`` is all statements or the core ones. ``minimum`` is 3 to 10, or 1 if everything
    was answered by one person. Raises ``InvalidInputError`` with every fault.
    """
    asked = frozenset(pack.core_ids if selection is Selection.CORE else (i.id for i in pack.items))
    if not asked:
        raise InvalidInputError(
            _("The pack {pack} has no core statements. Please score all of them.").format(
                pack=pack.id
            )
        )
    rows = read_answers(data, name, pack)
    respondents = len({row.respondent for row in rows})
    _check_minimum(minimum, respondents)
    counted = [(row.item_id, row.answer) for row in rows if row.item_id in asked]
    results = measure(
        pack,
        tally_all(pack, counted),
        asked=asked,
        minimum=minimum,
        respondents=respondents,
        selection=selection,
    )
    return Scored(results, left_out=len(rows) - len(counted))


def _check_minimum(minimum: int, respondents: int) -> None:
    if minimum == OWN_ASSESSMENT:
        if respondents != 1:
            raise InvalidInputError(
                _(
                    "A minimum of 1 is for one person's own answers, and here are the answers of "
                    "{number} people. Nothing is shown about fewer than {smallest} of them."
                ).format(number=respondents, smallest=SMALLEST_GROUP)
            )
    elif not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        raise InvalidInputError(
            _(
                "The minimum group is {smallest} to {largest} people, or 1 for one person's own "
                "answers; {number} is not possible."
            ).format(smallest=SMALLEST_GROUP, largest=LARGEST_GROUP, number=minimum)
        )
