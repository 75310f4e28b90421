"""Scenes of a session as it is really held, for tests of the room window."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from collabkit.assessments.pack import DONT_KNOW, AnswerForm, Pack
from collabkit.room import adopting
from collabkit.room.choices import can_be_voted_on, choices_of
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.room.scenes import (
    Heading,
    ReadScene,
    Scene,
    VoteScene,
    scene_of,
)
from collabkit.room.steps import go_on, pause
from collabkit.room.votes import count_hands, open_vote, take_slip
from collabkit.services.packs import builtin_pack

TODAY = date(2026, 11, 22)
TITLE, CHARITY = "Away-day, June 2026", "Sample Charity"


class Room:
    """A session that is led step by step; ``scene`` is what the room sees."""

    def __init__(self, people: int = 11, statements: int = 12) -> None:
        self.pack: Pack = builtin_pack("five-themes")
        asked = [item for item in self.pack.items if can_be_voted_on(self.pack, item)]
        ids = tuple(item.id for item in asked[:: max(1, len(asked) // statements)][:statements])
        self.meeting: Meeting = convene(Preparation(TITLE, ids, people=people))
        self._chance = random.Random(7)

    @property
    def scene(self) -> Scene:
        return scene_of(self.meeting, self.pack, CHARITY)

    @property
    def form(self) -> AnswerForm:
        return self.pack.form_of(self.pack.item(self.meeting.turn.item_id))

    def on(self, steps: int = 1) -> "Room":
        """Go on, as the facilitator does."""
        for _step in range(steps):
            self.meeting = go_on(self.meeting, self.form, TODAY)
        return self

    def hands(self, counts: Mapping[str, int]) -> "Room":
        """Raise hands."""
        self.meeting = count_hands(self.meeting, counts)
        return self

    def slips(self, codes: str) -> "Room":
        """Put slips into the box: "12555"."""
        for code in codes:
            self.meeting = take_slip(self.meeting, code)
        return self

    def again(self) -> "Room":
        """Vote on the same statement once more."""
        self.meeting = open_vote(self.meeting)
        return self

    def anyhow(self) -> Mapping[str, int]:
        """Return answers of everybody in the room, as chance has it."""
        codes = [*(option.code for option in self.form.options), DONT_KNOW]
        return Counter(self._chance.choices(codes, k=self.meeting.present))

    def vote_and_reveal(self, counts: Mapping[str, int] | None = None) -> "Room":
        """From the statement to what the room has answered."""
        return self.on().hands(counts or self.anyhow()).on(2)

    def to_the_map(self) -> "Room":
        """Through all statements that are left; one in five without a vote."""
        while self.meeting.phase is not Phase.MAP:
            if self.meeting.phase is Phase.READ and self.meeting.place % 5 == 4:
                self.meeting = replace(self.meeting, phase=Phase.DECIDE)
            elif self.meeting.phase is Phase.READ:
                self.vote_and_reveal()
            self.on()
        return self


def action(number: int, text: str = "Ask each partner once a year", **more: Any) -> DraftAction:
    return DraftAction(f"a{number}", None, text, **more)


def vote_scene(pack: Pack, item_id: str, answered: int = 9, present: int = 11) -> VoteScene:
    """Return the scene of a vote on any statement of ``pack``."""
    item = pack.item(item_id)
    form = pack.form_of(item)
    heading = Heading(pack.section(item.section).name, "Statement 12 of 12")
    return VoteScene(
        heading,
        item.statement,
        form.prompt,
        choices_of(item, form),
        answered,
        present,
        1,
        False,
        item.ends,
    )


def read_scene(pack: Pack, item_id: str) -> ReadScene:
    item = pack.item(item_id)
    return ReadScene(
        Heading(pack.section(item.section).name, "Statement 12 of 12"), item.statement, item.ends
    )


def all_scenes(people: int = 11) -> dict[str, Scene]:
    """Return a scene of each kind, as one session brings them."""
    found: dict[str, Scene] = {}
    room = Room(people)
    found["lobby"] = room.scene
    found["read"] = room.on().scene
    found["vote"] = room.on().hands({"1": people - 2}).scene
    found["closed"] = room.hands({"1": people // 2, "5": people - people // 2}).on().scene
    found["reveal"] = room.on().scene
    found["talk"] = room.on().scene
    found["second vote"] = room.again().slips(("1345" * people)[:people]).on(2).scene
    found["third vote"] = room.again().hands({"3": people - 1, "4": 1}).on(2).scene
    room.meeting = adopting.draft(
        room.meeting,
        replace(action(1, due=date(2027, 1, 31), owner="Chair"), item_id=room.meeting.turn.item_id),
    )
    room.on(2)
    room.meeting = replace(
        room.meeting,
        turns=(replace(room.meeting.turn, decision=Decision.ACTION), *room.meeting.turns[1:]),
    )
    found["decided"] = room.scene
    found["too few"] = room.on(2).hands({DONT_KNOW: people - 3, "2": 3}).on(2).scene
    found["break"] = scene_of(pause(room.meeting), room.pack, CHARITY)
    found["map"] = room.on(3).to_the_map().scene
    room.meeting = adopting.choose(room.on().meeting, room.meeting.preparation.statements[:3])
    found["choice"] = room.scene
    room.on()
    for number in (2, 3):
        room.meeting = adopting.draft(room.meeting, action(number))
    found["adopt"] = room.scene
    for number in (1, 2):
        room.meeting = adopting.show_fists(room.meeting, f"a{number}", (0, 0, 1, people - 1, 0, 0))
        room.meeting = adopting.adopt(room.meeting, f"a{number}", now=number == 1)
    found["adopted"] = room.scene
    found["end"] = room.on().scene
    return found
