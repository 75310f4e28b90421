"""The real poppler and qpdf, run on a file of ours."""

import shutil
import subprocess
from pathlib import Path

import pytest


def run_tool(folder: Path, data: bytes, *command: str, after: tuple[str, ...] = ()) -> str:
    """Return what a program says about a PDF; skip the test where it is not installed."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed on this machine")
    path = folder / "plan.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        [*command, str(path), *after], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout
