"""Makers of files and people that the ordinary tests have, for the tests in this folder.

Importing this puts the folders of those tests behind everything else on Python's path. Their
modules have names of their own, so nothing is hidden by it.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).absolute().parent.parent
ROOT = TESTS.parent

for _folder in (
    "exchange",
    "assessments/packs",
    "reports",
    "services",
    "storage",
    "journeys",
    "ui",
    "room",
):
    if str(TESTS / _folder) not in sys.path:
        sys.path.append(str(TESTS / _folder))
