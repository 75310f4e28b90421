"""The shape of a whole pack: every table that it may have, with every key and what stands there.

The reader says what is wrong with a table; this says what a table may hold, for whoever writes
packs in another way: as a spreadsheet, or as a JSON Schema. A test proves that the reader asks for
exactly these keys.
"""

from collections.abc import Mapping

from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import (
    ActionKind,
    Effort,
    FormKind,
    OftenNot,
    OutcomeKind,
    Respondent,
    Suits,
)
from collabkit.assessments.packs.forms import MOST_FORMS, MOST_OPTIONS
from collabkit.assessments.packs.items import MOST_ACTIONS, MOST_ITEMS, MOST_SECTIONS, Holding
from collabkit.assessments.packs.keys import (
    Part,
    Vocabulary,
    group,
    groups,
    ident,
    name_of,
    names_of,
    number,
    text,
    texts,
    truth,
    whole,
    word,
    words,
)
from collabkit.assessments.packs.reader import FORMAT, MOST_HINTS, MOST_MINUTES, MOST_SOURCES
from collabkit.assessments.packs.vocabulary import MARKS, SETTINGS

_OPTION: Vocabulary = {"code": ident, "name": text, "value": number.or_without()}
_WAY_OUT: Vocabulary = {"code": ident, "name": text}
_FORM: Vocabulary = {
    "id": ident,
    "kind": word(FormKind),
    "prompt": text,
    "options": groups(_OPTION, named_by="code", most=MOST_OPTIONS).or_without(),
    "ways_out": groups(_WAY_OUT, named_by="code", most=MOST_OPTIONS).or_without(),
}
_SOURCE: Vocabulary = {
    "key": text,
    "title": text,
    "authors": text.or_without(),
    "publisher": text.or_without(),
    "year": whole(1500, 2200).or_without(),
}
_WORDING: Vocabulary = {
    "title": text.or_without(),
    "statement": text.or_without(),
    "from": text.or_without(),
    "to": text.or_without(),
    "levels": texts.or_without(),
    "help": text.or_without(),
    "why": text.or_without(),
    "evidence": text.or_without(),
    "not_applicable_when": text.or_without(),
}
_EXPECTED: Vocabulary = {
    "size": word(IncomeBand),
    "low": name_of(Part.ANSWER),
    "high": name_of(Part.ANSWER),
    "items": names_of(Part.ITEM).or_without(),
    "sections": names_of(Part.SECTION).or_without(),
}
_OFTEN_NOT: Vocabulary = {"who": words(OftenNot), "items": names_of(Part.ITEM)}


def shape_of(kind: OutcomeKind) -> Vocabulary:
    """Return all keys of a pack with the outcome ``kind``, in the order in which to write them."""
    return {
        "format": whole(FORMAT, FORMAT),
        "id": ident,
        "version": ident,
        "title": text,
        "question": text,
        "purpose": text,
        "when": text.or_without(),
        "answered_by": text,
        "period": text,
        "status": text,
        "parts_called": texts.or_without(),
        "minutes": group(
            {"full": whole(1, MOST_MINUTES), "short": whole(1, MOST_MINUTES).or_without()}
        ),
        "outcome": group({"kind": word(OutcomeKind), **SETTINGS[kind]}),
        "form": groups(_FORM, named_by="id", most=MOST_FORMS),
        "source": groups(_SOURCE, named_by="key", most=MOST_SOURCES),
        "expected": groups(_EXPECTED, most=MOST_HINTS).or_without(),
        "often_not_applicable": groups(_OFTEN_NOT, most=MOST_HINTS).or_without(),
        "section": groups(_section(kind), named_by="code", most=MOST_SECTIONS),
    }


def _section(kind: OutcomeKind) -> Vocabulary:
    return {
        "code": ident,
        "name": text,
        "question": text.or_without(),
        "covers": text.or_without(),
        "item": groups(_item(kind), named_by="id", most=MOST_ITEMS),
    }


def _item(kind: OutcomeKind) -> Vocabulary:
    return {
        "id": ident,
        "core": truth.or_without(),
        "title": text.or_without(),
        "statement": text.or_without(),  # a pair of a from-to form may do without
        "from": text.or_without(),
        "to": text.or_without(),
        "form": name_of(Part.FORM),
        "levels": texts.or_without(),
        "help": text.or_without(),
        "why": text.or_without(),
        "evidence": text.or_without(),
        "ask": words(Respondent).or_without(),
        "partner_wording": text.or_without(),
        "not_applicable_when": text.or_without(),
        "sources": texts.or_without(),
        "terms": texts.or_without(),
        "marks": group(MARKS[kind]).or_without(),
        "volunteer_run": group(_WORDING).or_without(),
        "action": groups(_action(kind), named_by="id", most=MOST_ACTIONS).or_without(),
    }


def _action(kind: OutcomeKind) -> Vocabulary:
    meant_for: Vocabulary = {"when": word(Holding)} if kind is OutcomeKind.HOLDINGS else {}
    return {
        "id": ident,
        **meant_for,
        "kind": word(ActionKind),
        "effort": word(Effort),
        "suits": word(Suits),
        "text": text,
        "volunteer_run": text.or_without(),
    }


SHAPES: Mapping[OutcomeKind, Vocabulary] = {kind: shape_of(kind) for kind in OutcomeKind}
