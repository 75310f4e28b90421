"""Check a bill of materials against the CycloneDX schema, with a library that did not write it."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion  # type: ignore[import-not-found]
from cyclonedx.validation.json import JsonStrictValidator  # type: ignore[import-not-found]

fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(
    Path(sys.argv[1]).read_text(encoding="utf-8")
)
if fault is not None:
    sys.exit(f"{sys.argv[1]} does not fit the schema of CycloneDX 1.6: {fault}")
print(f"{sys.argv[1]} fits the schema of CycloneDX 1.6")
