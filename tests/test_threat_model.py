"""The page on threats names tests that exist, and says what is not protected."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "threat-model.md"
_TEST = re.compile(r"`(tests/[\w/.-]+)`")
# Everybody from whom something is to be protected, by a word of the heading.
FROM_WHOM = (
    *("colleague", "stick", "thief", "hostile file", "questionnaire", "network", "facilitator"),
    *("who counts", "own faults", "parts by others", "Malware"),
)
OPEN = (
    *("Your account", "screen", "passphrase", "have left", "E-mail", "SSD", "Memory and swap"),
    *("clipboard", "Malware", "no sandbox"),
)


def sections() -> dict[str, str]:
    """The text below each heading."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_test_that_is_named_exists() -> None:
    """A promise without its proof would only be a word."""
    named = set(_TEST.findall(PAGE.read_text(encoding="utf-8")))
    assert len(named) > 40
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_row_names_its_proof_or_says_that_nothing_helps() -> None:
    """Only where a row says that nothing stops it may the proof be missing."""
    for heading, text in sections().items():
        rows = [line for line in text.splitlines() if line.startswith("|")]
        for row in rows[2:]:
            proved = row.rstrip("| ").rsplit("|", 1)[-1]
            assert _TEST.search(proved) or "Nothing stops" in row, f"{heading}: {row}"


def test_everybody_is_there_from_whom_something_is_to_be_protected() -> None:
    """Each has a section of their own, and all but one have proofs in it."""
    found = sections()
    for word in FROM_WHOM:
        (heading,) = (name for name in found if word in name)
        assert word == "Malware" or _TEST.search(found[heading]), heading


def test_what_is_not_protected_is_said_plainly() -> None:
    """Each in a line of its own."""
    lines = sections()["What is not protected"]
    assert lines.count("\n- **") >= len(OPEN)
    assert [word for word in OPEN if word not in lines] == []


def test_the_page_on_security_leads_to_it() -> None:
    """Whoever looks for one finds the other."""
    assert "docs/threat-model.md" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
