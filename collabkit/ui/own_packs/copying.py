"""What a copy is called. No Qt."""

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.table import LONGEST_ID
from collabkit.i18n import _
from collabkit.services.packs import builtin_file

_ADDED = "-own"


def proposed_copy(pack: Pack, own_ids: set[str]) -> tuple[str, str]:
    """Return an id that nothing has yet, and a title."""
    number = 1
    while True:
        ending = _ADDED if number == 1 else f"{_ADDED}-{number}"
        wanted = pack.id[: LONGEST_ID - len(ending)] + ending
        if wanted not in own_ids and builtin_file(wanted) is None:
            return wanted, _("{title}, our own").format(title=pack.title)
        number += 1


def copy_fault(pack_id: str, title: str, own_ids: set[str]) -> tuple[str, str]:
    """Return what is wrong with the id and with the title of a copy, each empty if nothing."""
    wrong_title = "" if title.strip() else _("Please give the copy a title.")
    plain = pack_id.replace("-", "").replace(".", "")
    if not (pack_id.isascii() and plain.isalnum()):
        return _("Please use letters without accents, digits and hyphens only."), wrong_title
    if builtin_file(pack_id) is not None:
        return _("This one comes with collabkit. Please choose another."), wrong_title
    if pack_id in own_ids:
        return _("You have a questionnaire of this name. Please choose another."), wrong_title
    return "", wrong_title
