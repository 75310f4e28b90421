"""Read the answer forms of a pack."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from collabkit.assessments.pack import (
    DONT_KNOW,
    NOT_APPLICABLE,
    AnswerForm,
    FormKind,
    Option,
)
from collabkit.assessments.packs.table import Table
from collabkit.i18n import _

MOST_FORMS = 20
MOST_OPTIONS = 10
FREE_KINDS = frozenset({FormKind.NOTES, FormKind.LINE, FormKind.DATE})  # need no answers to choose
WITHOUT_OPTIONS = frozenset({FormKind.LINE, FormKind.DATE})
MEASURING_KINDS = frozenset(
    {FormKind.DESCRIBED, FormKind.SCALE, FormKind.FROM_TO, FormKind.COMPARE}
)


def read_forms(top: Table) -> tuple[tuple[AnswerForm, ...], frozenset[str]]:
    """Return the answer forms, and the ids of all, with those left out for an unknown kind."""
    forms = []
    ids = set()
    title = _("form {name}")
    for table in top.tables("form", named_by="id", title=title, most=MOST_FORMS):
        form_id = table.ident("id")
        kind = table.choice("kind", FormKind)
        prompt = table.text("prompt")
        options = tuple(_options(table, "options", required=kind not in FREE_KINDS))
        ways_out = tuple(_options(table, "ways_out", required=False))
        table.refuse_unknown()
        ids.add(form_id)
        _check_codes(table, options, ways_out)
        if kind is not None:
            _check_values(table, kind, options)
            forms.append(AnswerForm(form_id, kind, prompt, options, ways_out))
    return tuple(forms), frozenset(ids)


def _options(form: Table, key: str, *, required: bool) -> Iterator[Option]:
    tables = form.tables(
        key,
        named_by="code",
        title=_("answer {name}"),
        most=MOST_OPTIONS,
        required=required,
        names_repeat=True,
    )
    for table in tables:
        code = table.ident("code")
        name = table.text("name")
        value = table.number("value", required=False) if key == "options" else None
        table.refuse_unknown()
        yield Option(code, name, value)


def _check_codes(form: Table, options: tuple[Option, ...], ways_out: tuple[Option, ...]) -> None:
    seen: set[str] = set()
    for option in (*options, *ways_out):
        if option.code and option.code in seen:
            form.fault(_('code "{code}" is used twice.').format(code=option.code), "options")
        seen.add(option.code)
    for option in options:
        if option.code in (DONT_KNOW, NOT_APPLICABLE):
            form.fault(
                _('code "{code}" belongs among "ways_out".').format(code=option.code), "options"
            )


def _check_values(form: Table, kind: FormKind, options: tuple[Option, ...]) -> None:
    values = [option.value for option in options if option.value is not None]
    if kind in MEASURING_KINDS and len(values) < len(options):
        form.fault(
            _('every answer of the kind "{kind}" needs a number as its "value".').format(kind=kind)
        )
    elif values and len(values) < len(options):
        form.fault(_('either all answers have a "value", or none has.'))
    if kind in MEASURING_KINDS and not _rise(values):
        form.fault(_("the values of the answers must rise from first to last."))
    if kind in WITHOUT_OPTIONS and options:
        form.fault(_('a form of the kind "{kind}" has no "options".').format(kind=kind))
    elif kind is not FormKind.NOTES and len(options) == 1:
        form.fault(_("there is only one answer to choose."))


def _rise(values: list[Fraction]) -> bool:
    return all(low < high for low, high in pairwise(values))
