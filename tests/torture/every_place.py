"""Every place of the program with something in it, and eyes that see what a person might not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import borrowed  # noqa: F401 - puts the folders of the makers on the path
from answer_samples import handed_out
from bundle_samples import sample_bytes
from person import Person
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)
from test_every_screen import CONTROLS, tree
from test_theme_roles import contrast

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample
from collabkit.ui.widgets.text import Text

DAY = date(2026, 11, 22)
LEAST_CONTRAST = 4.5
_ROUNDS = 6
_FEWEST_PIXELS = 60  # of a text; less is a sign or a gap


@dataclass
class House:
    """A data folder with something for every place, and what each place is to be shown with."""

    root: Path
    arguments: dict[str, dict[str, Any]] = field(default_factory=dict)


def furnish(root: Path) -> House:
    """Put something into every room."""
    house = House(root / "data")
    services = open_services(DataFolder(house.root))
    sample = ensure_sample(services, DAY)
    session = services.workshops.practise(DAY)
    charity = services.charities.all()[0].id
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(5)]

    def start(pack_id: str, minimum: int, someone: list[NewPerson]) -> str:
        return services.assessments.start(
            charity, builtin_pack(pack_id), selection=Selection.ALL, minimum=minimum,
            title=f"Sample of {pack_id}", today=DAY, people=someone,
        ).id  # fmt: skip

    group = start("board-check", 5, people)
    private = start("power-inventory", 1, people[:1])
    asked = root / "asked.collabkit-ask"
    asked.write_bytes(invitation_bytes(handed_out()))
    invited = services.invited.open_invitation(asked, DAY)
    network = services.networks.add("Sample Network", DAY)
    bundle = root / "all.collabkit"
    bundle.write_bytes(sample_bytes())
    sheet = services.assessments.participants(private)[0].id
    services.close()
    of_sample = ("results", "again", "plan", "preview", "taking-out", "questionnaire")
    of_group = ("sheets", "handing-out", "coming-back", "keying-in")
    of_session = ("session", "rehearsal", "keying", "console")
    house.arguments = {
        **{place: {"assessment_id": sample} for place in of_sample},
        **{place: {"assessment_id": group} for place in of_group},
        **{place: {"session_id": session.id} for place in of_session},
        "personal": {"assessment_id": private, "sheet_id": sheet},
        "giving-back": {
            "assessment_id": getattr(invited, "assessment_id", None) or _id_of(invited)
        },
        "network": {"network_id": network.id},
        "bundle": {"path": bundle},
        "pack": {"pack_id": "five-themes"},
        "story": {"story_id": "R1"},
        "guide": {"guide": "who-answers"},
        "statement": {"pack_id": "five-themes", "item_id": "POW-1"},
    }
    return house


def _id_of(invited: Any) -> str:
    return str(invited.assessment.id if hasattr(invited, "assessment") else invited.id)


def goes_everywhere(me: Person, house: House, every: int = 1) -> Iterator[str]:
    """Go to each place that the navigator knows, and wait until it is drawn."""
    keys = [key for key in me.window.navigator._by_key if key != "opening"]
    for key in keys[::every]:
        me.window.navigator.go(key, **house.arguments.get(key, {}))
        for _round in range(_ROUNDS):
            QThreadPool.globalInstance().waitForDone(20_000)
            QApplication.processEvents()
        current = me.window.navigator.current
        assert current is not None
        assert current.key == key, f"{key} led to {current.key}"
        yield key


def nameless(me: Person) -> tuple[int, list[str]]:
    """How many controls a screen reader meets, and those for which it has no name."""
    seen, found = 0, []
    for interface in tree(QAccessible.queryAccessibleInterface(me.window)):
        state = interface.state()  # type: ignore[attr-defined]
        if interface.role() not in CONTROLS or state.invisible:  # type: ignore[attr-defined]
            continue
        seen += 1
        if not interface.text(QAccessible.Text.Name).strip():  # type: ignore[attr-defined]
            found.append(f"{interface.role()} {interface.object()}")  # type: ignore[attr-defined]
    return seen, found


def _visible(me: Person, kinds: tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    for widget in me.window.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisibleTo(me.window) and widget.text():  # type: ignore[attr-defined]
            yield widget


def clipped(me: Person) -> tuple[int, list[str]]:
    """How many texts there are, and those of which a part cannot be seen."""
    seen, found = 0, []
    for area in me.page.findChildren(QScrollArea):
        if area.isVisible() and (hidden := area.horizontalScrollBar().maximum()) > 0:
            found.append(f"{hidden} pixels to scroll sideways")
    for widget in _visible(me, (QLabel, QAbstractButton)):
        seen += 1
        text = widget.text().replace("&&", "&")  # type: ignore[attr-defined]
        left = widget.mapTo(me.window, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > me.window.width():
            found.append(f"beyond the window: {text[:60]!r}")
        found += [f"{type(widget).__name__} {what}: {text[:60]!r}" for what in _cut(widget, text)]
    return seen, found


def _cut(widget: QWidget, text: str) -> Iterator[str]:
    """Say how a text has too little room; what wraps needs height, and room for its widest word."""
    if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText:
        return
    if text in widget.toolTip() or ("…" in text and widget.toolTip()):  # the whole can be had
        return
    if isinstance(widget, Text):
        wide = widget.lines_at(widget.width()).width
        if wide > widget.width() + 1:
            yield f"needs {wide:.0f} of {widget.width()} across"
    if widget.hasHeightForWidth():
        needed = widget.heightForWidth(widget.width())
    else:
        needed = widget.fontMetrics().height()
        wide = max(map(widget.fontMetrics().horizontalAdvance, text.split("\n")))
        if wide > widget.width():
            yield f"needs {wide} of {widget.width()} across"
    if needed > widget.height() + 1:
        yield f"needs {needed} of {widget.height()} down"


def pale(me: Person) -> tuple[int, list[str]]:
    """How many texts there are, and those that stand out too little from what is behind them.

    Measured in the picture: the most frequent colour of a text's place is its ground, and the one
    that differs most from it is the middle of a stroke.
    """
    picture = me.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    scale = picture.devicePixelRatio()
    whole = QRect(0, 0, picture.width(), picture.height())
    seen, found = 0, []
    for widget in _visible(me, (QLabel, QAbstractButton)):
        shown = widget.visibleRegion().boundingRect()
        if not widget.isEnabled() or shown != widget.rect():
            continue  # where half of it is scrolled away, it may be the half with the text
        place = QRect(widget.mapTo(me.window, shown.topLeft()) * scale, shown.size() * scale)
        colours = Counter(memoryview(_bytes(picture, place & whole)).cast("I"))
        if len(colours) < 3 or colours.total() < _FEWEST_PIXELS:
            continue
        ((ground, _times),) = colours.most_common(1)
        best = max(contrast(_hex(ground), _hex(colour)) for colour in colours)
        seen += 1
        if best < LEAST_CONTRAST:
            found.append(f"{best:.1f}: {widget.text()[:60]!r}")  # type: ignore[attr-defined]
    return seen, found


def _bytes(picture: QImage, place: QRect) -> bytes:
    part = picture.copy(place)
    width = part.width() * 4
    return b"".join(bytes(part.constScanLine(row))[:width] for row in range(part.height()))


def _hex(colour: int) -> str:
    return f"#{colour & 0xFFFFFF:06X}"
