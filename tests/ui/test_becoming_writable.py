"""A disk that could only be read when the program was started, and takes something again."""

import os
from pathlib import Path

import pytest
from house import TODAY
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.ui.opening import becoming_writable
from collabkit.ui.opening.in_the_way import InTheWay
from collabkit.ui.widgets.notice import Notice

pytestmark = [
    pytest.mark.usefixtures("theme", "no_windows_left"),
    pytest.mark.skipif(os.name == "nt", reason="asks as POSIX does"),
]


def test_it_goes_on_by_itself_once_the_switch_is_slid(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a stick is plugged in; nobody has to press “Try again”."""
    monkeypatch.setattr(becoming_writable, "_LOOKS_EVERY", 20)
    usual = os.statvfs(tmp_path)
    flags = [*usual[:8], usual.f_flag | os.ST_RDONLY, usual.f_namemax]
    asked: list[int] = []

    def statvfs(_path: object) -> os.statvfs_result:
        asked.append(flags[8])
        return os.statvfs_result(flags)

    monkeypatch.setattr(os, "statvfs", statvfs)
    notice = Notice()
    part = InTheWay(DataFolder(tmp_path), lambda: TODAY, notice)
    for widget in (notice, part):
        qtbot.addWidget(widget)
    tried: list[bool] = []
    part.again_requested.connect(lambda: tried.append(True))
    part.show_problem("The disk can only be read.", may_be_read=True)
    qtbot.waitUntil(lambda: len(asked) > 2, timeout=10_000)
    assert tried == []
    flags[8] = usual.f_flag
    qtbot.waitUntil(lambda: tried == [True], timeout=10_000)
