"""A whole journey through the real window and the command line, watched.

``journey_child.py FOLDER``: everything that people can write holds a word of its own that stands
nowhere else, so that a test can look afterwards where these words have gone. Writes what was seen
to ``FOLDER/seen.json``: every attempt to reach another machine, every program started, every title
that a window has had.
"""

import contextlib
import io
import json
import sys
import threading
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import borrowed

REACHED: list[str] = []
STARTED: list[list[str]] = []
_NETWORK = (
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr",
    "socket.gethostbyname", "socket.getnameinfo", "socket.sendmsg", "socket.sendto",
    "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
    "imaplib.open", "poplib.connect", "webbrowser.open",
)  # fmt: skip
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile")
CANARIES = {
    "charity": "Nightjar-7391", "title": "Wryneck-7391", "note": "Zilpzalp-7391",
    "evidence": "Bittern-7391", "person": "Dotterel-7391", "action": "Redstart-7391",
    "owner": "Whinchat-7391", "step": "Fieldfare-7391", "session": "Turnstone-7391",
    "network": "Goldeneye-7391", "private": "Corncrake-7391", "passphrase": "Shoveler-7391-Pochard",
    "bug": "Capercaillie-7391", "party": "Garganey-7391", "settled": "Dunlin-7391",
}  # fmt: skip


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _NETWORK or (event == "socket.__new__" and int(arguments[1]) in (2, 10, 23, 30)):
        REACHED.append(f"{event} {arguments!r}"[:300])
    elif event in _PROGRAMS:
        words = arguments[1] if event == "subprocess.Popen" else arguments[0]
        STARTED.append([str(word) for word in (words if isinstance(words, list) else [words])])


def main() -> None:
    """Go, and write down what was seen."""
    sys.addaudithook(_watch)
    folder = Path(sys.argv[1])
    titles: set[str] = set()
    said = {"window": _in_the_window(folder, titles), "commands": _on_the_command_line(folder)}
    maps = Path("/proc/self/maps")
    libraries = maps.read_text() if maps.exists() else ""
    (folder / "seen.json").write_text(
        json.dumps(
            {
                "reached": REACHED,
                "started": STARTED,
                "titles": sorted(titles),
                "said": said,
                "qt network": "Qt6Network" in libraries,
            }
        ),
        encoding="utf-8",
    )


def _in_the_window(folder: Path, titles: set[str]) -> list[str]:
    from person import TODAY, person_at
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QWidget
    from test_alone import answers, plan_one_action

    class Titles(QObject):
        """Notes what every window is called, for the task bar and whoever lists windows."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_title = event.type() == QEvent.Type.WindowTitleChange
            if is_title and isinstance(watched, QWidget) and watched.isWindow():
                titles.add(watched.windowTitle())
            return False

    application = QApplication(["collabkit"])
    filter_of_titles = Titles()
    application.installEventFilter(filter_of_titles)
    told: list[str] = []
    with person_at(folder / "data", _bot()) as me:
        key = Qt.Key
        me.presses(key.Key_Space)
        me.types(CANARIES["charity"])
        me.presses(key.Key_Return)
        for page in ("Which questionnaire", "How many statements", "Who answers"):
            me.waits_for_page(page)
            me.presses(key.Key_Return)
        me.waits_to_see("statement 1 of 20")
        answers(me, *([key.Key_2, key.Key_4, key.Key_N, key.Key_1] * 5)[:19])
        me.waits_to_see("statement 20 of 20")
        me.presses(key.Key_1)
        me.tabs_to("A note")
        me.presses(key.Key_Space)
        me.types(CANARIES["note"])
        me.presses(key.Key_Tab)
        me.waits_for_saved()
        (summary,) = me.services.assessments.summaries()
        assessment_id = summary.assessment.id
        me.window.navigator.go("results", assessment_id=assessment_id)
        me.waits_for_page("Results")
        me.tabs_to("Choose actions")
        me.presses(key.Key_Space)
        me.waits_for_page("Plan")
        plan_one_action(me)
        _with_services(me.services, assessment_id, folder, TODAY)
        for place, arguments in (
            ("plan", {"assessment_id": assessment_id}),
            ("preview", {"assessment_id": assessment_id}),
            ("taking-out", {"assessment_id": assessment_id}),
            ("handing-out", {"assessment_id": _group_of(me.services)}),
            ("workshop", {}), ("networks", {}), ("search", {}), ("settings", {}), ("about", {}),
            ("home", {}),
        ):  # fmt: skip
            me.window.navigator.go(place, **arguments)
            for _round in range(5):
                QApplication.processEvents()
            titles.update(window.title() for window in QGuiApplication.topLevelWindows())
        _bugs()
        told = me.bugs()
    titles.update(window.title() for window in QGuiApplication.topLevelWindows())
    return told


def _bot() -> Any:
    """The hands of pytest-qt without a test around them."""
    from pytestqt.qt_compat import qt_api
    from pytestqt.qtbot import QtBot

    qt_api.set_qt_api("pyside6")
    config = SimpleNamespace(getini=lambda _name: True)
    return QtBot(SimpleNamespace(node=None, config=config))  # type: ignore[arg-type]


def _group_of(services: Any) -> str:
    return next(
        summary.assessment.id
        for summary in services.assessments.summaries()
        if summary.assessment.title == CANARIES["title"]
    )


def _with_services(services: Any, assessment_id: str, folder: Path, today: date) -> None:
    """What takes many clicks: through the verbs that the screens call."""
    from answer_samples import returned
    from bundle_samples import sample_bytes

    from collabkit.assessments.assessment import Response, Selection
    from collabkit.assessments.pack import Respondent
    from collabkit.exchange.answers.answer_file import answer_bytes
    from collabkit.plans.plan import Slot
    from collabkit.services.assessments import NewPerson
    from collabkit.services.bundles import Wanted
    from collabkit.services.export_formats import Format, contents_of
    from collabkit.services.packs import builtin_pack
    from collabkit.services.plans import own_action

    out = folder / "out"
    out.mkdir()
    plan = services.plans.load(assessment_id).with_action(
        replace(
            own_action(CANARIES["action"], Slot.PARKED), owner=CANARIES["owner"],
            first_step=CANARIES["step"], due=today + timedelta(days=30),
        )
    )  # fmt: skip
    services.plans.keep(plan)
    board = builtin_pack("board-check")
    charity = services.charities.all()[0]
    group = services.assessments.start(
        charity.id, board, selection=Selection.ALL, minimum=5, title=CANARIES["title"],
        today=today,
        people=[NewPerson(f"{CANARIES['person']} {n}", Respondent.TRUSTEE) for n in range(5)],
    )  # fmt: skip
    problems: list[object] = []
    for person in services.assessments.participants(group.id):
        response = Response(
            person.id, "BRD-1", "4", note=CANARIES["note"], evidence=CANARIES["evidence"]
        )
        services.responses.record(board, response, problems.append)
    services.responses.flush()
    assert not any(problems), problems
    services.assessments.settle(group.id, "torture", CANARIES["settled"])
    for kind in Format:
        for content in contents_of(kind):
            services.exports.export(
                assessment_id, out / f"{content}.{kind}", today, content=content, with_notes=True
            )
    services.bundles.write(Wanted(charity.id), out / "all.collabkit", today)
    services.bundles.write(
        Wanted(charity.id), out / "locked.collabkit", today, CANARIES["passphrase"]
    )
    services.bundles.preview(out / "locked.collabkit", CANARIES["passphrase"])
    (out / "stranger.collabkit").write_bytes(sample_bytes())
    services.bundles.take(services.bundles.preview(out / "stranger.collabkit"))
    sheets = services.handing_out.sheets(group.id, today=today, how_many=2)
    services.handing_out.write_invitations(sheets, out)
    forms = services.handing_out.write_forms(sheets, out)
    answer = out / "back.collabkit-answers"
    answer.write_bytes(answer_bytes(replace(returned(), assessment=group.id)))
    services.returns.take(
        services.returns.preview(group.id, [answer, *(each.path for each in forms)]), today
    )
    services.networks.add(CANARIES["network"], today)
    session = services.workshops.practise(today)
    services.workshops.copy(session.id, CANARIES["session"], today)
    private = services.assessments.start(
        charity.id, builtin_pack("power-inventory"), selection=Selection.ALL, minimum=1,
        title="Sample", today=today, people=[NewPerson("One person", Respondent.TRUSTEE)],
    )  # fmt: skip
    (sheet,) = services.assessments.participants(private.id)
    services.personal.keep(private.id, sheet.id, "INV-P1", CANARIES["private"])


def _bugs() -> None:
    """Errors of ours whose texts, values and threads hold what somebody wrote."""
    local = CANARIES["bug"]
    try:
        raise RuntimeError(f"{local} in {CANARIES['note']}")  # noqa: TRY301 - it is to be caught
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    def fail() -> None:
        raise ValueError(local)

    thread = threading.Thread(target=fail, name=CANARIES["bug"])
    with contextlib.redirect_stderr(io.StringIO()):
        thread.start()
        thread.join()


COMMANDS: Sequence[tuple[str, ...]] = (
    ("list",),
    ("check",),
    ("check", "--full"),
    ("backup",),
    ("restore", "--list"),
    ("packs", "list"),
)


def _on_the_command_line(folder: Path) -> dict[str, list[str]]:
    from collabkit.cli import main as command

    said = {}
    for words in COMMANDS:
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            try:
                status = command([*words, "--data-dir", str(folder / "data")])
            except SystemExit as stopped:
                status = int(str(stopped.code or 0))
        said[" ".join(words)] = [str(status), out.getvalue(), error.getvalue()]
    return said


assert borrowed.TESTS

if __name__ == "__main__":
    try:
        main()
    except BaseException:  # the program's own hook would only note it
        traceback.print_exc()
        raise SystemExit(1) from None
