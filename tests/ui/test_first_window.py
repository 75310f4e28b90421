"""A second start is heard by the window that is open; whatever else comes is not."""

import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from collabkit.ui.first_window.asking import ask_first_window
from collabkit.ui.first_window.listening import FirstWindow
from collabkit.ui.first_window.meeting_point import may_be_met, meeting_point
from collabkit.ui.first_window.message import ANSWER, MOST_BYTES, MOST_FILES, Message, read, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket itself")

GARBAGE = [
    b"\n",
    b"GET / HTTP/1.1\r\n",
    b"[]\n",
    b"{}\n",
    b'{"collabkit": 2, "files": [], "token": ""}\n',
    b'{"collabkit": 1, "files": ["relative"], "token": ""}\n',
    b'{"collabkit": 1, "files": ["/a\\u0000b"], "token": ""}\n',
    b'{"collabkit": 1, "files": "/a", "token": ""}\n',
    b'{"collabkit": 1, "files": [7], "token": ""}\n',
    b'{"collabkit": 1, "files": [], "token": 7}\n',
    b'{"collabkit": 1, "files": [], "token": "", "more": 1}\n',
    b'{"collabkit": 1, "files": [' + b",".join([b'"/a"'] * (MOST_FILES + 1)) + b'], "token": ""}\n',
    b"[" * 30_000 + b"\n",
    b"\xff\xfe\n",
    b"x" * (MOST_BYTES + 1) + b"\n",
]


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstWindow]:
    (runtime := tmp_path / "r").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    if not meeting_point(tmp_path):
        monkeypatch.delenv("XDG_RUNTIME_DIR")  # the path of the tests is longer than a socket's
    first = FirstWindow(tmp_path)
    assert first.listen()
    yield first
    first.close()


def said_to(point: str, *parts: bytes) -> socket.socket:
    """Connect as any program could, and say ``parts``."""
    guest = socket.socket(socket.AF_UNIX)
    guest.connect(point)
    for part in parts:
        try:
            guest.sendall(part)
        except OSError:  # whoever talks too long is hung up on
            break
    guest.settimeout(0.05)
    return guest


def heard_by(guest: socket.socket, qtbot: QtBot) -> bytes:
    """Return all that the guest is answered until the other side hangs up."""
    answer = b""
    for _round in range(60):
        qtbot.wait(10)
        try:
            part = guest.recv(100)
        except TimeoutError:
            continue
        except ConnectionResetError:
            return answer
        if not part:
            return answer
        answer += part
    raise AssertionError("the line was left open")


def test_a_second_start_is_heard_and_answered(
    first: FirstWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Files and what the desktop gave come along."""
    message = Message((tmp_path / "é 日本\n.pdf",), "token")
    with qtbot.waitSignal(first.asked) as heard:
        guest = said_to(meeting_point(tmp_path), written(message))
    assert heard.args == [message]
    assert heard_by(guest, qtbot) == ANSWER
    guest.close()


def test_a_message_may_come_in_pieces(first: FirstWindow, tmp_path: Path, qtbot: QtBot) -> None:
    line = written(Message((tmp_path / "a.pdf",)))
    guest = said_to(meeting_point(tmp_path), line[:9])
    qtbot.wait(30)
    with qtbot.waitSignal(first.asked):
        guest.sendall(line[9:])
    guest.close()


def test_garbage_is_hung_up_on(first: FirstWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Nothing of it reaches the window, and the next who asks properly is heard."""
    heard: list[object] = []
    first.asked.connect(heard.append)
    for garbage in GARBAGE:
        guest = said_to(meeting_point(tmp_path), garbage)
        assert heard_by(guest, qtbot) == b""
        guest.close()
    assert heard == []
    guest = said_to(meeting_point(tmp_path), written(Message()))
    assert heard_by(guest, qtbot) == ANSWER
    guest.close()


def test_only_the_same_user_can_connect(first: FirstWindow, tmp_path: Path) -> None:
    assert stat.S_IMODE(Path(meeting_point(tmp_path)).stat().st_mode) & 0o077 == 0


def test_what_a_killed_window_left_behind_is_taken_over(
    first: FirstWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """kill -9 leaves the socket's name; nobody waits for it, and the next window listens there."""
    first.close()
    point = meeting_point(tmp_path)
    left = socket.socket(socket.AF_UNIX)
    left.bind(point)
    left.close()
    assert may_be_met(point)
    assert not ask_first_window(tmp_path)
    again = FirstWindow(tmp_path)
    assert again.listen()
    with qtbot.waitSignal(again.asked):
        said_to(point, written(Message())).close()
    again.close()


def test_a_window_that_does_not_answer_is_not_waited_for_long(
    first: FirstWindow, tmp_path: Path
) -> None:
    """Here nobody turns the loop of the first; the second gives up and says so."""
    assert not ask_first_window(tmp_path, patience=100)


def test_where_nothing_waits_nothing_is_asked(tmp_path: Path) -> None:
    assert not ask_first_window(tmp_path / "not there")
    assert not ask_first_window(tmp_path)


def test_a_link_leads_to_the_same_window(tmp_path: Path) -> None:
    (folder := tmp_path / "data").mkdir()
    (link := tmp_path / "link").symlink_to(folder)
    assert meeting_point(link) == meeting_point(folder) != meeting_point(tmp_path)


def test_a_plain_file_is_not_taken_for_a_window(tmp_path: Path) -> None:
    (path := tmp_path / "collabkit.socket").write_text("")
    assert not may_be_met(str(path))
    assert not may_be_met(str(tmp_path / "none"))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """Also names that are no text, and no more files than a line can hold."""
    odd = Path(os.fsdecode(b"/tmp/\xff \xc3\xa9\n'\"#?%20"))
    assert read(written(Message((odd,), "t"))) == Message((odd,), "t")
    many = tuple(Path(f"/{'x' * 2_000}{number}") for number in range(200))
    found = read(written(Message(many)))
    assert found is not None
    assert found.files == many[: len(found.files)] != ()
