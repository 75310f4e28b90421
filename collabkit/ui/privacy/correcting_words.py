"""A wrong name that is put right, in words."""

from collections.abc import Sequence

from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.correcting import AlsoThere, Corrected, HeldName, Whose


def name_in_list(held: HeldName) -> str:
    """Return a name with whose it is."""
    if held.whose is Whose.CHARITY:
        return _("{name} (the charity)").format(name=held.name)
    if held.is_own:
        return _("{name} (your own organisation)").format(name=held.name)
    if held.whose is Whose.PARTY:
        return _("{name} (organisation)").format(name=held.name)
    if held.of:
        return _("{name} · {organisation}").format(name=held.name, organisation=held.of)
    return held.name


def made_up_note() -> str:
    """Return what holds for the name on a sheet where answers are secret."""
    return _(
        "People chose this name themselves, and it need not be a real one. Put a slip right, and "
        "never a real name in the place of one that was made up: others would see who answered."
    )


def owners_words(owned: int) -> str:
    """Return what the tick for owners of actions says."""
    return ngettext(
        "Put it right as the owner of {number} action too",
        "Put it right as the owner of {number} actions too",
        owned,
    ).format(number=in_words(owned))


def owners_note() -> str:
    """Return which owners are meant."""
    return _("In the plans of this charity, where the owner is called exactly so.")


def everywhere_words(held: HeldName, assessments: int) -> str:
    """Return what the tick for other assessments says."""
    words = (
        ngettext(
            "Put it right as your own organisation in {number} assessment too",
            "Put it right as your own organisation in {number} assessments too",
            assessments,
        )
        if held.whose is Whose.CHARITY or held.is_own
        else ngettext(
            "Put it right in {number} other assessment with an organisation of this name too",
            "Put it right in {number} other assessments with an organisation of this name too",
            assessments,
        )
    )
    return words.format(number=in_words(assessments))


def other_sheets(also: AlsoThere) -> str:
    """Return that sheets in other assessments have the same name; nothing if none has."""
    if not also.sheets:
        return ""
    return _(
        "There is also a sheet under this name in {titles}. If it is the same person, put the name "
        "right there too."
    ).format(titles=listed([f"“{title}”" for title in also.sheets]))


def corrected_words(corrected: Corrected) -> str:
    """Return what was done, in a sentence or two."""
    sentence = _("“{before}” is called “{after}” from now on.").format(
        before=corrected.before, after=corrected.after
    )
    also: Sequence[str] = [
        words.format(number=in_words(number))
        for number, words in (
            (
                corrected.owned,
                ngettext(
                    "as the owner of {number} action",
                    "as the owner of {number} actions",
                    corrected.owned,
                ),
            ),
            (
                corrected.assessments,
                ngettext(
                    "in {number} more assessment",
                    "in {number} more assessments",
                    corrected.assessments,
                ),
            ),
        )
        if number
    ]
    if not also:
        return sentence
    return f"{sentence} {_('Also {places}.').format(places=listed(also))}"


def back_words(corrected: Corrected) -> str:
    """Return that it was taken back."""
    return _("It is called “{name}” again.").format(name=corrected.before)
