"""Whichever call fails, and with whatever error: nothing is lost, and a sentence says what it was.

The old file stays or the new one is there whole, and the same again succeeds when the disk is well.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Tally
from tiers import TIER, Part

ROW = "a fault at every Nth call"
PROGRAM = Path(__file__).with_name("faulty_work.py")
SOURCE = Path(__file__).with_name("every_fault.c")
ALL = 1_000_000


@pytest.fixture(scope="session")
def library(compiler: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail."""
    made = tmp_path_factory.mktemp("library") / "every_fault.so"
    subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"], check=True
    )
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="needs LD_PRELOAD")
@pytest.mark.parametrize("part", TIER.parts(change=2, nightly=8), ids=str)
def test_a_fault_loses_nothing(
    part: Part, library: Path, memory_path: Path, seed: str, tally: Tally
) -> None:
    """EIO, ENOSPC, EROFS, EACCES and EMFILE, once and to stay, in six pieces of work."""
    most = TIER.count(share=40, change=320, nightly=ALL)
    with tally(ROW) as count:
        child = subprocess.run(
            [
                sys.executable, str(PROGRAM), str(memory_path), str(part.index), str(part.of),
                str(most), seed,
            ],
            env=os.environ | {"LD_PRELOAD": str(library)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        wrong = []
        for told in map(json.loads, child.stdout.splitlines()):
            count.tried()
            count.note("faults that were told", bool(told.get("told")))
            count.note("new starts", told.get("new starts", 0))
            if told["wrong"] or not told["fired"]:
                wrong.append(told)
            else:
                count.survived()
        assert child.returncode == 0, child.stderr
        print(json.dumps(wrong, indent=1))
        assert [told["case"] for told in wrong] == []
