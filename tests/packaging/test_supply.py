"""The parts by others: locked by hash, listed without an address, and asked after honestly."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
LOCKS = ["requirements.lock", "requirements-dev.lock", "scripts/supply.lock"]
VALIDATOR = ROOT / "build/supply" / ("Scripts" if os.name == "nt" else "bin") / "python"
_ADDRESS = re.compile(r"https?:|file:|git\+|\w@|index-url|find-links|trusted-host")


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    return import_module(name)


def write_bill(target: Path, seed: str) -> bytes:
    """Let the script write a bill in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    words = [sys.executable, str(SCRIPTS / "sbom.py"), str(target)]
    subprocess.run(words, check=True, capture_output=True, env=environment)
    return target.read_bytes()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bill of what is locked now."""
    target = tmp_path_factory.mktemp("bill") / "sbom.cdx.json"
    write_bill(target, "1")
    return target


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_a_version_with_hashes(name: str) -> None:
    """Nothing can be installed that was not seen when it was locked."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    entry = re.compile(
        r"[a-z0-9-]+(\[[a-z,-]+\])?==[\w.+]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+ *"
    )
    assert len(lines) > 20
    assert [line[:60] for line in lines if not entry.fullmatch(line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_place_in_the_network(name: str) -> None:
    """Where packages come from is for each machine to say."""
    assert not _ADDRESS.search((ROOT / name).read_text(encoding="utf-8"))


def test_what_the_program_runs_with_is_locked_the_same_for_the_tests() -> None:
    """What was tested is what runs."""
    run, dev = (
        set(re.findall(r"^([a-z0-9-]+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in LOCKS[:2]
    )
    assert run - dev == set()


def test_the_bill_lists_everything_in_the_lock_with_hash_and_licence(written: Path) -> None:
    """Each package once, with a package URL; a tool for building is told from what runs."""
    bill: dict[str, Any] = json.loads(written.read_bytes())
    libraries = {c["name"]: c for c in bill["components"] if c["type"] == "library"}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.M))
    assert {name: c["version"] for name, c in libraries.items()} == pins
    assert all(c["purl"] == f"pkg:pypi/{n}@{c['version']}" for n, c in libraries.items())
    assert all(c["hashes"] and c["licenses"][0]["expression"] for c in bill["components"])
    assert sum(len(c["hashes"]) for c in libraries.values()) == lock.count("--hash=")
    assert libraries["sqlalchemy"]["scope"] == libraries["sqlcipher3"]["scope"] == "required"
    assert libraries["typing-extensions"]["scope"] == "required"  # because SQLAlchemy needs it
    assert libraries["hatchling"]["scope"] == libraries["pathspec"]["scope"] == "excluded"


def test_the_bill_has_no_address_and_no_time(written: Path) -> None:
    """Neither of a registry nor of this machine."""
    text = written.read_text(encoding="utf-8")
    assert "://" not in text
    assert "timestamp" not in text
    assert str(ROOT) not in text


def test_two_runs_write_the_same_bytes(written: Path, tmp_path: Path) -> None:
    """Whatever order Python keeps its sets in."""
    assert write_bill(tmp_path / "again.json", "2") == written.read_bytes()


def test_the_dependencies_name_only_what_is_listed(written: Path) -> None:
    """Every arrow has two ends."""
    bill = json.loads(written.read_bytes())
    known = {c["bom-ref"] for c in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    named = {ref for d in bill["dependencies"] for ref in (d["ref"], *d["dependsOn"])}
    assert len(known) == len(bill["components"]) + 1
    assert named <= known


@pytest.mark.skipif(
    not VALIDATOR.exists(), reason="“make sbom” installs the program that checks it"
)
def test_another_library_finds_that_the_bill_fits_the_schema(written: Path, tmp_path: Path) -> None:
    """And it finds a bill that does not fit, too."""
    words = [str(VALIDATOR), str(SCRIPTS / "check_sbom.py")]
    done = subprocess.run([*words, str(written)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wrong = tmp_path / "wrong.json"
    wrong.write_text(written.read_text(encoding="utf-8").replace('"SHA-256"', '"SHA-255"', 1))
    assert subprocess.run([*words, str(wrong)], capture_output=True, check=False).returncode == 1


def answer(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": list(packages), "fixes": []})


SOUND = {"name": "sound", "version": "1", "vulns": []}
UNKNOWN = {"name": "unknown", "skip_reason": "not found"}
FAULTY = {"name": "faulty", "version": "2", "vulns": [{"id": "X-1", "fix_versions": ["3"]}]}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ("", 0, "NOT CHECKED: the database of known faults could not be reached"),
        ("<html>", 0, "NOT CHECKED"),
        (answer(UNKNOWN), 0, "NOT CHECKED: the database that was reached knows none"),
        (answer(SOUND), 0, "1 of 1 packages were looked up; known faults: 0"),
        (answer(SOUND, UNKNOWN), 0, "NOT CHECKED: unknown"),
        (answer(SOUND, FAULTY), 1, "faulty 2: X-1, mended in 3"),
    ],
)
def test_an_audit_fails_on_a_real_finding_alone_and_never_says_more_than_it_knows(
    said: str, status: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silence of the database is not soundness, and not a failure either."""
    ended, lines = script("audit", monkeypatch).verdict(said)
    assert ended == status
    assert words in "\n".join(lines)
