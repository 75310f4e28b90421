"""``collabkit score``: the results of a file of answers.

The answers are read, scored and forgotten. Exit statuses: 0 the results are on standard output;
1 they could not be written there; 2 what was handed in does not fit (a file that cannot be read,
answers with faults, an unknown pack, a minimum that is not possible), with every reason on
standard error and nothing on standard output.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.cli import EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _, ngettext
from collabkit.paths import data_folder

if TYPE_CHECKING:
    from collabkit.services.scoring import Scored


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "score", parents=parents, help=_("work out results from a file of answers")
    )
    parser.add_argument(
        "answers",
        metavar="ANSWERS.csv",
        help=_(
            "a CSV file with the columns respondent, role, item and answer; organisation, about "
            "and note where they are needed"
        ),
    )
    parser.add_argument(
        "--pack",
        metavar="PACK",
        required=True,
        help=_(
            "the questionnaire: its id as “packs list” shows it, such as five-themes, or a TOML "
            "file or .xlsx spreadsheet"
        ),
    )
    parser.add_argument(
        "--statements",
        choices=[Selection.ALL.value, Selection.CORE.value],
        default=Selection.ALL.value,
        help=_("which statements were asked (usually all)"),
    )
    parser.add_argument(
        "--minimum",
        metavar="N",
        type=int,
        help=_(
            "show nothing about fewer people: {smallest} to {largest}, usually {usual}; 1 for "
            "one person's own answers, and where organisations answer with one voice"
        ).format(smallest=SMALLEST_GROUP, largest=LARGEST_GROUP, usual=USUAL_GROUP),
    )
    parser.add_argument(
        "--settle",
        metavar="TOPIC=VALUE",
        type=_settled,
        action="append",
        default=[],
        help=_("what is settled about the whole, such as mode=partners; may be given repeatedly"),
    )
    parser.add_argument(
        "--own", metavar="NAME", help=_("which organisation is the charity's own (the first one)")
    )
    parser.add_argument("--lead", metavar="NAME", help=_("which organisation leads"))
    parser.add_argument(
        "--own-answers",
        metavar="OWN.csv",
        help=_("the charity's answers about itself, to be laid beside what its partners say"),
    )
    parser.add_argument(
        "--today",
        metavar="YYYY-MM-DD",
        type=_day,
        default=date.today(),
        help=_("the day on which to judge what is overdue (today)"),
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the results; raises ``InvalidInputError`` with every fault of what was handed in."""
    from collabkit.assessments.outcomes.work_out import tell
    from collabkit.assessments.results_json import with_outcome
    from collabkit.cli.score_text import as_text

    scored = _scored(arguments)
    if scored.left_out:
        complain(_left_out(scored.left_out, Selection(arguments.statements)))
    told = tell(scored.answered)
    pack = scored.answered.pack
    if arguments.json:
        found = with_outcome(scored.results, pack, told.data)
        write(json.dumps(found, ensure_ascii=True, indent=1))
    else:
        write(as_text(scored.results, pack, told.parts))
    return EXIT_OK


def _scored(arguments: argparse.Namespace) -> "Scored":
    from collabkit.services.scoring import (
        Circumstances,
        chosen_pack,
        read_answer_file,
        score_answers,
        usual_minimum,
    )

    try:
        pack = chosen_pack(arguments.pack, data_folder(arguments.data_dir))
    except EnvironmentProblemError as error:
        raise InvalidInputError(str(error)) from None
    own = arguments.own_answers
    return score_answers(
        pack,
        read_answer_file(Path(arguments.answers)),
        arguments.answers,
        Selection(arguments.statements),
        usual_minimum(pack) if arguments.minimum is None else arguments.minimum,
        Circumstances(
            settled=dict(arguments.settle),
            today=arguments.today,
            own=arguments.own,
            lead=arguments.lead,
            own_view=None if own is None else (own, read_answer_file(Path(own))),
        ),
    )


def _left_out(number: int, selection: Selection) -> str:
    if selection is Selection.CORE:
        return ngettext(
            "{number} answer was left out, because its statement is not a core one.",
            "{number} answers were left out, because their statements are not core ones.",
            number,
        ).format(number=number)
    return ngettext(
        "{number} answer was left out, because its statement is not asked in this mode.",
        "{number} answers were left out, because their statements are not asked in this mode.",
        number,
    ).format(number=number)


def _settled(text: str) -> tuple[str, str]:
    topic, sign, value = text.partition("=")
    if not sign or not topic.strip():
        raise argparse.ArgumentTypeError(
            _("“{text}” is not of the form TOPIC=VALUE").format(text=text)
        )
    return topic.strip(), value.strip()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a day such as 2026-06-10").format(text=text)
        ) from None
