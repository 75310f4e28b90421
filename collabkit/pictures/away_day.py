"""A whole session in the real windows: a facilitator with two screens, and a pretend room.

Everything is done with keys and buttons, as by a person; each state of the session is drawn twice,
as the facilitator sees it and as the room does.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.paths import DataFolder
from collabkit.pictures.opened import opened, save_picture, settle
from collabkit.pictures.person import Person
from collabkit.pictures.screens import Screen
from collabkit.pictures.script import Script, Turn, Vote, WordedAction

_LAPTOP = Screen("Laptop", 0, 1440, 900)
_PROJECTOR = Screen("Projector", 1440, 1920, 1080)

_ROUNDS = 4  # until a window shows what was done last


def lead(
    folder: DataFolder, target: Path, script: Script, today: Callable[[], date] = date.today
) -> list[Path]:
    """Hold the session of ``script`` without a display; return the pictures, as PNG files.

    Raises ``EnvironmentProblemError`` if the data cannot be opened or a file cannot be written.
    Must be the first use of Qt in its process.
    """
    screens = (_LAPTOP, _PROJECTOR)
    size = (_LAPTOP.width, _LAPTOP.height)
    with opened(folder, today, size, screens) as (application, program):
        program.settings.set("theme", "light")
        day = _Day(application, program, target, script)
        day.hold()
        return day.pictures


class _Day:
    """The session under way."""

    def __init__(self, application: Any, program: Any, target: Path, script: Script) -> None:
        self._application = application
        self._program = program
        self._target = target
        self._script = script
        self._person = Person(application)
        self._seconds = self._ticking()
        self.pictures: list[Path] = []

    def hold(self) -> None:
        """From the list of sessions to the plan."""
        self._before()
        self._lobby()
        for number, turn in enumerate(self._script.turns):
            self._statement(turn, in_full=number == 0)
            if number + 1 == len(self._script.turns) // 2:
                self._break()
        self._ending()
        self._after()

    def _before(self) -> None:
        session = {"session_id": self._script.session_id}
        for place, arguments in (("workshop", {}), ("session", session), ("rehearsal", session)):
            self._program.window.navigator.go(place, **arguments)
            self._draw(place, room=False)
        self._program.window.navigator.go("console", **session)
        settle(self._application)
        self._page.gate.seconds = lambda: next(self._seconds)  # nobody's thumb bounces here

    def _lobby(self) -> None:
        self._person.press("F5")
        self._person.turn_to(self._program.window)
        self._draw("lobby")
        self._person.click(self._page.board.lobby.key_in)
        settle(self._application)
        self._person.type(str(len(self._script.sheets)))
        self._person.press("Enter")
        for number, sheet in enumerate(self._script.sheets):
            self._person.press(*sheet)
            if not number:
                self._draw("keying-sheets", room=False)
            self._person.press("Enter")
        self._draw("reading-back", room=False)
        for _sheet in self._script.sheets:
            self._person.press("Enter")
        self._draw("sheets-checked", room=False)
        self._person.click(self._page.desk.seal)
        self._draw("sheets-sealed", room=False)
        self._person.click(self._page.back)
        self._draw("lobby-with-sheets")
        self._next()

    def _statement(self, turn: Turn, *, in_full: bool) -> None:
        self._draw("read", only=in_full)
        self._next()
        if in_full:
            self._draw("vote-opened")
            self._close_too_early()
        self._vote(turn.vote)
        self._draw("vote-all-in", only=in_full)
        self._next()
        self._draw("vote-closed", only=in_full)
        self._next()
        self._draw("reveal", only=in_full or turn.again is not None)
        if in_full:
            self._cover()
        self._next()
        if turn.note:
            self._person.press("N")
            self._person.type(turn.note)
            self._person.press("Esc")
        self._draw("talk", only=in_full or bool(turn.note))
        if turn.again:
            self._vote_again(turn.again)
        self._next()
        self._decide(turn)
        self._draw("decide", only=in_full or turn.is_parked or turn.action is not None)
        self._next()

    def _close_too_early(self) -> None:
        """Press on although somebody is missing: the console asks, and is told to wait."""
        self._next()
        self._draw("asked-to-wait")
        self._person.press("PgUp")

    def _cover(self) -> None:
        for key, name in (("B", "black"), ("H", "hidden")):
            self._person.press(key)
            self._draw(name)
            self._next()

    def _vote(self, vote: Vote) -> None:
        if vote.slips:
            self._person.press("S", *vote.slips, "Esc")
        self._person.press("C")
        for code in self._page.board.vote.hands.fields:
            count = vote.hands.get(code, 0)
            if count:
                self._person.type(str(count))
            self._person.press("Down")
        self._person.press("Esc")

    def _vote_again(self, vote: Vote) -> None:
        self._person.click(self._page.board.talk.again)
        self._draw("vote-again-opened")
        self._vote(vote)
        self._draw("vote-again-all-in")
        self._next()
        self._next()
        self._draw("reveal-again")
        self._next()

    def _decide(self, turn: Turn) -> None:
        if turn.is_parked:
            self._person.press("P")
        if turn.action:
            self._person.press("A")
            self._word(turn.action, self._page.board.form)
            self._draw("wording-an-action")
            self._person.click(self._page.board.form.save)

    def _word(self, action: WordedAction, form: Any) -> None:
        self._person.type(action.text)
        self._person.write(form.owner.line, action.owner)
        self._person.write(form.due.line, action.due)
        self._person.write(form.first_step.line, action.first_step)

    def _break(self) -> None:
        self._person.click(self._page.board.more.pause)
        self._draw("break")
        self._next()

    def _ending(self) -> None:
        self._draw_pages("map")
        ending = self._page.board.ending
        for row in ending.map.rows.parts:
            if row.item_id in self._script.chosen:
                self._person.click(row.tick)
        self._draw_pages("choose")
        self._draw("actions")
        actions = {
            **{turn.action.text: turn.action for turn in self._script.turns if turn.action},
            **{action.text: action for action in self._script.actions.values()},
        }
        for item_id, action in self._script.actions.items():
            group = next(g for g in ending.adopting.groups.parts if g.item_id == item_id)
            self._person.click(group.button)
            self._word(action, ending.form)
            self._person.click(ending.form.save)
        self._draw("actions-worded")
        for number, action in enumerate(actions.values()):
            self._adopt(action, is_first=not number)
        self._draw_pages("adopted")
        self._draw("end")

    def _adopt(self, action: WordedAction, *, is_first: bool) -> None:
        meeting = self._page.presenter.meeting
        worded = next(each for each in meeting.actions if each.text == action.text)
        card = self._page.board.ending.adopting.card_of(worded.id)
        self._person.click(card.fists.by_keys)
        self._person.press(*map(str, action.fists))
        self._draw("fist-of-five", only=is_first)
        if action.better:
            self._person.click(card.doubt.change)
            form = self._page.board.ending.form
            self._person.replace(form.text.edit, action.better.text)
            self._draw("worded-better")
            self._person.click(form.save)
            self._person.click(card.fists.by_keys)
            self._person.press(*map(str, action.better.fists))
        self._person.click(card.adopt_now if action.is_now else card.adopt_parked)

    def _after(self) -> None:
        end = self._page.board.end
        for kind, path in self._script.papers.items():
            self._page.papers.desk = _Desk(path)
            self._person.click({"report": end.report, "minutes": end.minutes}[kind])
            settle(self._application)
        self._draw("papers-saved", room=False)
        self._person.click(end.plan)
        self._draw("plan", room=False)

    @property
    def _page(self) -> Any:
        return self._program.window.page

    def _next(self) -> None:
        self._person.press("PgDn")

    def _draw_pages(self, state: str) -> None:
        """Draw what may have several pages on the wall, and go on to what follows it."""
        self._draw(state)
        phase = self._page.presenter.meeting.phase
        self._next()
        while self._page.presenter.meeting.phase is phase:
            self._draw(f"{state}-next-page")
            self._next()

    def _draw(self, state: str, *, room: bool = True, only: bool = True) -> None:
        """Draw the console, and the room window too; not at all unless ``only``."""
        if not only:
            return
        settle(self._application, rounds=_ROUNDS)
        if self._program.bugs:
            raise RuntimeError(f"{state} went wrong: {self._program.bugs}")
        self._save(self._program.window, f"{state}-console")
        if room:
            self._save(self._page.stage.window, f"{state}-room")

    def _save(self, widget: Any, name: str) -> None:
        path = self._target / f"{len(self.pictures) + 1:02}-{name}.png"
        self.pictures.append(save_picture(widget, path))

    @staticmethod
    def _ticking() -> Iterator[float]:
        seconds = 0.0
        while True:
            yield seconds
            seconds += 5


class _Desk:
    """Answers where a paper goes, without a dialog."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def documents(self) -> Path:
        """Return the folder of that place."""
        return self._path.parent

    def ask_where_to_save(self, _parent: Any, _suggested: Path) -> Path | None:
        """Return the place that was settled before."""
        return self._path
