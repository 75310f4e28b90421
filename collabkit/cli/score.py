"""``collabkit score``: the results of a file of answers.

The answers are read, scored and forgotten. Exit statuses: 0 the results are on standard output;
1 they could not be written there; 2 what was handed in does not fit (a file that cannot be read,
answers with faults, an unknown pack, a minimum that is not possible), with every reason on
standard error and nothing on standard output.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.cli import EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _, ngettext


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "score", parents=parents, help=_("work out results from a file of answers")
    )
    parser.add_argument(
        "answers",
        metavar="ANSWERS.csv",
        help=_("a CSV file with the columns respondent, role, item and answer"),
    )
    parser.add_argument(
        "--pack",
        metavar="PACK",
        required=True,
        help=_("the questionnaire: five-themes, for example, or a TOML file"),
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
        default=USUAL_GROUP,
        help=_(
            "show nothing about fewer people: {smallest} to {largest}, usually {usual}; 1 for "
            "one person's own answers"
        ).format(smallest=SMALLEST_GROUP, largest=LARGEST_GROUP, usual=USUAL_GROUP),
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the results; raises ``InvalidInputError`` with every fault of what was handed in."""
    from collabkit.assessments.results_json import as_json
    from collabkit.cli.score_text import as_text
    from collabkit.services.scoring import chosen_pack, read_answer_file, score_answers

    try:
        pack = chosen_pack(arguments.pack)
    except EnvironmentProblemError as error:
        raise InvalidInputError(str(error)) from None
    scored = score_answers(
        pack,
        read_answer_file(Path(arguments.answers)),
        arguments.answers,
        Selection(arguments.statements),
        arguments.minimum,
    )
    if scored.left_out:
        complain(
            ngettext(
                "{number} answer was left out, because its statement is not a core one.",
                "{number} answers were left out, because their statements are not core ones.",
                scored.left_out,
            ).format(number=scored.left_out)
        )
    if arguments.json:
        write(json.dumps(as_json(scored.results, pack), ensure_ascii=True, indent=1))
    else:
        write(as_text(scored.results, pack))
    return EXIT_OK
