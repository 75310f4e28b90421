"""What is said about answers that are missing, and about what is not on the disk yet."""

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def missing_people(count: int) -> str:
    """Return the question whether to close although some have not answered."""
    return capital(
        ngettext(
            "{people} person has not answered.", "{people} people have not answered.", count
        ).format(people=in_words(count))
    )


def unsaved_vote(answered: int) -> str:
    """Return what closing the program costs while a vote is open."""
    return ngettext(
        "A vote is open with {answered} answer in. It is not on the disk yet: close the vote "
        "first, or close collabkit once more, and the room votes on this statement again.",
        "A vote is open with {answered} answers in. They are not on the disk yet: close the vote "
        "first, or close collabkit once more, and the room votes on this statement again.",
        answered,
    ).format(answered=in_words(answered))


def unsaved_steps() -> str:
    """Return what closing the program costs while something could not be saved."""
    return _(
        "What happened last in the session could not be saved yet. collabkit keeps trying by "
        "itself; if you close it once more, that is lost."
    )


def too_many() -> str:
    """Return what is said to all about more answers than people."""
    return _(
        "That would be more answers than there are people in the room. Nothing was counted; please "
        "count again, or change how many people are in the room."
    )


def cannot_close() -> str:
    """Return what is said to all about a vote that cannot be closed yet."""
    return _(
        "This vote cannot be closed yet: too few have answered, or too few of them on paper. Wait "
        "for more answers, or call this vote off."
    )


def draft_kept() -> str:
    """Return what is said when somebody goes on with an action half written."""
    return _(
        "The action you began is not saved yet. Your words are kept: they are there when you open "
        "the form again."
    )
