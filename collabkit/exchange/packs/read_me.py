"""The sheets of the template that are for reading: how to fill it in, and what every column is."""

from collabkit.assessments.pack import OutcomeKind
from collabkit.exchange.packs.cells import Grid
from collabkit.exchange.packs.meanings import SHEETS, notes_on
from collabkit.exchange.packs.sheets import sheets_of
from collabkit.i18n import _


def read_me(kind: OutcomeKind) -> tuple[Grid, Grid]:
    """Return the two sheets; their names say that nothing is read from them."""
    lines = (
        _("This spreadsheet is a questionnaire for collabkit: an example with ten statements."),
        _("1. Save it under another name. Change id, title and version in the sheet “pack”."),
        _("2. Put your own statements into the sheet “items”, one a row, and delete the others."),
        _("3. Levels and actions name the statement to which they belong in their first column."),
        _("4. Cells may be blank where the next sheet says so. So may whole sheets."),
        _("5. Several things in one cell: ids with commas between them, texts one a line."),
        _("6. Please write no formulas. Colours, widths and the order of columns are up to you."),
        _("7. A column whose head begins with # and a sheet called “notes” are for yourself."),
        _("8. Keep the format .xlsx, also where LibreOffice asks, and row 1 for the heads."),
        _("9. In collabkit, choose Settings, See all questionnaires, then “Check a file…”."),
        _("10. It names what is to be mended by sheet, row and column. Mend, save, check again."),
        _("11. Choose “Add it”. Then it can be chosen like every other questionnaire."),
        _("The same as commands: “collabkit packs check FILE” and “collabkit packs add FILE”."),
        _("“Writing packs” in the documentation explains everything, with good and bad examples."),
    )
    rows: list[tuple[str | None, ...]] = []
    notes = notes_on(kind)
    for plan in sheets_of(kind):
        rows.append((plan.name, None, None, SHEETS.get(plan.name, "")))
        if plan.parent_head:
            note = notes[f"{plan.name}.{plan.parent_head}"]
            rows.append((plan.name, plan.parent_head, _("needed"), note))
        for column in plan.columns:
            needed = _("needed") if column.key.required else _("may be blank")
            rows.append(
                (plan.name, column.head, needed, notes.get(f"{plan.name}.{column.head}", ""))
            )
    heads = (_("sheet"), _("column or key"), _("must it be filled in?"), _("what it is"))
    return (
        Grid("read me", (_("How to fill in this spreadsheet"),), tuple((line,) for line in lines)),
        Grid("read me - columns", heads, tuple(rows)),
    )
