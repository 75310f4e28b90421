"""The program is killed at any moment, and nothing is lost that was called saved."""

import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from house import House

_CHILD = Path(__file__).with_name("questionnaire_child.py")
_ROUNDS = 6


@dataclass
class Account:
    """What was promised: for each statement the answer that was called saved, and what came later.

    An answer that was given after the last “Saved” may be on the disk or not.
    """

    saved: dict[str, str] = field(default_factory=dict)
    later: list[tuple[str, str]] = field(default_factory=list)
    times: int = 0

    def hear(self, line: str) -> None:
        match line.split():
            case ["give", item_id, code]:
                self.later.append((item_id, code))
            case ["saved"]:
                self.saved.update(self.later)
                self.later.clear()
                self.times += 1

    def faults(self, stored: dict[str, str | None]) -> list[str]:
        """Return the statements whose stored answer breaks a promise."""
        return [
            f"{item_id}: {stored.get(item_id)} is stored, {self.saved.get(item_id)} was saved"
            for item_id in self.saved | stored
            if stored.get(item_id) != self.saved.get(item_id)
            and (item_id, stored.get(item_id)) not in self.later
        ]


def answer_until_killed(root: Path, assessment_id: str, chance: random.Random) -> list[str]:
    """Let a child answer, kill it at one of its “Saved”, and return what it said.

    Half of the times it is killed in the very moment, when a promise made too early would show.
    """
    child = subprocess.Popen(
        [sys.executable, str(_CHILD), str(root), assessment_id, str(chance.randrange(1 << 30))],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    lines: list[str] = []
    promises = chance.randint(1, 12)
    try:
        while lines.count("saved") < promises:
            line = child.stdout.readline()
            assert line, "the child ended by itself"
            lines.append(line.strip())
        time.sleep(chance.choice((0, chance.random() * 0.1)))
    finally:
        child.kill()
    lines += child.stdout.read().splitlines()
    child.stdout.close()
    child.wait()
    return lines


def after_opening_again(root: Path, assessment_id: str) -> dict[str, str | None]:
    """Open the file as the window does, which takes back half a change, and read the answers."""
    house = House(root)
    responses = house.services.assessments.responses(assessment_id)
    house.services.close()
    return {response.item_id: response.answer for response in responses}


@pytest.mark.slow
def test_no_answer_that_showed_saved_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    """Six times on the same file: every promise of the mark is kept, whatever was under way."""
    house = House(tmp_path)
    assessment_id = house.assessment()
    house.services.close()
    chance = random.Random(20261122)
    account = Account()
    for _round in range(_ROUNDS):
        for line in answer_until_killed(tmp_path, assessment_id, chance):
            account.hear(line)
        stored = after_opening_again(tmp_path, assessment_id)
        assert account.faults(stored) == []
        # What the kill left half done is settled now: go on from what is there.
        account.saved = {item_id: answer for item_id, answer in stored.items() if answer}
        account.later.clear()
    assert account.times > _ROUNDS
