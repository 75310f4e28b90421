"""The rooms of the house and who may know whom. Each test is one rule in a sentence."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import collabkit

PACKAGE = Path(collabkit.__file__).parent
LEAVES = {
    "errors", "i18n", "assets", "paths", "files", "settings", "logs", "dates", "typed_text",
    "cells", "passphrases", "crash_reports", "__init__",
}  # fmt: skip
# A room may import from itself, from the leaves and from the rooms named here.
MAY_KNOW = {
    "assessments": set(),
    "plans": {"assessments"},
    "library": {"assessments"},
    "network": {"assessments"},
    "room": {"plans", "library", "assessments"},
    "exchange": {"network", "room", "plans", "library", "assessments"},
    "reports": {"room", "plans", "library", "assessments"},
    "storage": {"plans", "library", "assessments"},
    "services": {
        "storage",
        "reports",
        "exchange",
        "network",
        "room",
        "plans",
        "library",
        "assessments",
    },
    "ui": {"services", "network", "room", "plans", "library", "assessments"},
    "cli": {"services", "network", "room", "plans", "library", "assessments", "start", "pictures"},
    "pictures": {"app"},
    "start": {"cli", "app", "ui"},
    "app": {"services", "ui", "storage", "plans", "library", "assessments"},
    "__main__": {"cli"},
}


def modules() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def users_of(*libraries: str) -> set[str]:
    return {
        room_of(path)
        for path in modules()
        if any(
            name == library or name.startswith(f"{library}.")
            for name in imports_of(path)
            for library in libraries
        )
    }


def test_every_room_knows_only_the_rooms_below_it() -> None:
    wrong = []
    for path in modules():
        room = room_of(path)
        allowed = LEAVES | {room} | MAY_KNOW.get(room, set())
        for name in imports_of(path):
            parts = name.split(".")
            if parts[0] == "collabkit" and len(parts) > 1 and parts[1] not in allowed:
                is_attribute_of_package = not any(
                    (PACKAGE / f"{parts[1]}{ending}").exists() for ending in ("", ".py")
                )
                if not is_attribute_of_package:
                    wrong.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert wrong == []


def test_every_file_belongs_to_a_known_room() -> None:
    assert {room_of(path) for path in modules()} <= LEAVES | set(MAY_KNOW)


def test_only_the_window_knows_qt() -> None:
    assert users_of("PySide6", "shiboken6") <= {"ui", "app", "pictures"}


def test_only_the_storage_knows_sql() -> None:
    assert users_of("sqlalchemy", "alembic", "sqlite3") == {"storage"}


def test_only_the_reports_know_reportlab() -> None:
    assert users_of("reportlab") == {"reports"}


def test_nothing_opens_a_network_connection() -> None:
    network = {"http", "urllib.request", "ftplib", "smtplib", "requests", "ssl", "asyncio"}
    assert users_of(*network) == set()
    # The one socket asks the display server on this machine whether it is there.
    assert users_of("socket") == {"cli"}


def test_qts_sockets_only_let_two_starts_find_each_other() -> None:
    """Local ones, which do not reach beyond this machine; see ``ui/first_window``."""
    users = {
        (path.relative_to(PACKAGE).parts[:-1], name)
        for path in modules()
        for name in imports_of(path)
        if name.startswith("PySide6.QtNetwork.")
    }
    assert {room for room, _name in users} == {("ui", "first_window")}
    known = {"QLocalServer", "QLocalSocket"}
    assert {name.rpartition(".")[2] for _room, name in users} == known


def test_screens_never_compute_a_score() -> None:
    wrong = [
        str(path.relative_to(PACKAGE))
        for path in (PACKAGE / "ui").rglob("*.py")
        for name in imports_of(path)
        if name.startswith(("collabkit.assessments.measure", "collabkit.assessments.findings"))
    ]
    assert wrong == []


def test_no_module_is_called_by_a_word_that_says_nothing() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [p for p in modules() if p.stem in empty_words] == []


def test_no_file_is_long() -> None:
    """Small files: nine in ten under 290 lines, none over 420."""
    lengths = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in modules())
    assert lengths[int(len(lengths) * 0.9)] < 290
    assert lengths[-1] <= 420


def test_the_core_loads_without_any_heavy_library() -> None:
    """The packs, the measurement and the plans need neither Qt nor SQL nor ReportLab."""
    code = (
        "import sys, pkgutil, importlib\n"
        "import collabkit.assessments, collabkit.plans, collabkit.library\n"
        "for p in (collabkit.assessments, collabkit.plans, collabkit.library):\n"
        "    for m in pkgutil.walk_packages(p.__path__, p.__name__ + '.'):\n"
        "        importlib.import_module(m.name)\n"
        "print([m for m in ('PySide6', 'sqlalchemy', 'alembic', 'reportlab', 'sqlite3')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
