"""The last pages of the script: what to do when something goes differently."""

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.reports.pdf.layout import Block, stack_height
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import SheetSize
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.script_steps import Line, do, say, step

_SCALES = (1.1, 1.05, 1.0, 0.95, 0.9)


def troubles(material: Material, size: SheetSize, root: Element) -> list[Block]:
    """Return what to do when something goes differently, on one page."""
    for scale in _SCALES:
        blocks = _blocks(material, Element("Sect"), scale)
        if stack_height(blocks, size.content_width) <= size.content_height:
            break
    return _blocks(material, root.add("Sect"), scale)


def _blocks(material: Material, part: Element, scale: float) -> list[Block]:
    return [
        *opening(_("What to do when …"), _("A vote that is closed cannot be lost."), "when", part),
        *(step(name, "", lines, part, scale) for name, lines in _cases(material)),
        step(_("Keys"), "", _keys(), part, scale),
    ]


def _keys() -> tuple[Line, ...]:
    return (
        do(
            _(
                "Next: Page Down, Space, Enter, arrows right and down. Back: Page Up, arrows left "
                "and up."
            )
        ),
        do(
            _(
                "B or full stop: black. W or comma: white. F: freeze the picture. H: nothing but "
                "the name of the session. T: timer. F1: help. Back never opens a vote again."
            )
        ),
        do(
            _(
                "C: count raised hands. S: key in slips. N: note. A: action. P: park. R: how many "
                "people are in the room. O: vote again, call off, break, another statement."
            )
        ),
    )


def _cases(material: Material) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    minimum = in_words(material.preparation.minimum)
    return (
        (
            _("Too few people"),
            (
                do(
                    _(
                        "Fewer than {minimum} are here: do not vote. Talk about the statements "
                        "without numbers, or meet another day. The smallest group stays as it was "
                        "agreed."
                    ).format(minimum=minimum)
                ),
            ),
        ),
        (
            _("Too few votes"),
            (
                do(
                    _(
                        "Fewer than {minimum} answered, or fewer than {minimum} on paper beside "
                        "raised hands: wait, or “Call this vote off” and let all answer in the "
                        "same way."
                    ).format(minimum=minimum)
                ),
                say(_("We leave this one without numbers. What makes it hard to answer?")),
            ),
        ),
        (
            _("Somebody comes late"),
            (
                do(
                    _(
                        "Read them the promise at the next pause. They join at the next vote: "
                        "change the number of people on the console before it opens."
                    )
                ),
            ),
        ),
        (
            _("Somebody leaves"),
            (do(_("Change the number of people on the console before the next vote.")),),
        ),
        (
            _("Many don't know"),
            (
                say(_("Many of us do not know. That is worth knowing. Who could tell us?")),
                do(_("Do not vote again. Often the action is to ask somebody.")),
            ),
        ),
        (
            _("One answer alone"),
            (
                do(
                    _(
                        "Never point at it, and never ask whose it is. Ask what could speak for "
                        "another answer, and leave silence."
                    )
                ),
            ),
        ),
        (
            _("It gets heated"),
            (
                say(_("Let us hear both sides. One minute each, and nobody interrupts.")),
                do(
                    _(
                        "Everybody speaks once before anybody speaks twice. H takes the picture "
                        "off the wall."
                    )
                ),
            ),
        ),
        (
            _("Time runs out"),
            (
                do(
                    _(
                        "Vote on what is left without a talk, or “End the statements now”. Keep "
                        "the time for the plan: it is why you came."
                    )
                ),
            ),
        ),
        (
            _("The laptop fails"),
            (
                do(
                    _(
                        "What was closed is on the disk. Start the program again and open the "
                        "session; a vote that was open is run again. If that does not help, go on "
                        "with slips, the tally sheet and “Results by hand”."
                    )
                ),
            ),
        ),
        (
            _("The projector fails"),
            (do(_("Read each statement and its result aloud. The script has all the words.")),),
        ),
    )
