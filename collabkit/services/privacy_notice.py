"""A privacy notice for the people who answer, to be adapted by the charity. No legal advice.

What such a notice has to say follows the Information Commissioner's guidance on the right to be
informed (https://ico.org.uk/, "What privacy information should we provide?") and articles 13 and
14 of the UK GDPR; the words are our own, and the facts are those of the assessment.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.blocks import Bullets, Paragraph, Part, Tone
from collabkit.assessments.sentences import in_words
from collabkit.dates import day, month
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.services.asking import is_private
from collabkit.services.company import Company, company_of
from collabkit.services.measuring import needed_for
from collabkit.services.network_saving import write_document
from collabkit.services.packs import PackShelf
from collabkit.services.retention import RetentionService
from collabkit.storage import Store

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument

SOURCES = (
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/"
    "the-right-to-be-informed/",
    "https://ico.org.uk/for-organisations/advice-for-small-organisations/",
    "https://www.legislation.gov.uk/eur/2016/679/article/13",
)


@dataclass(frozen=True, slots=True)
class NoticePart:
    """A heading and the paragraphs below it."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """A notice in parts; square brackets stand where the charity has to say something itself."""

    title: str
    charity: str
    parts: tuple[NoticePart, ...]

    @property
    def text(self) -> str:
        """The whole notice as plain text."""
        blocks = [self.title]
        blocks += ["\n\n".join((part.title.upper(), *part.paragraphs)) for part in self.parts]
        return "\n\n\n".join(blocks) + "\n"


class PrivacyNoticeService:
    """Fills the notice with the facts of an assessment."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def notice(self, assessment_id: str) -> PrivacyNotice:
        """Return the notice for one assessment; raises ``KeyError`` for an unknown id."""
        store = self._store
        assessment = store.assessments.get(assessment_id)
        charity = store.charities.get(assessment.charity_id).name
        pack = self._packs.of(assessment)
        people = store.participants.of_assessment(assessment_id)
        parties = store.parties.of_assessment(assessment_id)
        settled = store.settled.of_assessment(assessment_id)
        is_session = store.sessions.of_assessment(assessment_id) is not None
        company = company_of(pack, assessment, parties, len(people))
        needed = needed_for(pack, assessment.minimum, settled, len(people))
        return PrivacyNotice(
            _("How we look after your answers"),
            charity,
            (
                _who(charity),
                NoticePart(
                    _("What this is about"),
                    (
                        _(
                            "We ask people how {charity} works with other organisations, with the "
                            "questionnaire “{pack}”. We use the answers to see where we stand and "
                            "to choose what to do next, and for nothing else."
                        ).format(charity=charity, pack=pack.title),
                        _(
                            "Taking part is your choice. You may leave out any question. "
                            "[Say here on which lawful basis you ask, for example your legitimate "
                            "interest in working well with others.]"
                        ),
                    ),
                ),
                _kept(is_session=is_session, has_private=any(map(is_private, pack.items))),
                _seen(company, needed, is_session=is_session),
                _how_long(RetentionService(store).until(assessment_id)),
                _rights(is_session=is_session),
            ),
        )

    def write(self, assessment_id: str, path: Path, today: date) -> None:
        """Write the notice to ``path``, to be adapted; raises as ``write_document``."""
        write_document(self._document(self.notice(assessment_id), today), path, self._folder)

    def _document(self, notice: PrivacyNotice, today: date) -> "PartsDocument":
        from collabkit.reports.parts_document import PartsDocument

        parts = [
            Part(f"part-{number}", part.title, tuple(map(Paragraph, part.paragraphs)))
            for number, part in enumerate(notice.parts)
        ]
        about = Part(
            "about",
            _("For whoever adapts this"),
            (
                Paragraph(
                    _(
                        "This is a beginning and no legal advice. Fill in what stands in square "
                        "brackets, take out what is not true of you, and take out this part. "
                        "It follows these pages:"
                    ),
                    Tone.QUIET,
                ),
                Bullets(SOURCES),
            ),
        )
        return PartsDocument(
            title=notice.title,
            subject=notice.charity,
            day=day(today),
            made_on=today,
            lead="",
            facts=(),
            parts=(*parts, about),
        )


def _who(charity: str) -> NoticePart:
    return NoticePart(
        _("Who we are"),
        (
            _(
                "{charity} decides how your answers are used. [Say here how to reach the person "
                "who looks after them: name, e-mail or telephone.]"
            ).format(charity=charity),
        ),
    )


def _kept(*, is_session: bool, has_private: bool) -> NoticePart:
    if is_session:
        lines = [
            _(
                "You answer in the room. How often each answer was given is counted. Who gave "
                "which answer is never written down."
            ),
            _("Notes of the talk and the actions that are agreed are kept, with who does what."),
        ]
    else:
        lines = [
            _(
                "We keep the name that you choose for your sheet, which need not be your own, "
                "your role, your answers and notes, and, if the sheet came in from elsewhere, "
                "the day."
            ),
            _(
                "If an action gets your name as the one who does it, that stands in the plan. "
                "Please leave the names of other people out of your notes."
            ),
        ]
    if has_private:
        lines.append(
            _(
                "What the questionnaire asks for your own eyes is kept apart and is in no result "
                "and no report."
            )
        )
    lines.append(
        _(
            "Everything is kept with the program collabkit on one computer of ours, and in its "
            "safety copies there. It sends nothing over the internet. [Say here who can use that "
            "computer, and how it is protected.]"
        )
    )
    return NoticePart(_("What is kept, and where"), tuple(lines))


def _seen(company: Company, needed: int, *, is_session: bool) -> NoticePart:
    if is_session or (company.has_secrets and needed > OWN_ASSESSMENT):
        lines = [
            ngettext(
                "Results are shown once {number} person has answered, and never about fewer.",
                "Results are shown once {number} people have answered, and never about fewer.",
                needed,
            ).format(number=in_words(needed)),
            _(
                "They say how many people chose each answer, not who. Notes appear in no order "
                "and without names. Somebody who knows you may still recognise your words."
            ),
        ]
        if needed < 5:
            lines.append(
                _(
                    "In so small a group others can often guess who said what. All of us have "
                    "agreed to that beforehand."
                )
            )
    else:
        lines = [_("What you answer here can be read by everybody who takes part.")]
    lines.append(
        _(
            "[Say here who gets the results, for example the board, and whether counts without "
            "names go to a network.]"
        )
    )
    return NoticePart(_("Who sees it"), tuple(lines))


def _how_long(until: date | None) -> NoticePart:
    words = (
        _(
            "We keep your answers until the end of {month}. Then we erase them, or tell you why "
            "we need them longer."
        ).format(month=month(until))
        if until
        else _("[Say here for how long you keep the answers, and why.]")
    )
    copies = _(
        "When we erase something, we usually erase the safety copies that hold it as well. Those "
        "that we leave go by themselves within about a year, if the program is used to change "
        "something at least once a month; otherwise they stay longer."
    )
    return NoticePart(_("How long"), (words, copies))


def _rights(*, is_session: bool) -> NoticePart:
    asks = (
        _(
            "As nobody can tell which answers were yours, we cannot give them back to you or "
            "erase them. You can ask us to take your name out of notes and plans."
        )
        if is_session
        else _(
            "You can ask us for what is on your sheet, for what others wrote about you, or to "
            "erase it, at any time and without giving a reason. What was written in confidence we "
            "may only count for you, so as not to tell who wrote it. Tell us the name on your "
            "sheet. "
            "[Say here how you make sure that it is really that person who asks, for example by "
            "ringing back on a number that you know.]"
        )
    )
    put_right = _(
        "If something on your sheet is wrong, tell us. A wrong name we can put right at any time. "
        "Until you close the sheet, you can change your answers yourself. A closed sheet cannot be "
        "changed any more; we can erase it, so that you can fill in a new one, or keep your "
        "correction with our papers."
    )
    return NoticePart(
        _("What you can ask for"),
        (
            asks,
            *(() if is_session else (put_right,)),
            _(
                "If you are not content with our answer, you can complain to the Information "
                "Commissioner's Office: ico.org.uk, telephone 0303 123 1113."
            ),
        ),
    )
