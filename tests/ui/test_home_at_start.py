"""Home is shown before the heavy libraries are there, and nobody notices."""

import json
import subprocess
import sys
from pathlib import Path

from house import TODAY, House

START = """
import datetime, json, pathlib, sys
from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.ui.home.reading import read_home

services = open_services(DataFolder(pathlib.Path(sys.argv[1])))
state = read_home(services, datetime.date(2026, 11, 22))
heavy = {"sqlalchemy", "alembic", "reportlab", "collabkit.services.results"} & set(sys.modules)
sitting = services.assessments.sitting(state.to_go_on[0].assessment_id)
response = Response(sitting.participant.id, sitting.assessment.asked[3], "4", "the first answer")
problems = []
services.responses.record(sitting.pack, response, problems.append)
services.responses.flush()
services.close()
print(json.dumps({"heavy": sorted(heavy), "place": state.to_go_on[0].place,
                  "due": len(state.due), "problems": problems}))
"""


def test_home_needs_no_sqlalchemy_and_the_first_answer_brings_it(tmp_path: Path) -> None:
    """Finished and unfinished work and a plan are listed; the answer right after is kept."""
    house = House(tmp_path)
    finished = house.assessment(title="June 2026", finished=TODAY)
    house.plan(finished, ("Ask partners", TODAY))
    under_way = house.assessment(answered=3)
    house.services.close()
    done = subprocess.run(
        [sys.executable, "-c", START, tmp_path], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["heavy"] == []
    assert told["due"] == 1
    assert told["place"].startswith("You stopped at")
    assert told["problems"] == [None]
    house = House(tmp_path)
    notes = [response.note for response in house.services.assessments.responses(under_way)]
    house.services.close()
    assert notes == ["", "", "", "the first answer"]
