"""Ask whether a fault is known in a part by others, and list these parts.

    python scripts/audit.py PIP_AUDIT

``PIP_AUDIT`` is that program. It asks a public database; without a network, or where the database
does not know the packages, this says so and ends well: only what was really found is a failure.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from sbom import LOCK, ROOT, bill

_PATIENCE = 300  # seconds


def verdict(answer: str) -> tuple[int, list[str]]:
    """Return exit status and lines to print for what pip-audit said as JSON, or for nothing."""
    try:
        asked = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return 0, ["NOT CHECKED: the database of known faults could not be reached."]
    known = [one for one in asked if "skip_reason" not in one]
    found = [
        f"{one['name']} {one['version']}: {fault['id']}, "
        f"mended in {', '.join(fault['fix_versions']) or 'no version yet'}"
        for one in known
        for fault in one["vulns"]
    ]
    lines = [f"{len(known)} of {len(asked)} packages were looked up; known faults: {len(found)}."]
    if not known:
        lines = ["NOT CHECKED: the database that was reached knows none of the packages."]
    elif len(known) < len(asked):
        lines += [f"NOT CHECKED: {one['name']}" for one in asked if "skip_reason" in one]
    return (1 if found else 0), lines + found


def ask(program: str) -> str:
    """Return what pip-audit answers about the lock; nothing if it cannot."""
    words = [program, "--disable-pip", "--require-hashes", "--requirement", str(LOCK)]
    try:
        done = subprocess.run(
            [*words, "--format", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _locked_on() -> str:
    words = ["git", "log", "-1", "--format=%cs", "--", LOCK.name]
    try:
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    except OSError:
        return "unknown"
    return done.stdout.strip() if re.fullmatch(r"[\d-]+\s*", done.stdout) else "unknown"


def main() -> int:
    """Print the parts, then what is known of them."""
    print(f"Locked on {_locked_on()}:")
    for part in bill()["components"]:
        (licence,) = part["licenses"]
        print(f"  {part['name']:38} {part.get('version', ''):14} {licence['expression']}")
    status, lines = verdict(ask(str(Path(sys.argv[1]))))
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main())
