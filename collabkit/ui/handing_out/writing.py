"""Writes sheets for people elsewhere. Slow enough to be called off the GUI thread. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.errors import CollabkitError
from collabkit.services import Services
from collabkit.services.exports import Paper
from collabkit.ui.handing_out.letter import how_long, letter
from collabkit.ui.handing_out.state import Kind, Written, WrittenFile
from collabkit.ui.sheets.sides import Sides


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: how many of each kind, for and about whom, where and on which paper."""

    assessment_id: str
    party: str | None
    about: str | None
    numbers: Mapping[Kind, int]
    folder: Path
    paper: Paper
    today: date


def write(services: Services, order: Order, sides: Sides) -> Written:
    """Write everything that is wanted and return what came of it.

    Raises ``CollabkitError`` if nothing could be written.
    """
    services_out = services.handing_out
    sheets = services_out.sheets(
        order.assessment_id,
        today=order.today,
        party_id=order.party,
        about_id=order.about,
        how_many=sum(order.numbers.values()),
    )
    is_short = services.assessments.get(order.assessment_id).selection is Selection.CORE
    asked = sum(item.id in sheets[0].asked for item in sides.pack.statements)
    duration = how_long(sides.pack, asked, is_short=is_short)
    files: list[WrittenFile] = []
    problem = ""
    for kind, number in order.numbers.items():
        part, sheets = sheets[:number], sheets[number:]
        if not part:
            continue
        try:
            if kind is Kind.FILE:
                written = services_out.write_invitations(part, order.folder)
            else:
                written = services_out.write_forms(
                    part, order.folder, large_print=kind is Kind.LARGE, paper=order.paper
                )
        except CollabkitError as error:
            if not files:
                raise
            problem = str(error)
            break
        files += [WrittenFile(kind, file.path.name) for file in written]
    kinds = {Kind.FILE if file.kind is Kind.FILE else Kind.FORM for file in files}
    letters = tuple(letter(kind, sides, duration) for kind in Kind if kind in kinds)
    return Written(order.folder, tuple(files), letters, problem)
