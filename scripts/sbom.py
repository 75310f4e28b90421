"""Write which parts by others collabkit runs with, as a CycloneDX 1.6 bill of materials.

    python scripts/sbom.py FILE

Names, versions and hashes come from requirements.lock, licences and who needs whom from what is
installed. The same lock gives the same bytes: no times, no random numbers, no addresses. Written
by hand because it is one page of JSON; a library that is not ours checks it (scripts/supply.sh).
"""

import hashlib
import json
import re
import sys
import tomllib
import uuid
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import collabkit

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
_PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# Where a package does not name its licence by an SPDX expression; read in its own licence file.
_LICENCES = {
    "editables": "MIT",
    "jinja2": "BSD-3-Clause",
    "pathspec": "MPL-2.0",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "trove-classifiers": "Apache-2.0",
}
_TYPEFACE = "OFL-1.1"


def bill() -> dict[str, Any]:
    """Return the whole bill."""
    pins = _pins()
    needs = {name: _needs(name, set(pins)) for name in pins}
    own = _own_needs()
    running = _all_needed(own & set(pins), needs)
    components = [_component(name, *pins[name], is_run=name in running) for name in sorted(pins)]
    components += [_typeface(path) for path in sorted((ROOT / "resources/fonts").glob("*.ttf"))]
    ours = f"collabkit@{collabkit.__version__}"
    refs = {name: _purl(name, pins[name][0]) for name in pins}
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ours,
                "name": "collabkit",
                "version": collabkit.__version__,
                "licenses": [{"expression": "MIT"}],
            },
            "properties": [
                {
                    "name": "collabkit:hashes",
                    "value": "Of each package, every file that the lock lets be installed.",
                }
            ],
        },
        "components": components,
        "dependencies": [
            {"ref": ours, "dependsOn": sorted(refs[name] for name in own & set(pins))},
            *(
                {"ref": refs[name], "dependsOn": sorted(refs[other] for other in needs[name])}
                for name in sorted(pins)
            ),
        ],
    }
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    made["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}"
    return made


def _pins() -> dict[str, tuple[str, list[str]]]:
    text = LOCK.read_text(encoding="utf-8")
    return {name: (version, _HASH.findall(rest)) for name, version, rest in _PIN.findall(text)}


def _component(name: str, version: str, hashes: list[str], *, is_run: bool) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _purl(name, version),
        "name": name,
        "version": version,
        "scope": "required" if is_run else "excluded",  # what only building a package needs
        "hashes": [{"alg": "SHA-256", "content": value} for value in sorted(hashes)],
        "licenses": [{"expression": licence_of(name)}],
        "purl": _purl(name, version),
    }


def _typeface(path: Path) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": f"resources/fonts/{path.name}",
        "name": path.name,
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
        "licenses": [{"expression": _TYPEFACE}],
    }


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def licence_of(name: str) -> str:
    """Return the SPDX expression of a package's licence."""
    if name in _LICENCES:
        return _LICENCES[name]
    about = metadata(name).json
    said = about.get("license_expression") or about.get("license")
    if not said:
        raise SystemExit(f"{name} does not say its licence; please add it to {__file__}")
    return str(said)


def _needs(name: str, among: set[str]) -> set[str]:
    """Return what a package needs of those in the lock, on whatever computer."""
    try:
        lines = requires(name) or []
    except PackageNotFoundError:  # not for this computer
        return set()
    wanted = (Requirement(line) for line in lines)
    return {
        canonicalize_name(one.name)
        for one in wanted
        if not (one.marker and "extra" in str(one.marker)) and canonicalize_name(one.name) in among
    }


def _own_needs() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"].get("lock", [])]
    return {str(canonicalize_name(Requirement(line).name)) for line in lines}


def _all_needed(names: set[str], needs: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(needs[name])
    return found


def main() -> None:
    """Write the bill to the file that the command line names."""
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    made = bill()
    text = json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    target.write_text(text, encoding="utf-8")
    print(f"{len(made['components'])} parts are listed in {target}")


if __name__ == "__main__":
    main()
