"""What a group sends to its network: tallies that it may show, and not one word of anybody's."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from beginnings import TODAY, close_all, say, start
from workshop_days import adopting_now, on, prepared

from collabkit.assessments.assessment import Assessment, Confidence, Response, Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.exchange.network.group_file import read_group_file
from collabkit.plans.plan import Plan, ProgressNote, Slot, Status
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.group_files import GroupContact, GroupFilePreview, GroupFileService
from collabkit.services.packs import builtin_file, builtin_pack
from collabkit.services.plans import own_action
from collabkit.services.sample import ensure_sample

CONTACT = GroupContact("Sample Group", "group@sample.example")
CANARY = "canary"


@pytest.fixture
def group_files(services: Services) -> GroupFileService:
    return GroupFileService(services.store, services.packs, services.results, services.folder)


@pytest.fixture
def charity_id(services: Services) -> str:
    return services.charities.add("Sample Charity", IncomeBand.SMALL, RunBy.VOLUNTEERS).id


def people(number: int) -> list[NewPerson]:
    return [NewPerson(f"Person {place}", Respondent.TRUSTEE) for place in range(number)]


def answered(
    services: Services,
    charity_id: str,
    pack_id: str,
    sheets: Sequence[Mapping[str, str]],
    *,
    minimum: int = 5,
    on_day: date = TODAY,
    is_finished: bool = True,
    **other: object,
) -> Assessment:
    """An assessment whose people have all closed their sheets."""
    options = {"minimum": minimum, "people": people(len(sheets))} | other
    assessment = start(services, pack_id, charity_id=charity_id, **options)
    for person, sheet in zip(services.assessments.participants(assessment.id), sheets, strict=True):
        say(services, assessment, *(Response(person.id, i, code) for i, code in sheet.items()))
    close_all(services, assessment)
    return services.assessments.finish(assessment.id, on_day) if is_finished else assessment


def board(answer: str = "4") -> dict[str, str]:
    return {f"BRD-{number}": answer for number in range(1, 4)}


def why(preview: GroupFilePreview, assessment: Assessment) -> str:
    (staying,) = (one for one in preview.staying if one.assessment_id == assessment.id)
    return staying.why


def test_a_groups_tallies_go_out(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Counts, scores and the minimum; size and who runs it; months and no day."""
    answered(services, charity_id, "board-check", [board()] * 6, on_day=date(2026, 6, 17))
    preview = group_files.preview(charity_id, today=TODAY)
    (going,) = preview.going
    assert going.pack_title == "Board conditions check"
    assert going.what == (
        "How often each answer to 20 statements was given by six people, of June 2026; nothing "
        "where fewer than five answered."
    )
    group = preview.group
    assert (group.size, group.run_by) == (IncomeBand.SMALL, RunBy.VOLUNTEERS)
    assert group.made == date(2026, 11, 1)
    (answers,) = group.answers
    assert (answers.held, answers.minimum, answers.people) == (date(2026, 6, 1), 5, 6)
    row = next(iter(answers.tables[0].rows()))
    assert (row.statement, row.n, row.levels) == ("BRD-1", 6, (0, 0, 0, 6, 0))
    assert preview.staying == ()
    assert preview.cautions == ()


def test_what_is_written_is_what_was_shown(
    services: Services, group_files: GroupFileService, charity_id: str, tmp_path: Path
) -> None:
    """Word for word; it can be read again."""
    answered(services, charity_id, "board-check", [board()] * 5)
    preview = group_files.preview(charity_id, today=TODAY)
    path = tmp_path / "ours.collabkit-group"
    assert group_files.write(preview, path) is None
    assert path.read_text(encoding="utf-8") == preview.text()
    assert read_group_file(path.read_bytes()) == preview.group


def test_of_each_questionnaire_the_latest_goes(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """An earlier one can be chosen instead."""
    first = answered(services, charity_id, "board-check", [board("2")] * 5, title="First",
                     on_day=TODAY - timedelta(days=300))  # fmt: skip
    second = answered(services, charity_id, "board-check", [board("4")] * 5, title="Second")
    preview = group_files.preview(charity_id)
    assert [one.assessment_id for one in preview.going] == [second.id]
    assert "Another one with the same questionnaire" in why(preview, first)
    assert preview.staying[0].can_be_chosen
    preview = group_files.preview(charity_id, [first.id])
    assert [one.assessment_id for one in preview.going] == [first.id]
    assert [one.assessment_id for one in preview.staying] == [second.id]


def test_what_is_left_out_stays(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Even if it is chosen; an earlier one takes its place only if that is chosen itself."""
    first = answered(services, charity_id, "board-check", [board("2")] * 5, title="First",
                     on_day=TODAY - timedelta(days=300))  # fmt: skip
    second = answered(services, charity_id, "board-check", [board("4")] * 5, title="Second")
    preview = group_files.preview(charity_id, [second.id], without=[second.id])
    assert preview.going == ()
    assert preview.group.answers == ()
    assert why(preview, second) == "You have left it out."
    assert why(preview, first) == "Another one with the same questionnaire was left out."
    assert all(one.can_be_chosen for one in preview.staying)
    preview = group_files.preview(charity_id, [first.id], without=[second.id])
    assert [one.assessment_id for one in preview.going] == [first.id]


def test_of_several_the_first_chosen_goes(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Whichever is the latest."""
    first = answered(services, charity_id, "board-check", [board("2")] * 5, title="First",
                     on_day=TODAY - timedelta(days=300))  # fmt: skip
    second = answered(services, charity_id, "board-check", [board("4")] * 5, title="Second")
    for chosen in ((first.id, second.id), (second.id, first.id)):
        preview = group_files.preview(charity_id, chosen)
        assert [one.assessment_id for one in preview.going] == [chosen[0]]


def test_leaving_out_opens_no_way_for_others(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """What never leaves, and what leaves only if it is chosen, has its own reason all the same."""
    alone = answered(services, charity_id, "board-check", [board("1")], minimum=1, title="Alone")
    preview = group_files.preview(charity_id, without=[alone.id])
    assert "one person's answers never leave" in why(preview, alone)
    assert not preview.staying[0].can_be_chosen


def test_one_person_never_goes_and_stands_in_nobodys_way(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """The group's answers of last year go, though somebody has answered alone since."""
    group = answered(services, charity_id, "board-check", [board()] * 5, title="Group",
                     on_day=TODAY - timedelta(days=300))  # fmt: skip
    alone = answered(services, charity_id, "board-check", [board("1")], minimum=1, title="Alone")
    preview = group_files.preview(charity_id)
    assert [one.assessment_id for one in preview.going] == [group.id]
    assert "one person's answers never leave" in why(preview, alone)
    preview = group_files.preview(charity_id, [alone.id])
    assert [one.assessment_id for one in preview.going] == [group.id]


def test_what_is_not_finished_stays(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """However many have answered."""
    assessment = answered(services, charity_id, "board-check", [board()] * 5, is_finished=False)
    preview = group_files.preview(charity_id)
    assert preview.going == ()
    assert why(preview, assessment) == "It is not finished yet."


def test_below_the_minimum_nothing_goes(
    services: Services, group_files: GroupFileService, charity_id: str, tmp_path: Path
) -> None:
    """Four of five; and where nothing is left to be sent, no file is written."""
    assessment = answered(services, charity_id, "board-check", [board()] * 4)
    preview = group_files.preview(charity_id)
    assert "Fewer than five people" in why(preview, assessment)
    path = tmp_path / "ours.collabkit-group"
    with pytest.raises(InvalidInputError, match="nothing yet that could go"):
        group_files.write(preview, path)
    assert not path.exists()


def test_an_agreed_smaller_minimum_is_told(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Three who agreed to be shown at home may not want it elsewhere."""
    answered(services, charity_id, "board-check", [board()] * 3, minimum=3)
    preview = group_files.preview(charity_id)
    assert preview.group.answers[0].minimum == 3
    assert "Ask them before you send it." in preview.cautions[0]


@pytest.mark.parametrize(
    ("pack_id", "reason"),
    [
        ("handover", "people who change their employer"),
        ("bid-check", "your own business"),
        ("power-inventory", "single organisations"),
        ("first-conversation", "in private"),
        ("health-check", "in confidence"),
    ],
)
def test_five_questionnaires_never_leave(
    services: Services,
    group_files: GroupFileService,
    charity_id: str,
    pack_id: str,
    reason: str,
) -> None:
    """Not even if somebody chooses them."""
    parties = [NewParty("Sample Charity", is_own=True), NewParty("Sample Partner")]
    needs_parties = pack_id in ("power-inventory", "first-conversation", "health-check")
    sheets = [NewPerson("Ours", Respondent.TRUSTEE, 0)] if needs_parties else people(1)
    assessment = start(
        services,
        pack_id,
        charity_id=charity_id,
        people=sheets,
        parties=parties if needs_parties else [],
        minimum=5 if pack_id == "health-check" else 1,
    )
    services.assessments.finish(assessment.id, TODAY)
    preview = group_files.preview(charity_id, [assessment.id])
    assert preview.going == ()
    assert reason in why(preview, assessment)
    assert not preview.staying[0].can_be_chosen


def test_one_voice_for_the_charity(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Barriers of one charity are its own answer; the person must have spoken for it."""
    settled = {"chosen": "BAR-a", "needs": "NEED-8", "who": "us", "first_step": CANARY}
    answered(services, charity_id, "barriers", [{"BAR-a": "3", "BAR-b": "dk"}], minimum=1,
             settled=settled)  # fmt: skip
    preview = group_files.preview(charity_id)
    (answers,) = preview.group.answers
    assert (answers.minimum, answers.people) == (1, 1)
    assert answers.agreed is not None
    assert answers.agreed.needs == ("NEED-8",)
    assert answers.agreed.steps == ("STEP-16",)
    assert (
        preview.going[0].what
        == "Your group's one answer to each of 20 statements, of November 2026."
    )
    assert "only if that person spoke for the group" in preview.cautions[0]
    assert CANARY not in preview.text()


def test_a_survey_among_members_stays(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Each of them sends its own file."""
    parties = [NewParty("Sample Charity", is_own=True), NewParty("Sample Member")]
    assessment = start(
        services,
        "barriers",
        charity_id=charity_id,
        minimum=5,
        parties=parties,
        people=[NewPerson(f"P{n}", Respondent.STAFF, n) for n in range(2)],
    )
    services.assessments.finish(assessment.id, TODAY)
    assert "Other organisations" in why(group_files.preview(charity_id), assessment)


def test_what_is_answered_for_another_charity_stays(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """It came by invitation."""
    assessment = answered(services, charity_id, "barriers", [{"BAR-a": "3"}], minimum=1)
    services.store.settled.keep(assessment.id, INVITED, "from elsewhere")
    assert "another charity" in why(group_files.preview(charity_id, [assessment.id]), assessment)


def test_partners_views_go_only_if_they_are_chosen(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """They were told to this charity."""
    sheet = {f"PEV-{number}": "4" for number in range(1, 4)} | {"PEV-role": "peer"}
    assessment = answered(services, charity_id, "partners-view", [sheet] * 5)
    preview = group_files.preview(charity_id)
    assert preview.going == ()
    assert preview.staying[0].can_be_chosen
    assert "if they know that it goes further" in why(preview, assessment)
    preview = group_files.preview(charity_id, [assessment.id])
    assert len(preview.going) == 1
    assert "PEV-role" not in preview.text()
    assert "peer" not in preview.text()


def test_own_questionnaires_go_only_if_they_are_chosen(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Their words stay here in any case."""
    path = builtin_file("board-check")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    text = text.replace('id = "board-check"', 'id = "our-own"', 1).replace("We ", f"We {CANARY} ")
    services.folder.packs.mkdir(parents=True, exist_ok=True)
    (services.folder.packs / "our-own.toml").write_text(text, encoding="utf-8")
    assessment = services.assessments.start(
        charity_id,
        services.packs.read("our-own"),
        selection=Selection.ALL,
        minimum=5,
        title="Own",
        today=TODAY,
        people=people(5),
    )
    for person in services.assessments.participants(assessment.id):
        say(services, assessment, *(Response(person.id, i, code) for i, code in board().items()))
    close_all(services, assessment)
    services.assessments.finish(assessment.id, TODAY)
    preview = group_files.preview(charity_id)
    assert preview.going == ()
    assert "a questionnaire of your own" in why(preview, assessment)
    preview = group_files.preview(charity_id, [assessment.id])
    assert len(preview.going) == 1
    assert CANARY not in preview.text()


def test_the_sample_never_goes(services: Services, group_files: GroupFileService) -> None:
    """Nor anything to practise with."""
    ensure_sample(services, TODAY)
    (sample,) = services.charities.all()
    with pytest.raises(InvalidInputError, match="The sample charity"):
        group_files.preview(sample.id)


def test_an_unknown_choice_is_no_choice(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Nothing of another charity, and nothing that is in the bin."""
    other = services.charities.add("Sample Other").id
    assessment = answered(services, other, "board-check", [board()] * 5)
    with pytest.raises(KeyError):
        group_files.preview(charity_id, [assessment.id])
    services.assessments.remove(assessment.id)
    with pytest.raises(KeyError):
        group_files.preview(other, [assessment.id])
    assert group_files.preview(other).staying == ()


def test_the_same_key_and_no_way_back_to_the_charity(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """A later file replaces this one; no id of the database is in it."""
    assessment = answered(services, charity_id, "board-check", [board()] * 5)
    other = services.charities.add("Sample Other").id
    keys = [group_files.preview(one).group.key for one in (charity_id, charity_id, other)]
    assert keys[0] == keys[1] != keys[2]
    text = group_files.preview(charity_id).text()
    for secret in (charity_id, assessment.id):
        assert secret not in text
        assert secret.replace("-", "") not in text


def test_a_late_answer_changes_no_file(
    services: Services, group_files: GroupFileService, charity_id: str
) -> None:
    """Two files that differ in one person would tell that person's answers."""
    assessment = answered(services, charity_id, "board-check", [board()] * 5)
    before = group_files.preview(charity_id, today=TODAY).text()
    late = services.assessments.add_person(assessment.id, "Late", Respondent.TRUSTEE)
    say(services, assessment, *(Response(late.id, i, code) for i, code in board("1").items()))
    close_all(services, assessment)
    assert group_files.preview(charity_id, today=TODAY).text() == before


def test_a_session_in_the_room_goes_when_it_is_over(
    services: Services, group_files: GroupFileService
) -> None:
    """Its votes are tallies like all others; its actions and its name stay."""
    session = prepared(services)
    meeting = adopting_now(services, session)
    charity_id = session.charity.id
    assert group_files.preview(charity_id).staying[0].why == "It is not finished yet."
    services.workshops.keep(session.id, on(meeting), TODAY)
    assert services.workshops.get(session.id).meeting.is_over
    (answers,) = group_files.preview(charity_id).group.answers
    rows = {row.statement: row for row in answers.tables[0].rows()}
    assert rows["POW-1"].levels == (6, 2, 0, 0, 0)
    assert rows["HON-1"].ways_out == (1, 0)
    assert answers.selection is Selection.OWN_CHOICE
    assert "Away-day" not in group_files.preview(charity_id).text()


def opportunities(services: Services, charity_id: str) -> None:
    sheet = {
        "OPP-20": "quick-win", "OPP-20-exchange": "offer", "OPP-20-named": "yes",
        "OPP-21": "long-term", "OPP-21-exchange": "need", "OPP-21-named": "no",
    }  # fmt: skip
    answered(services, charity_id, "opportunities", [sheet], minimum=1)


def test_a_name_goes_only_with_a_contact(
    services: Services, group_files: GroupFileService, charity_id: str, tmp_path: Path
) -> None:
    """And only for the areas in which it may be passed on."""
    opportunities(services, charity_id)
    preview = group_files.preview(charity_id)
    assert preview.areas == 1
    assert any("connect it with everything in it" in one for one in preview.cautions)
    without = json.loads(preview.text())
    assert without["contact"] is None
    assert without["questionnaires"][0]["may_be_named"] == []
    path = tmp_path / "ours.collabkit-group"
    typed = GroupContact("  Sample\nGroup ", " group@sample.example\t")
    assert group_files.write(preview, path, typed) == CONTACT
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["contact"] == {"name": "Sample Group", "details": "group@sample.example"}
    assert told["questionnaires"][0]["may_be_named"] == ["OPP-20"]
    assert "OPP-20-named" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "contact",
    [
        GroupContact("", "x"),
        GroupContact("Sample", "  "),
        GroupContact("x" * 121, "x"),
        GroupContact("x", "x" * 301),
    ],
)
def test_half_a_contact_is_none(
    services: Services,
    group_files: GroupFileService,
    charity_id: str,
    tmp_path: Path,
    contact: GroupContact,
) -> None:
    """Nothing is written."""
    opportunities(services, charity_id)
    preview = group_files.preview(charity_id)
    with pytest.raises(InvalidInputError):
        group_files.write(preview, tmp_path / "ours.collabkit-group", contact)
    assert not list(tmp_path.glob("*.collabkit-group"))


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    services: Services, group_files: GroupFileService, charity_id: str, tmp_path: Path
) -> None:
    """Nor is one of the program's own files replaced."""
    answered(services, charity_id, "board-check", [board()] * 5)
    preview = group_files.preview(charity_id)
    (tmp_path / "folder").mkdir()
    with pytest.raises(EnvironmentProblemError):
        group_files.write(preview, tmp_path / "folder")
    before = services.folder.database.read_bytes()
    with pytest.raises(InvalidInputError, match="belongs to collabkit"):
        group_files.write(preview, services.folder.database)
    assert services.folder.database.read_bytes() == before


def words(number: int) -> str:
    """Something that nobody could take for a part of the file."""
    return f"{CANARY}{number:03}"


def test_not_one_word_of_anybodys_is_in_the_file(
    services: Services, group_files: GroupFileService, tmp_path: Path
) -> None:
    """Names, titles, pseudonyms, notes, evidence, lines, settled words and plans."""
    charity = services.charities.add(f"{words(1)} Charity", IncomeBand.SMALL, RunBy.STAFF)
    voices = [NewPerson(words(10 + n), Respondent.TRUSTEE) for n in range(6)]
    for pack_id, minimum in (
        ("five-themes", 5), ("behaviours", 5), ("board-check", 5), ("partners-view", 5),
        ("barriers", 1), ("opportunities", 1),
    ):  # fmt: skip
        pack = builtin_pack(pack_id)
        assessment = start(
            services,
            pack_id,
            charity_id=charity.id,
            title=words(2),
            minimum=minimum,
            people=voices[: 1 if minimum == 1 else 6],
            settled={"first_step": words(3), "needs": "NEED-1", "by_when": "2026-12-24"}
            if pack_id == "barriers"
            else {},
        )
        for place, person in enumerate(services.assessments.participants(assessment.id)):
            responses = []
            for item in list(pack.items)[: 1000 if place == 0 else 6]:
                form = pack.form_of(item)
                codes = [option.code for option in form.options]
                code = codes[place % len(codes)] if codes else None
                responses.append(
                    Response(
                        person.id,
                        item.id,
                        code,
                        note=words(4),
                        evidence=words(5),
                        confidence=Confidence.GUESS,
                        flagged=True,
                    )
                )
            say(services, assessment, *responses)
        close_all(services, assessment)
        action = own_action(words(6), Slot.NOW, ActionKind.QUICK_WIN)
        services.plans.keep(Plan(assessment.id).with_action(action))
        plan = services.plans.load(assessment.id)
        services.plans.keep(
            plan.changed(
                plan.actions[0].id,
                owner=words(7),
                first_step=words(8),
                why=words(9),
                how_we_will_know=words(20),
                status=Status.DROPPED,
                dropped_because=words(21),
                learned=words(22),
                progress=(ProgressNote(TODAY, words(23)),),
            )
        )
        services.assessments.finish(assessment.id, date(2026, 10, 9))
    preview = group_files.preview(
        charity.id, [s.assessment.id for s in services.assessments.summaries()], TODAY
    )
    assert len(preview.going) == 6
    path = tmp_path / "ours.collabkit-group"
    group_files.write(preview, path)
    data = path.read_bytes().lower()
    assert CANARY.encode() not in data
    for day in ("2026-10-09", "2026-11-22", "2026-12-24"):
        assert day.encode() not in data
    for summary in services.assessments.summaries():
        ids = [summary.assessment.id, charity.id]
        ids += [p.id for p in services.assessments.participants(summary.assessment.id)]
        assert not [one for one in ids if one.encode() in data]
    assert b"guess" not in data
    # With a contact just that is in it, and nothing more.
    group_files.write(preview, path, CONTACT)
    assert CANARY.encode() not in path.read_bytes().lower()
