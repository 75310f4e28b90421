"""Rules between the parts of a pack: nothing twice, nothing pointed to that is not there."""

from collections.abc import Collection, Iterable, Mapping

from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.packs.faults import Faults, inside
from collabkit.assessments.packs.items import MOST_ITEMS
from collabkit.assessments.packs.keys import Part, Reference
from collabkit.assessments.packs.values import quoted
from collabkit.i18n import _


def check_rules(
    pack: Pack,
    form_ids: Collection[str],
    references: Iterable[Reference],
    faults: Faults,
    *,
    is_proven: bool,
) -> None:
    """Note every breach of a rule that holds between parts of ``pack``.

    One that ``is_proven`` was checked before, so what its outcome asks for is not gone through.
    """
    items = tuple(pack.items)
    _check_twice(faults, _("form {name}"), (form.id for form in pack.forms))
    _check_twice(faults, _("source {name}"), (source.key for source in pack.sources))
    _check_twice(faults, _("section {name}"), (section.code for section in pack.sections))
    _check_twice(faults, _("item {name}"), (item.id for item in items))
    _check_twice(faults, _("action {name}"), (idea.id for item in items for idea in item.actions))
    _check_references(_names(pack, items, form_ids), references)
    _check_sources(pack, items, faults)
    _check_short_version(pack, items, faults)
    if len(items) > MOST_ITEMS:
        faults.add(
            _("the whole file"),
            _("there are {number} items; at most {most} are possible.").format(
                number=len(items), most=MOST_ITEMS
            ),
        )
    _check_bands(pack, faults)
    _check_conditions(pack, faults)
    if not is_proven and not faults.sentences:  # otherwise parts that it looks at may be missing
        from collabkit.assessments.packs.outcome_rules.check import check_outcome

        check_outcome(pack, faults)


def _check_twice(faults: Faults, title: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    told: set[str] = set()
    for name in names:
        if name and name in seen and name not in told:
            faults.add(title.format(name=name), _("the same name is used twice."))
            told.add(name)
        seen.add(name)


def _names(
    pack: Pack, items: tuple[Item, ...], form_ids: Collection[str]
) -> Mapping[Part, Collection[str]]:
    settings = pack.outcome.settings

    def declared(key: str, name: str) -> frozenset[str]:
        return frozenset(entry[name] for entry in settings.get(key, ()) if name in entry)

    return {
        Part.ITEM: frozenset(item.id for item in items),
        Part.SECTION: frozenset(section.code for section in pack.sections),
        Part.FORM: form_ids,
        Part.ANSWER: frozenset(
            option.code for form in pack.forms for option in (*form.options, *form.ways_out)
        ),
        Part.MODE: declared("mode", "code"),
        Part.RECOMMENDATION: declared("recommendation", "code"),
        Part.PLACE: declared("place", "code"),
        Part.NEED: declared("need", "id"),
    }


def _check_references(
    names: Mapping[Part, Collection[str]], references: Iterable[Reference]
) -> None:
    for table, key, part, name in references:
        if name not in names[part]:
            table.fault(
                _("{key} names the {part} {name}, which is not in this pack.").format(
                    key=table.called(key), part=part, name=quoted(name)
                ),
                key,
            )


def _check_sources(pack: Pack, items: tuple[Item, ...], faults: Faults) -> None:
    keys = tuple(source.key for source in pack.sources if source.key)
    begins = tuple(f"{key}," for key in keys)
    for item in items:
        for source in item.sources:
            if source and source not in keys and not source.startswith(begins):
                problem = _(
                    'key "sources" has {source}, which does not begin with the key of a '
                    "[[source]] and a comma."
                )
                if faults.is_in_cells:
                    problem = _(
                        'column "sources" has {source}, which does not begin with a key of the '
                        "sheet “sources” and a comma."
                    )
                faults.add(
                    _("item {name}").format(name=item.id),
                    problem.format(source=quoted(source)),
                    "sources",
                )


def _check_short_version(pack: Pack, items: tuple[Item, ...], faults: Faults) -> None:
    core = [item for item in items if item.core]
    if pack.minutes_short is None:
        problem = _('key "core" is true, but the pack gives no "short" among its "minutes".')
        if faults.is_in_cells:
            problem = _('column "core" is TRUE, but the sheet “pack” has no "minutes.short".')
        for item in core:
            faults.add(_("item {name}").format(name=item.id), problem, "core")
    elif not core:
        problem = _('key "short" is given, but no item is part of it ("core = true").')
        if faults.is_in_cells:
            problem = _(
                'key "minutes.short" is given, but the sheet “items” has TRUE nowhere in its '
                'column "core".'
            )
        faults.add(_("minutes"), problem, "short")


def _check_bands(pack: Pack, faults: Faults) -> None:
    bands = pack.outcome.settings.get("bands") or {}
    limits = [
        bands[key] for key in ("build", "keep_going", "share_it") if bands.get(key) is not None
    ]
    if limits != sorted(set(limits)):
        place = inside(_("the top of the file"), "outcome", "bands")
        faults.add(place, _("the numbers must rise from build to share_it."))


def _check_conditions(pack: Pack, faults: Faults) -> None:
    for rule in pack.outcome.settings.get("rule", ()):
        for condition in rule.get("any_of", ()):
            asks = [key in condition for key in ("answer", "points_below", "answered_below")]
            if sum(asks) != 1:
                faults.add(
                    _("rule {name}").format(name=rule.get("id", "")),
                    _(
                        'each condition needs exactly one of "answer", "points_below" '
                        'and "answered_below".'
                    ),
                )
            elif "answer" not in condition and "sections" not in condition:
                faults.add(
                    _("rule {name}").format(name=rule.get("id", "")),
                    _('a condition on a share needs "sections".'),
                )
