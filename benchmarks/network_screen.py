"""Every view of a network of 500 groups on screen: what one look costs.

Processor time and not the clock: it is the same however busy the computer is otherwise. Counted is
everything from the choice until the page is drawn and nothing more is due.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import figures
from benchmarks.figures import Figure
from benchmarks.measured_window import MeasuredWindow, measured_window

if TYPE_CHECKING:
    from collabkit.ui.network.page import NetworkPage

_GROUPS = 500
_ROUNDS = 5
_TARGET = 100  # milliseconds


def seeing(folder: Path) -> Iterator[Figure]:
    """The view that takes longest: overview, each questionnaire, barriers and matches."""
    from benchmarks.network_groups import fill_network, open_network

    fill_network(folder, _GROUPS)
    with open_network(folder) as (_networks, network_id):
        pass
    with measured_window(folder) as (window, _services):
        page = _opened(window, network_id)
        rounds = [dict(_looks(window, page)) for _round in range(_ROUNDS)]
    means = {name: sorted(one[name] for one in rounds)[_ROUNDS // 2] for name in rounds[0]}
    slowest = max(means, key=lambda name: means[name])
    times = [one[slowest] for one in rounds]
    yield figures.absolute(f"the slowest view on screen ({slowest})", "ms", times, _TARGET)


def _opened(window: MeasuredWindow, network_id: str) -> "NetworkPage":
    from PySide6.QtCore import QThreadPool

    from collabkit.ui.network.page import NetworkPage

    window.program.window.navigator.go("network", network_id=network_id)
    window.settle()
    QThreadPool.globalInstance().waitForDone()
    window.settle()
    return window.program.window.findChildren(NetworkPage)[0]


def _looks(window: MeasuredWindow, page: "NetworkPage") -> Iterator[tuple[str, float]]:
    from collabkit.ui.network.state import View

    views = page.choosing.view_chosen
    for view in (View.OVERVIEW, View.BARRIERS, View.MATCHES):
        views.emit(View.ITSELF)
        window.settle()
        start = time.process_time()
        views.emit(view)
        _draw(window)
        yield view.value, (time.process_time() - start) * 1e3
    for place in range(page.choosing.pack.list.count()):
        pack_id = page.choosing.pack.list.itemData(place)
        views.emit(View.ITSELF)
        page.choosing.pack_chosen.emit(pack_id)
        window.settle()
        start = time.process_time()
        views.emit(View.PACK)
        _draw(window)
        yield pack_id, (time.process_time() - start) * 1e3


def _draw(window: MeasuredWindow) -> None:
    window.settle()
    window.program.window.repaint()
    window.settle()
