"""What is said about sheets that came back. No Qt."""

from collections.abc import Sequence

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import answered_so_far, capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.return_preview import PreviewedSheet, ReturnPreview, Taken, Verdict
from collabkit.ui.coming_back.state import Fate, Row

_FATES = {
    Verdict.NEW: Fate.TAKEN,
    Verdict.NEWER: Fate.TAKEN,
    Verdict.SAME: Fate.SAME,
    Verdict.REPEATED: Fate.REPEATED,
}


def row(sheet: PreviewedSheet, pack: Pack, *, is_another: bool, is_left_out: bool) -> Row:
    """Return what is shown of a sheet."""
    return Row(
        key=sheet.key,
        name=_name(sheet),
        about=_about(sheet),
        fate=_FATES.get(sheet.verdict, Fate.REFUSED),
        remark=_remark(sheet),
        faults=sheet.faults,
        statements=_statements(sheet, pack),
        can_be_another=sheet.can_be_another,
        is_another=is_another,
        is_left_out=is_left_out,
    )


def summary(rows: Sequence[Row]) -> str:
    """Return what all the files add up to, in a sentence or two."""
    taken = sum(row.fate is Fate.TAKEN for row in rows)
    same = sum(row.fate is Fate.SAME for row in rows)
    repeated = sum(row.fate is Fate.REPEATED for row in rows)
    refused = sum(row.fate is Fate.REFUSED for row in rows)
    if same and not taken and not refused:
        return _("Nothing new. Everything in these files is here already.")
    sentences = []
    if taken:
        sentences.append(
            ngettext(
                "{number} sheet can be taken in.", "{number} sheets can be taken in.", taken
            ).format(number=capital(in_words(taken)))
        )
    if same:
        sentences.append(
            ngettext("{number} came already.", "{number} came already.", same).format(
                number=capital(in_words(same))
            )
        )
    if repeated:
        sentences.append(
            ngettext(
                "{number} stands there twice and counts once.",
                "{number} stand there twice and count once.",
                repeated,
            ).format(number=capital(in_words(repeated)))
        )
    if refused:
        sentences.append(
            ngettext(
                "{number} cannot be taken in; below is why.",
                "{number} cannot be taken in; below is why.",
                refused,
            ).format(number=capital(in_words(refused)))
        )
    return " ".join(sentences)


def take_words(number: int) -> str:
    """Return what stands on the button that takes ``number`` sheets in."""
    return ngettext("Take in {number} sheet", "Take in {number} sheets", number).format(
        number=in_words(number)
    )


def taken_words(taken: Taken, left_out: int) -> str:
    """Return what was taken in, and how many sheets were left out on purpose."""
    if not taken.new and not taken.newer:
        return _("Nothing new. Everything in these files is here already.")
    sentences = []
    if taken.new:
        sentences.append(
            ngettext(
                "{number} new sheet was taken in.", "{number} new sheets were taken in.", taken.new
            ).format(number=capital(in_words(taken.new)))
        )
    if taken.newer:
        sentences.append(
            ngettext(
                "{number} took the place of an earlier one.",
                "{number} took the places of earlier ones.",
                taken.newer,
            ).format(number=capital(in_words(taken.newer)))
        )
    if left_out:
        sentences.append(
            ngettext("{number} was left out.", "{number} were left out.", left_out).format(
                number=capital(in_words(left_out))
            )
        )
    return " ".join(sentences)


def reading_words(files: int) -> str:
    """Return what is said while ``files`` files are being read."""
    return ngettext("Reading {number} file…", "Reading {number} files…", files).format(
        number=in_words(files)
    )


def outlook_of(preview: ReturnPreview, left_out: int) -> str:
    """Return what there is to see afterwards; ``left_out`` sheets could be taken, too."""
    if preview.to_take:
        return preview.outlook
    return _("Every sheet is left out, so nothing is taken in.") if left_out else ""


def _name(sheet: PreviewedSheet) -> str:
    if sheet.verdict is Verdict.UNREADABLE:
        return sheet.file
    kept = sheet.kept_as
    if not kept or kept == sheet.whose:
        return sheet.whose
    return _("{whose}, kept as “{name}”").format(whose=sheet.whose, name=kept)


def _about(sheet: PreviewedSheet) -> str:
    if sheet.verdict is Verdict.UNREADABLE:
        return ""
    parts = [
        _about_whom(sheet),
        _way(sheet.route),
        answered_so_far(sheet.answered, sheet.of) if sheet.of else "",
        _notes(sheet.notes),
        sheet.file,
    ]
    return " · ".join(part for part in parts if part)


def _about_whom(sheet: PreviewedSheet) -> str:
    if sheet.about:
        about = _("itself") if sheet.about == sheet.party else sheet.about
        return _("{organisation} about {about}").format(organisation=sheet.party, about=about)
    return sheet.party


def _way(route: Route | None) -> str:
    words = {
        Route.ANSWER_FILE: _("Answer file"),
        Route.FORM: _("PDF"),
        Route.TABLE: _("Table"),
        Route.PAPER: _("Paper"),
    }
    return words[route] if route else ""


def _notes(number: int) -> str:
    if not number:
        return ""
    return ngettext("{number} note", "{number} notes", number).format(number=number)


def _remark(sheet: PreviewedSheet) -> str:
    remarks = [sheet.reason]
    if sheet.reworded and sheet.verdict.is_taken:
        remarks.append(
            ngettext(
                "{number} statement was asked in other words than here, and its answer is left "
                "out.",
                "{number} statements were asked in other words than here, and their answers are "
                "left out.",
                len(sheet.reworded),
            ).format(number=capital(in_words(len(sheet.reworded))))
        )
    if sheet.not_asked and sheet.verdict.is_taken:
        remarks.append(
            ngettext(
                "{number} statement is not asked here, and its answer is left out.",
                "{number} statements are not asked here, and their answers are left out.",
                len(sheet.not_asked),
            ).format(number=capital(in_words(len(sheet.not_asked))))
        )
    return " ".join(remark for remark in remarks if remark)


def _statements(sheet: PreviewedSheet, pack: Pack) -> tuple[str, ...]:
    words = {item.id: item.statement for item in pack.items}
    return tuple(words.get(item_id, item_id) for item_id in sheet.reworded)
