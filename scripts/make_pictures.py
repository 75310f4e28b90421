"""Draw the pictures of README and guides from the real screens, with sample data only.

python scripts/make_pictures.py        writes docs/pictures/*.png
"""

import tempfile
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.pictures import Shot, draw_shots
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample

TODAY = date(2026, 11, 22)
TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"


def begin_one(services: Services) -> str:
    """Add a second sample charity whose questionnaire is half done, and return its assessment."""
    charity = services.charities.add("Sample Village Hall", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    sitting = services.assessments.start_alone(
        charity.id,
        builtin_pack("five-themes"),
        Selection.CORE,
        Respondent.TRUSTEE,
        "November 2026",
        TODAY,
    )
    asked = sitting.assessment.asked
    for number, item_id in enumerate(asked[:9]):
        response = Response(sitting.participant.id, item_id, "34243"[number % 5])
        services.responses.record(sitting.pack, response, lambda _problem: None)
    services.assessments.mark_place(sitting.assessment.id, asked[9])
    services.responses.flush()
    return sitting.assessment.id


def main() -> None:
    """Draw every picture anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = DataFolder(Path(name))
        services = open_services(folder)
        sample = {"assessment_id": ensure_sample(services, TODAY)}
        begun = {"assessment_id": begin_one(services)}
        services.close()
        shots = (
            Shot("home", "home"),
            Shot("new-assessment", "new"),
            Shot("questionnaire", "questionnaire", {**begun, "item_id": "EMP-1"}),
            Shot("results", "results", sample),
            Shot("plan", "plan", sample),
            Shot("preview", "preview", sample),
            Shot("learn", "learn"),
            Shot("settings", "settings"),
            Shot("questionnaire-large", "questionnaire", begun, theme="contrast", text_size=150),
        )
        for path in draw_shots(folder, TARGET, shots, lambda: TODAY):
            print(path)


if __name__ == "__main__":
    main()
