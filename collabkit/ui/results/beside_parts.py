"""What the results are laid beside, with the question about the people."""

from collections.abc import Iterable
from dataclasses import replace

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Entry,
    Fold,
    Part,
    Pick,
    PickOption,
    Place,
)
from collabkit.assessments.outcomes.topics import OTHER_PEOPLE, PEOPLE, SAME_PEOPLE
from collabkit.i18n import _
from collabkit.services.results import Picture

LAST_TIME = "last-time"  # the key of the part about the time before
_BEFORE_QUESTION = 2  # blocks: what it comes to, and whose answers it rests on


def beside_parts(picture: Picture) -> tuple[Part, ...]:
    """Return the parts that ``picture`` is laid beside; raises as reading other results does.

    Where two occasions are compared, whether a difference is called a change depends on who
    answered. Whoever looks at the results can say so there. How something was worked out is folded
    away below it.
    """
    return tuple(_folded(_asking(picture.beside, picture)))


def _folded(parts: Iterable[Part]) -> list[Part]:
    found: list[Part] = []
    for part in parts:
        sentences = [
            one for block in part.blocks if isinstance(block, Bullets) for one in block.entries
        ]
        if found and part.place is Place.BEHIND and sentences:
            fold = Fold(part.title, tuple(map(Entry, sentences)))
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, fold))
        else:
            found.append(part)
    return found


def _asking(parts: Iterable[Part], picture: Picture) -> Iterable[Part]:
    for part in parts:
        is_compared = part.key == LAST_TIME and len(part.blocks) > _BEFORE_QUESTION
        if not is_compared:
            yield part
            continue
        above, below = part.blocks[:_BEFORE_QUESTION], part.blocks[_BEFORE_QUESTION:]
        yield replace(part, blocks=(*above, _question(picture), *below))


def _question(picture: Picture) -> Pick:
    prompt = _("Are at least two thirds of the people the same both times?")
    if picture.results.minimum == OWN_ASSESSMENT:
        prompt = _("Did the same person answer both times?")
    return Pick(
        key=PEOPLE,
        prompt=prompt,
        options=(
            PickOption(SAME_PEOPLE, _("Yes")),
            PickOption(OTHER_PEOPLE, _("No")),
            PickOption("", _("We do not know")),
        ),
        chosen=(picture.settled.get(PEOPLE, ""),),
    )
