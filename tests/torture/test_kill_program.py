"""The whole program is killed at any moment: what its window called saved is there."""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from conftest import Tally
from opening_again import hot_journal, open_again
from tiers import TIER, Part

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs

ROW = "kill -9 of the whole program"
PROGRAM = Path(__file__).with_name("answering_window.py")
PATIENCE = 0.2  # seconds to wait for the middle of a change

Told = tuple[str, str, str]  # statement, which part of the answer, what


@dataclass
class Account:
    """What was promised: what had been given when the window said “Saved”, and what came later."""

    saved: dict[tuple[str, str], str] = field(default_factory=dict)
    later: list[Told] = field(default_factory=list)
    times: int = 0

    def hear(self, line: str) -> None:
        """Take note of one line."""
        what, *more, told = json.loads(line)
        if what == "give":
            self.later += [(more[0], part, text) for part, text in told.items()]
        else:
            self.saved.update({(item, part): text for item, part, text in self.later})
            self.later.clear()
            self.times += 1

    def faults(self, stored: dict[tuple[str, str], str]) -> list[str]:
        """Return what breaks a promise: what is neither what was saved nor what came later."""
        return [
            f"{place}: {stored.get(place)!r} is stored, {self.saved.get(place)!r} was saved"
            for place in {*self.saved, *stored}
            if stored.get(place) != self.saved.get(place)
            and (*place, stored.get(place)) not in self.later
        ]


def begun(folder: DataFolder) -> str:
    """Start an assessment, and return its id."""
    services = open_services(folder)
    try:
        charity = services.charities.add("Sample Charity")
        return services.assessments.start_alone(
            charity.id, builtin_packs()[0], Selection.CORE, Respondent.TRUSTEE, "November",
            date(2026, 11, 22),
        ).assessment.id  # fmt: skip
    finally:
        services.close()


def use_until_killed(folder: DataFolder, assessment_id: str, rng: random.Random) -> list[str]:
    """Use the program until it has said “Saved” some times, kill it, and return what it said."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder.root), assessment_id, str(rng.random())],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stderr is not None
        lines: list[str] = []
        wanted = rng.randint(1, 30)
        try:
            while sum('"saved"' in line for line in lines) < wanted:
                line = child.stdout.readline()
                if not line:
                    raise RuntimeError(f"the program ended by itself: {child.stderr.read()}")
                lines.append(line)
            wait_for_a_moment(folder, rng)
        finally:
            child.kill()
        # The last line may have been cut.
        lines += [line for line in child.stdout.readlines() if line.endswith("\n")]
    return lines


def wait_for_a_moment(folder: DataFolder, rng: random.Random) -> None:
    """Wait for the very moment, for any, or for one in the middle of a change."""
    kind = rng.choice(("now", "any", "change", "change"))
    if kind == "any":
        time.sleep(rng.uniform(0, PATIENCE))
    until = time.monotonic() + PATIENCE
    while kind == "change" and not hot_journal(folder) and time.monotonic() < until:
        pass


def stored(folder: DataFolder, assessment_id: str) -> dict[tuple[str, str], str]:
    """Open the file as the next start does, and read what is there."""
    store, _recovered = open_again(folder)
    with store:
        found = store.responses.of_assessment(assessment_id)
    parts = [((r.item_id, "answer"), r.answer) for r in found]
    parts += [((r.item_id, "note"), r.note) for r in found]
    return {place: text for place, text in parts if text}


@pytest.mark.slow
@pytest.mark.parametrize("part", TIER.parts(change=2, nightly=4, release=8), ids=str)
def test_nothing_that_the_window_called_saved_is_lost(
    part: Part, tmp_path: Path, rng: random.Random, tally: Tally
) -> None:
    """Again and again on the same file: every promise is kept, whatever was under way."""
    folder = DataFolder(tmp_path / "data")
    assessment_id, account = begun(folder), Account()
    with tally(ROW) as count:
        for _kill in range(part.share(TIER.count(share=1, change=4, nightly=100, release=300))):
            for line in use_until_killed(folder, assessment_id, rng):
                account.hear(line)
            count.tried()
            count.note("hot journals", hot_journal(folder))
            found = stored(folder, assessment_id)
            assert account.faults(found) == []
            count.survived()
            # What the kill left half done is settled now: go on from what is there.
            account.saved, account.later = found, []
        count.note("promises", account.times)
        assert account.times
