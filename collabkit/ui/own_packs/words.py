"""What the pages of questionnaires say. No Qt."""

from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.own_packs import is_not_higher
from collabkit.services.pack_cards import card_of
from collabkit.ui.new_assessment.pack_face import card_minutes
from collabkit.ui.own_packs.state import Checked, PacksState, Standing


def facts(pack: Pack) -> str:
    """Return how much a questionnaire asks, how long it takes, and its version."""
    number = len(pack.statements)
    count = ngettext("{number} statement.", "{number} statements.", number).format(number=number)
    return f"{count} {time_and_version(pack)}"


def time_and_version(pack: Pack) -> str:
    """Return how long a questionnaire takes, and its version."""
    version = _("Version {version}.").format(version=pack.version)
    return f"{card_minutes(card_of(pack, is_own=False))} {version}"


def verdict(checked: Checked) -> str:
    """Return in one sentence what came of a check."""
    faults = len(checked.faults)
    if checked.standing is Standing.FAULTY:
        return ngettext(
            "It cannot be used yet. One thing needs to be put right.",
            "It cannot be used yet. {number} things need to be put right.",
            faults,
        ).format(number=capital(in_words(faults)))
    if checked.standing is Standing.ADDED and checked.pack is not None:
        return _("“{title}” is among your questionnaires now.").format(title=checked.pack.title)
    if checked.standing is Standing.TAKEN:
        return _("It is in order but for its id.")
    return _("It is in order.")


def standing_sentence(state: PacksState, checked: Checked) -> str:
    """Return what adding the file would do, or why it cannot be added."""
    pack, older = checked.pack, checked.older
    match checked.standing:
        case Standing.FAULTY:
            return _(
                "Put these things right in the file, save it there, and check it again: there may "
                "be more once these are mended. Nothing was changed."
            )
        case Standing.TAKEN if pack is not None:
            return _(
                "Its id “{id}” belongs to a questionnaire that comes with collabkit, so it cannot "
                "be added yet. Give it another id in the file, save it there, and check it again."
            ).format(id=pack.id)
        case Standing.NEWER if older is not None:
            would_replace = _(
                "It would replace version {version} of “{title}”. What was answered with the older "
                "one keeps its words and can still be read."
            ).format(version=older.version, title=older.title)
            if pack is None or not is_not_higher(pack.version, older.version):
                return would_replace
            advice = _(
                "Its own version is {version}. Give each change a higher one in the file, so that "
                "people can tell them apart."
            ).format(version=pack.version)
            return f"{would_replace} {advice}"
        case Standing.NEWER:
            return _("It would replace a file of yours that cannot be read any more.")
        case Standing.SAME:
            return _("This very questionnaire is among yours already. There is nothing to do.")
        case Standing.ADDED:
            return _("It can be chosen whenever an assessment is started.")
    if state.instead_of and pack is not None and state.instead_of != pack.id:
        return _(
            "Its id is “{id}” and not “{other}”, so it would replace nothing: it would be one more."
        ).format(id=pack.id, other=state.instead_of)
    return _("Nothing was changed yet. Add it, and it can be chosen for an assessment.")
