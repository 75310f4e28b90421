"""What a group answered, written statement by statement as in the worked examples."""

from collections.abc import Mapping


def people(answers: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return a sheet for each person; the first code of every statement is the first person's."""
    sheets: dict[str, dict[str, str]] = {}
    for item_id, codes in answers.items():
        for number, code in enumerate(codes.split(), start=1):
            sheets.setdefault(f"Person {number}", {})[item_id] = code
    return sheets
