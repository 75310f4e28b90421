"""What a group would send to its network, to be looked at before it leaves. Pure."""

from dataclasses import dataclass, replace

from collabkit.assessments.limits import LONGEST_NAME
from collabkit.errors import InvalidInputError
from collabkit.exchange.network.group_file import LONGEST_DETAILS
from collabkit.exchange.network.group_text import group_text
from collabkit.i18n import _
from collabkit.network.group import Group, GroupContact
from collabkit.services.naming import in_one_line


@dataclass(frozen=True, slots=True)
class Going:
    """An assessment that goes into the file, and in sentences what of it."""

    assessment_id: str
    title: str
    pack_title: str
    what: str


@dataclass(frozen=True, slots=True)
class Staying:
    """An assessment that stays here, and why, in a sentence.

    ``can_be_chosen`` tells whether it would go along if somebody chose it.
    """

    assessment_id: str
    title: str
    pack_title: str
    why: str
    can_be_chosen: bool = False


@dataclass(frozen=True, slots=True)
class GroupFilePreview:
    """What would leave and what would not. ``cautions`` are to be heeded before it does.

    ``areas`` is in how many areas the name may be passed on, by the group's own answers; it takes a
    contact to do so.
    """

    group: Group
    going: tuple[Going, ...]
    staying: tuple[Staying, ...]
    cautions: tuple[str, ...]
    areas: int

    def text(self, contact: GroupContact | None = None) -> str:
        """Return the file, word for word, so that it can be read before it leaves."""
        return group_text(with_contact(self.group, contact))


def with_contact(group: Group, contact: GroupContact | None) -> Group:
    """Return ``group`` with a checked contact, or without any say on passing its name on.

    Raises ``InvalidInputError`` for a contact without a name or details, or too long a one.
    """
    if contact is None:
        answers = tuple(replace(one, may_be_named=()) for one in group.answers)
        return replace(group, contact=None, answers=answers)
    name, details = in_one_line(contact.name), in_one_line(contact.details)
    if not name or not details:
        raise InvalidInputError(
            _(
                "To let your name be passed on, please give the name of your group and how to "
                "reach it. Otherwise leave both empty: then the file has no name in it."
            )
        )
    if len(name) > LONGEST_NAME or len(details) > LONGEST_DETAILS:
        raise InvalidInputError(
            _(
                "Please use at most {name} characters for the name and {details} for how to reach "
                "you."
            ).format(name=LONGEST_NAME, details=LONGEST_DETAILS)
        )
    return replace(group, contact=GroupContact(name, details))
