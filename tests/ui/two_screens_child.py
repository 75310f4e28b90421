"""A stage on a machine with two screens; prints what it saw as JSON.

``python two_screens_child.py [mirrored]``; the offscreen platform makes the screens. Mirrored, the
second one shows the same as the first.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

SCREENS = [
    {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "Projector", "x": 1366, "y": 0, "width": 1920, "height": 1080},
]
MIRRORED = [SCREENS[0], SCREENS[1] | {"x": 0}]
_EACH = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def main() -> None:
    """Go through an evening of plugging and unplugging."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget
    from room_scenes import Room

    from collabkit.settings import Settings
    from collabkit.ui.theme import apply_theme
    from collabkit.ui.workshop.room_keys import RoomKey
    from collabkit.ui.workshop.stage.mode import Mode
    from collabkit.ui.workshop.stage.stage import Stage

    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    console, settings = QWidget(), Settings(None)
    facts: dict[str, object] = {}
    console.resize(900, 600)
    console.show()
    app.processEvents()
    laptop, projector = app.screens()
    stage = Stage(console, settings)
    said: list[str] = []
    stage.screen_lost.connect(said.append)

    def seen() -> dict[str, object]:
        app.processEvents()
        room = stage.window
        return {
            "room": room.screen().name() if room and room.isVisible() else None,
            "size": [room.width(), room.height()] if room else None,
            "console": console.screen().name(),
            "active": console.isActiveWindow(),
            "words": list(room.sheet.words) if room and room.sheet else [],
        }

    facts["screens"] = [
        [s.number, s.name, s.width, s.height, s.is_console, s.is_room] for s in stage.screens()
    ]
    facts["second"] = stage.has_second_screen
    stage.show_test_cards()
    app.processEvents()
    cards = [w for w in app.topLevelWidgets() if w.isVisible() and w is not console]
    facts["cards"] = sorted(
        [c.accessibleName(), c.screen().name(), c.width(), c.accessibleDescription()] for c in cards
    )
    QTest.keyClick(cards[0], Qt.Key.Key_Space)
    facts["cards left"] = sum(card.isVisible() for card in cards)

    room = Room().on(2).hands({"1": 9})
    stage.present(room.scene)
    stage.open(Mode.TWO_SCREENS)
    facts["opened"] = seen()
    assert stage.window is not None
    stage.window.showNormal()
    stage.window.resize(100, 100)
    laptop.geometryChanged.emit(laptop.geometry())
    facts["settled again"] = seen()
    app.screenRemoved.emit(projector)
    facts["unplugged"] = seen() | {"said": list(said), "open": stage.is_open}
    facts["screens left"] = [s.name for s in stage.screens()]
    stage.present(room.hands({"1": 10}).scene)
    app.screenAdded.emit(projector)
    facts["plugged in again"] = seen()
    stage.swap()
    facts["swapped"] = seen()
    facts["kept"] = settings.get("room_screen", "")
    stage.pick(2)
    facts["picked the console's screen"] = seen()
    app.screenRemoved.emit(laptop)
    console.setScreen(projector)
    console.move(QPoint(1500, 100))
    facts["console's screen gone"] = seen() | {"said": said[-1]}
    app.screenAdded.emit(laptop)
    console.setScreen(laptop)
    console.move(QPoint(10, 10))
    app.processEvents()
    stage.open(Mode.ONE_SCREEN)
    facts["one screen"] = seen()
    facts["keys"] = [stage.press(key) for key in (RoomKey.START, RoomKey.LEAVE, RoomKey.END)]
    facts["ended"] = seen() | {"open": stage.is_open}
    stage.press(RoomKey.START)
    facts["started again"] = seen() | {"mode": str(stage.mode)}
    stage.close()
    _tell(facts)


def mirrored() -> None:
    """Try to have two screens where there is only one picture."""
    from PySide6.QtWidgets import QApplication, QWidget

    from collabkit.settings import Settings
    from collabkit.ui.theme import apply_theme
    from collabkit.ui.workshop.stage.mode import Mode
    from collabkit.ui.workshop.stage.stage import Stage

    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    console = QWidget()
    console.resize(900, 600)
    console.show()
    app.processEvents()
    stage = Stage(console, Settings(None))
    said: list[str] = []
    stage.screen_lost.connect(said.append)

    def seen() -> dict[str, object]:
        app.processEvents()
        room = stage.window
        shown = room.screen().name() if room and room.isVisible() else None
        return {"room": shown, "said": said[-1:], "mode": str(stage.mode)}

    facts: dict[str, object] = {
        "second": stage.has_second_screen,
        "screens": [[s.number, s.name, s.is_room, s.is_mirror] for s in stage.screens()],
    }
    stage.show_test_cards()
    cards = [w for w in app.topLevelWidgets() if w.isVisible() and w is not console]
    facts["cards"] = [card.accessibleName() for card in cards]
    stage.hide_test_cards()
    stage.open(Mode.TWO_SCREENS)
    stage.pick(2)
    stage.swap()
    facts["opened"] = seen() | {"console": console.screen().name()}
    stage.open(Mode.ONE_SCREEN)
    stage.open(Mode.TWO_SCREENS)
    facts["looked at"] = seen()
    stage.close()
    _tell(facts)


def _tell(facts: dict[str, object]) -> None:
    print(json.dumps(facts))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    is_mirrored = sys.argv[1:] == ["mirrored"]
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "screens.json"
        screens = [screen | _EACH for screen in (MIRRORED if is_mirrored else SCREENS)]
        config.write_text(json.dumps({"screens": screens, "windowFrameMargins": False}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
        mirrored() if is_mirrored else main()
