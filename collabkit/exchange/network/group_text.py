"""What one group sends to its network, written out: see ``group_file`` for what stands where."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from collabkit.exchange.network.group_file import VERSION, GroupFile
from collabkit.i18n import _
from collabkit.network.group import Answers, Group, Row, Table

_LINE = 96  # characters; what is longer is written on several lines


def group_text(group: Group) -> str:
    """Return what stands in the file."""
    contact = group.contact
    told = {
        "collabkit": GroupFile.word,
        "version": VERSION,
        "about": _about(),
        "key": group.key,
        "made": _month(group.made),
        "size": group.size,
        "run_by": group.run_by,
        "contact": {"name": contact.name, "details": contact.details} if contact else None,
        "questionnaires": [_questionnaire(answers) for answers in group.answers],
    }
    return _written(told, 0) + "\n"


def group_bytes(group: Group) -> bytes:
    """Return the bytes of the file."""
    return group_text(group).encode()


def _about() -> list[str]:
    return [
        _("This file was made for a network. It holds what you see here and nothing else."),
        _(
            "There are no names, notes or remarks in it, and no day. If “contact” is not null, "
            "somebody wanted that name and those details to be passed on."
        ),
        _(
            "Each row is a statement: how many chose a level, how many chose each level, then each "
            "way out (dk is “don't know”, na “does not apply”). null is hidden: too few answered."
        ),
    ]


def _questionnaire(answers: Answers) -> dict[str, Any]:
    agreed = answers.agreed
    return {
        "id": answers.pack_id,
        "version": answers.pack_version,
        "digest": answers.digest,
        "one_answer_of": answers.unit,
        "held": _month(answers.held),
        "selection": answers.selection,
        "minimum": answers.minimum,
        "people": answers.people,
        "tables": [
            {
                "levels": list(table.head.levels),
                "ways_out": list(table.head.ways_out),
                "rows": {row.statement: _numbers(row, table) for row in table.rows()},
            }
            for table in answers.tables
        ],
        "themes": {
            code: None if score is None else str(Decimal(score).scaleb(-1))
            for code, score in zip(answers.themes, answers.scores, strict=True)
        },
        "agreed": {
            "needs": list(agreed.needs),
            "steps": list(agreed.steps),
        }
        if agreed
        else None,
        "may_be_named": list(answers.may_be_named),
    }


def _numbers(row: Row, table: Table) -> list[int | None]:
    head = table.head
    return [
        row.n,
        *(row.levels or [None] * len(head.levels)),
        *([None] * len(head.ways_out) if row.ways_out is None else row.ways_out),
    ]


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _written(told: Any, depth: int) -> str:
    """Return JSON in which every piece without further pieces stands on one line, if it fits."""
    if not isinstance(told, dict | list):
        return json.dumps(told, ensure_ascii=False)
    parts = list(told.values()) if isinstance(told, dict) else told
    if not any(isinstance(part, dict | list) for part in parts):
        plain = json.dumps(told, ensure_ascii=False)
        if len(plain) + depth <= _LINE:
            return plain
    inner, end = "\n" + " " * (depth + 1), "\n" + " " * depth
    written = [_written(part, depth + 1) for part in parts]
    if isinstance(told, dict):
        named = (f"{json.dumps(key)}: {part}" for key, part in zip(told, written, strict=True))
        return "{" + inner + f",{inner}".join(named) + end + "}"
    return "[" + inner + f",{inner}".join(written) + end + "]"
