"""Draw the pictures of README and guides from the real screens, with sample data only.

python scripts/make_pictures.py        writes docs/pictures/*.png
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from picture_samples import (
    answer_sheet,
    in_turn,
    invitation_from_elsewhere,
    last_year,
    network,
    sheets_that_came_back,
    this_year,
)
from PIL import Image

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.pictures import Shot, draw_shots
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewPerson
from collabkit.services.sample import ensure_sample, fill_sample

TODAY = date(2026, 11, 22)
TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
COLOURS = 256  # a screen needs no more, and its file is a third as large
WIDEST = 1280  # pixels

# Of the sample away-day: what a picture is called here, and how its name ends there.
AWAY_DAY = {
    "room-vote": "vote-all-in-room",
    "console-vote": "vote-all-in-console",
    "room-reveal": "reveal-room",
    "room-second-vote": "reveal-again-room",
    "console-map": "map-console",
    "session-keying": "keying-sheets-console",
}


def begin_one(services: Services, charity_id: str) -> str:
    """Add a questionnaire that one person has begun, and return its assessment."""
    sitting = services.assessments.start_alone(
        charity_id,
        builtin_pack("five-themes"),
        Selection.CORE,
        Respondent.TRUSTEE,
        "November 2026",
        TODAY,
    )
    asked = sitting.assessment.asked
    pack = builtin_pack("five-themes")
    answer_sheet(services, pack, sitting.participant.id, in_turn(asked[:5], "34243"))
    services.assessments.mark_place(sitting.assessment.id, asked[4])
    return sitting.assessment.id


def begin_group(services: Services, charity_id: str) -> str:
    """Add a board of which two have finished and one has begun, and return its assessment."""
    pack = builtin_pack("board-check")
    assessment = services.assessments.start(
        charity_id,
        pack,
        selection=Selection.ALL,
        minimum=5,
        title="Spring meeting",
        today=TODAY,
        people=[NewPerson(f"Person {number}", Respondent.TRUSTEE) for number in (1, 2, 3)],
    )
    first, second, third = services.assessments.participants(assessment.id)
    for person in (first, second):
        answer_sheet(services, pack, person.id, in_turn(assessment.asked, "34243"))
        close_sheet(services, assessment.id, person.id)
    answer_sheet(services, pack, third.id, in_turn(assessment.asked[:12], "34243"))
    return assessment.id


def _to_agenda(page: Any) -> None:
    """Bring the agenda to the top of the results."""
    page.jump_to(page.outcome.part("agenda"))


def _look_for_mistakes(page: Any) -> None:
    """Type into the field of the search as a person does."""
    page.field.set_text("mistakes")
    page.field.line.textEdited.emit("mistakes")


def _to_beside(page: Any) -> None:
    """Bring what stands beside the results to their top."""
    page.jump_to(page.beside)


def _to_barriers(page: Any) -> None:
    """Choose what a person would choose on the page of a network."""
    page.choosing.view_chosen.emit("barriers")


def _shots(services: Services, folder: Path) -> tuple[Shot, ...]:
    """Fill in what is to be seen, and return the pictures; ``folder`` takes the files in them."""
    sample = {"assessment_id": ensure_sample(services, TODAY)}
    bid, power, board = (
        {"assessment_id": fill_sample(services, pack_id, TODAY)}
        for pack_id in ("bid-check", "power-inventory", "board-check")
    )
    hall = services.charities.add("Sample Village Hall", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    group = {"assessment_id": begin_group(services, hall.id)}
    begun = {"assessment_id": begin_one(services, hall.id)}
    came_back = sheets_that_came_back(services, group["assessment_id"], TODAY, folder)
    invited = invitation_from_elsewhere(TODAY, folder)
    kitchen = services.charities.add("Sample Kitchen", IncomeBand.SMALL, RunBy.STAFF)
    last = {"assessment_id": last_year(services, kitchen.id, "board-check")}
    now = this_year(services, last_year(services, kitchen.id, "five-themes"), TODAY)
    many = {"network_id": network(services, TODAY)}
    return (
        Shot("home", "home"),
        Shot("choose", "new", {"charity_id": hall.id}),
        Shot("questionnaire", "questionnaire", begun),
        Shot("sheets", "sheets", group),
        Shot("handing-out", "handing-out", group),
        Shot("coming-back", "coming-back", {**group, "paths": came_back}),
        Shot("invitation", "open-file", {"paths": (invited,)}),
        Shot("again", "again", last),
        Shot("beside", "results", {"assessment_id": now}, then=_to_beside),
        Shot("taking-out", "taking-out", sample),
        Shot("network", "network", many, then=_to_barriers),
        Shot("results", "results", sample),
        Shot("bid-check", "results", bid),
        Shot("power-inventory", "results", power),
        Shot("board-agenda", "results", board, then=_to_agenda),
        Shot("plan", "plan", sample),
        Shot("preview", "preview", sample),
        Shot("search", "search", then=_look_for_mistakes),
        Shot("story", "story", {"story_id": "R1"}),
        Shot("questionnaire-large", "questionnaire", begun, theme="contrast", text_size=150),
    )


def _draw_away_day() -> list[Path]:
    """Run the sample away-day in a program of its own; take the first picture of each kind."""
    drawn = []
    with tempfile.TemporaryDirectory() as name:
        command = (sys.executable, "-m", "collabkit", "demo", "--workshop", "--out", name)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for called, ending in AWAY_DAY.items():
            first = min(Path(name).glob(f"[0-9][0-9]-{ending}.png"))
            target = TARGET / f"{called}.png"
            with Image.open(first) as picture:
                picture.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
                picture.save(target)
            drawn.append(target)
    return drawn


def main() -> None:
    """Draw every picture anew, and take away those that are not drawn any more."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder, files = DataFolder(Path(name) / "data"), Path(name) / "files"
        files.mkdir()
        services = open_services(folder)
        shots = _shots(services, files)
        services.close()
        drawn = [*draw_shots(folder, TARGET, shots, lambda: TODAY), *_draw_away_day()]
    for path in drawn:
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
        print(path)
    for path in set(TARGET.glob("*.png")) - set(drawn):
        path.unlink()


if __name__ == "__main__":
    main()
