"""The shape of packs as a JSON Schema, for editors that complete and check while somebody types.

It is made from the same vocabulary as everything else. What it cannot say, such as that a name has
to be that of a statement, is found by ``collabkit packs check``.
"""

from collections.abc import Mapping
from typing import Any

from collabkit.assessments.pack import FormKind, OutcomeKind
from collabkit.assessments.packs.forms import FREE_KINDS, MEASURING_KINDS, WITHOUT_OPTIONS
from collabkit.assessments.packs.keys import Key, Kind, Vocabulary
from collabkit.assessments.packs.shape import SHAPES
from collabkit.assessments.packs.table import LONGEST_ID, LONGEST_TEXT
from collabkit.exchange.packs.meanings import meaning_at

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]


def pack_schema() -> _Schema:
    """Return the schema; a pack's outcome decides about its settings, marks and actions."""
    shared, further = _split({kind: _table(SHAPES[kind], ()) for kind in OutcomeKind})
    _add_rules_of_forms(shared["properties"]["form"]["items"])
    return {
        "$schema": _DIALECT,
        "title": "A questionnaire (pack) of collabkit",
        **shared,
        "allOf": [
            {
                "if": {"properties": {"outcome": {"properties": {"kind": {"const": str(kind)}}}}},
                "then": further[kind],
            }
            for kind in OutcomeKind
            if kind in further
        ],
    }


def _split(schemas: Mapping[OutcomeKind, _Schema]) -> tuple[Any, dict[OutcomeKind, _Schema]]:
    """Return what the schemas of all outcomes have in common, and what each says beyond that."""
    first, *others = schemas.values()
    if all(other == first for other in others):
        return first, {}
    further: dict[OutcomeKind, _Schema] = {kind: {} for kind in schemas}
    if all(schema["type"] == "array" for schema in schemas.values()):
        shared, inner = _split({kind: schema["items"] for kind, schema in schemas.items()})
        return {**first, "items": shared}, {kind: {"items": inner[kind]} for kind in inner}
    names = dict.fromkeys(name for schema in schemas.values() for name in schema["properties"])
    properties: _Schema = {}
    for name in names:
        having = {k: s["properties"][name] for k, s in schemas.items() if name in s["properties"]}
        if len(having) == len(schemas):
            properties[name], beyond = _split(having)
        else:  # only some outcomes know the key
            properties[name], beyond = True, {k: having.get(k, False) for k in schemas}
        for kind, schema in beyond.items():
            further[kind].setdefault("properties", {})[name] = schema
    required = [n for n in names if all(n in s.get("required", ()) for s in schemas.values())]
    for kind, schema in schemas.items():
        if more := [name for name in schema.get("required", ()) if name not in required]:
            further[kind]["required"] = more
    return {**first, "properties": properties, "required": required}, further


def _table(shape: Vocabulary, path: tuple[str, ...]) -> _Schema:
    properties = {name: _value(key, (*path, name)) for name, key in shape.items()}
    required = [name for name, key in shape.items() if key.required]
    schema: _Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _value(key: Key, path: tuple[str, ...]) -> _Schema:
    match key.kind:
        case Kind.GROUP:
            return _table(key.inner, path)
        case Kind.GROUPS:
            fewest = {"minItems": 1} if key.required else {}
            entries = _table(key.inner, path)
            return {"type": "array", **fewest, "maxItems": key.most, "items": entries}
        case Kind.TEXTS:
            return {"type": "array", "maxItems": key.most, "items": _TEXT, **_told(path)}
        case Kind.NAMES | Kind.WORDS:
            entry = {"enum": [str(word) for word in key.words]} if key.words else _TEXT
            least = {"minItems": 1} if key.kind is Kind.NAMES else {}
            return {"type": "array", **least, "maxItems": key.most, "items": entry, **_told(path)}
        case Kind.WORD:
            return {"enum": [str(word) for word in key.words], **_told(path)}
        case Kind.TRUTH:
            return {"type": "boolean", **_told(path)}
        case Kind.WHOLE:
            limits = {"minimum": key.lowest, "maximum": key.highest}
            return {"type": "integer", **limits, **_told(path)}
        case Kind.NUMBER:
            return {"type": "number", "minimum": -1000, "maximum": 1000, **_told(path)}
        case Kind.IDENT:
            pattern = "^[-.]*[A-Za-z0-9][-.A-Za-z0-9]*$"
            return {"type": "string", "pattern": pattern, "maxLength": LONGEST_ID, **_told(path)}
        case Kind.TEXT | Kind.NAME:
            return {**_TEXT, **_told(path)}


_TEXT: Mapping[str, Any] = {"type": "string", "pattern": "\\S", "maxLength": LONGEST_TEXT}


def _told(path: tuple[str, ...]) -> _Schema:
    meaning = meaning_at(path)
    return {"description": meaning} if meaning else {}


def _add_rules_of_forms(form: _Schema) -> None:
    """Say what answers a form needs, which its kind decides."""

    def for_kinds(kinds: list[FormKind], rule: _Schema) -> _Schema:
        names = [str(kind) for kind in kinds]
        return {"if": {"properties": {"kind": {"enum": names}}}, "then": rule}

    with_value = {"properties": {"options": {"items": {"required": ["value"]}}}}
    form["allOf"] = [
        for_kinds([k for k in FormKind if k not in FREE_KINDS], {"required": ["options"]}),
        for_kinds([k for k in FormKind if k in MEASURING_KINDS], with_value),
        for_kinds(
            [k for k in FormKind if k in WITHOUT_OPTIONS], {"properties": {"options": False}}
        ),
    ]
