"""Answered assessments for the tests of outcomes, tallied and measured as in the program."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.pack import FormKind, Pack, Respondent
from collabkit.assessments.tally import tally_all

TODAY = date(2026, 11, 22)
_UNCOUNTED = (FormKind.LINE, FormKind.NOTES, FormKind.DATE)


def answered(
    pack: Pack,
    sheets: Mapping[str, Mapping[str, str]],
    *,
    minimum: int = 1,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    speaks_for: Mapping[str, str] | None = None,
    speaks_about: Mapping[str, str] | None = None,
    **other: Any,
) -> Answered:
    """Return ``pack`` as it was answered on ``sheets``: answer codes by statement, by name.

    ``notes`` are what was written, ``speaks_for`` and ``speaks_about`` ids of parties, all by the
    name of a sheet. ``other``, such as ``parties`` or ``settled``, goes into ``Answered`` as it is.
    """
    asked = other.pop("asked", tuple(item.id for item in pack.items))
    forms = {item.id: pack.form_of(item).kind for item in pack.items}
    tallies = tally_all(
        pack,
        [
            (item_id, code)
            for answers in sheets.values()
            for item_id, code in answers.items()
            if forms[item_id] not in _UNCOUNTED
        ],
    )
    results = measure(
        pack,
        tallies,
        asked=asked,
        minimum=minimum,
        respondents=len(sheets),
        selection=Selection.ALL,
    )
    return Answered(
        pack=pack,
        asked=asked,
        minimum=minimum,
        results=results,
        today=other.pop("today", TODAY),
        sheets=tuple(
            Sheet(
                id=name,
                name=name,
                role=Respondent.TRUSTEE,
                answers=answers,
                notes=(notes or {}).get(name, {}),
                party=(speaks_for or {}).get(name),
                about=(speaks_about or {}).get(name),
            )
            for name, answers in sheets.items()
        ),
        **other,
    )
