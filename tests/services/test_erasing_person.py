"""A person is erased everywhere, and nobody learns from what is left what they had said."""

import itertools
import json
from collections import Counter
from pathlib import Path

import pytest
from beginnings import TODAY, answer, close_all, say, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import SHOWN, WITHDRAWN, withdrawn_in
from collabkit.services.erasing import Erased, Kind
from collabkit.services.erasing_done_words import still_holding
from collabkit.storage.copies import Reason

CANARY = "Kürbis-Canary “seventeen”\nnobody else writes this down here"
PROOF = "Canary evidence with a tab\tand a backslash \\ that stands nowhere else"


def group(services: Services, number: int, minimum: int = 5) -> Assessment:
    names = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(1, number + 1)]
    return start(services, people=names, minimum=minimum)


def answered(services: Services, number: int, minimum: int = 5) -> Assessment:
    """Start a group in which everybody has answered and closed the sheet."""
    assessment = group(services, number, minimum)
    answer(services, assessment, *services.assessments.participants(assessment.id))
    return assessment


def erase(services: Services, assessment: Assessment, place: int, **options: bool) -> Erased:
    person = services.assessments.participants(assessment.id)[place]
    decision = services.erasing.person(assessment.id, person.id, TODAY)
    return services.erasing.erase(decision, TODAY, **options)


def counts(services: Services, assessment: Assessment, item_id: str) -> Counter[str] | None:
    shown = services.results.picture(assessment.id).results.item(item_id).counts
    return None if shown is None else Counter(dict(shown))


def files_with(folder: Path, *words: str) -> list[str]:
    """Return every file with one of ``words`` in it, however it is written there."""
    forms = [
        form.encode(encoding)
        for word in words
        for form in (word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1])
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def test_no_byte_of_a_person_remains_in_any_file(folder: DataFolder) -> None:
    """Not in the database, the change log, the copies, the private words, nor after a restart."""
    services = open_services(folder)
    assessment = start(
        services,
        "power-inventory",
        people=[NewPerson(name, Respondent.TRUSTEE) for name in ("Ours", "Theirs-Canary")],
    )
    person = services.assessments.participants(assessment.id)[1]
    said = (Response(person.id, i, note=CANARY, evidence=PROOF) for i in assessment.asked[:3])
    say(services, assessment, *said)
    (prompt, *_more) = services.personal.prompts(assessment.id)
    services.personal.keep(assessment.id, person.id, prompt.id, CANARY)
    services.store.safety.make_copy(Reason.ASKED)
    services.close()

    services = open_services(folder)
    traces = (person.id, CANARY, PROOF, "Theirs-Canary")
    before = files_with(folder.root, *traces)
    assert len(before) >= 4, "the canaries must have been there"
    done = erase(services, assessment, 1)
    assert files_with(folder.root, *traces) == []
    assert done.proof.found == ()
    assert done.proof.files > 1
    assert done.remains == ()
    (copy,) = services.store.safety.copies()  # from which everything else could be recovered
    assert copy.reason is Reason.AFTER_ERASING
    services.close()
    assert files_with(folder.root, *traces) == []
    services = open_services(folder)
    assert [p.pseudonym for p in services.assessments.participants(assessment.id)] == ["Ours"]
    services.close()


def test_what_others_said_stays(home: Services) -> None:
    """Every other row is as it was."""
    assessment = answered(home, 8)
    people = home.assessments.participants(assessment.id)
    others = list(home.assessments.responses(assessment.id))
    erase(home, assessment, 2)
    left = home.assessments.responses(assessment.id)
    assert list(left) == [r for r in others if r.participant_id != people[2].id]


def test_a_receipt_stays_and_holds_no_name(home: Services) -> None:
    """A day, a kind and a count."""
    assessment = answered(home, 6)
    erase(home, assessment, 0)
    (receipt,) = home.erasing.receipts()
    assert (receipt.kind, receipt.day) == (Kind.PERSON, TODAY)
    assert receipt.rows == 6  # four answers, a sheet, and how it came in


def test_copies_may_stay_and_are_named_with_their_time(home: Services, folder: DataFolder) -> None:
    """Then a copy is made before, and what was erased is still in all of them."""
    assessment = answered(home, 6)
    home.store.safety.make_copy(Reason.ASKED)
    person = home.assessments.participants(assessment.id)[0]
    done = erase(home, assessment, 0, with_copies=False)
    assert len(done.copies) == 2
    assert all(copy.gone_by is not None and copy.gone_by > TODAY for copy in done.copies)
    held = files_with(folder.root, person.id)
    assert sorted(held) == sorted(copy.path.name for copy in done.copies)
    assert still_holding(done.copies) == ("Two safety copies still hold it.",)
    assert done.proof.found == ()
    assert home.erasing.erase_copies(done.copies) == ()
    assert files_with(folder.root, person.id) == []


def test_the_months_told_beforehand_are_those_that_hold(home: Services) -> None:
    """If the copies stay: the two that erasing makes by itself take the place of others."""
    assessment = answered(home, 6)
    home.store.safety.make_copy(Reason.ASKED)
    person = home.assessments.participants(assessment.id)[0]
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    told = {copy.path: copy.gone_by for copy in decision.copies}
    done = home.erasing.erase(decision, TODAY, with_copies=False)
    now = {copy.path: copy.gone_by for copy in done.copies}
    assert len(told) == 1
    assert told.items() <= now.items()
    assert "Apart from what is named below, nothing of this sheet was found in them." in done.lines


def test_a_copy_of_before_the_person_stays(home: Services) -> None:
    """Only what holds them goes."""
    assessment = group(home, 5)
    older = home.store.safety.make_copy(Reason.ASKED)
    late = home.assessments.add_person(assessment.id, "Late", Respondent.STAFF)
    home.store.safety.make_copy(Reason.ASKED)
    decision = home.erasing.person(assessment.id, late.id, TODAY)
    assert len(decision.copies) == 1
    home.erasing.erase(decision, TODAY)
    assert older.path.exists()


def test_a_file_put_aside_goes_too(home: Services, folder: DataFolder) -> None:
    """Such as the damaged file that was kept when everything was put back."""
    assessment = answered(home, 6)
    folder.kept.mkdir()
    (folder.kept / "damaged.db").write_bytes(b"torn" + folder.database.read_bytes())
    done = erase(home, assessment, 0)
    assert list(folder.kept.iterdir()) == []
    assert done.copies == ()


def test_nothing_settled_names_the_person_any_more(home: Services) -> None:
    """Not that the sheet is closed, nor who was in the picture."""
    assessment = answered(home, 12)
    home.results.picture(assessment.id)
    person = home.assessments.participants(assessment.id)[4]
    erase(home, assessment, 4)
    settled = home.assessments.settled(assessment.id)
    assert person.id not in json.dumps(settled)
    assert len(settled[SHOWN].split()) == 11


def test_before_a_picture_was_shown_nobody_else_leaves(home: Services) -> None:
    """There is nothing to hold against it."""
    assessment = answered(home, 7)
    decision = home.erasing.person(
        assessment.id, home.assessments.participants(assessment.id)[0].id, TODAY
    )
    assert decision.cautions == ()
    home.erasing.erase(decision, TODAY)
    assert WITHDRAWN not in home.assessments.settled(assessment.id)
    assert home.results.picture(assessment.id).results.item("POW-1").n == 6


def test_of_a_shown_picture_as_many_others_leave_as_the_smallest_group_has(home: Services) -> None:
    """So the difference of both pictures is the answers of six people, and says nobody's."""
    assessment = answered(home, 12)
    before = {i: counts(home, assessment, i) for i in assessment.asked[:4]}
    erase(home, assessment, 3)
    for item_id, shown in before.items():
        after = counts(home, assessment, item_id)
        assert shown is not None
        assert after is not None
        assert after.total() == 6
        assert after <= shown, "nobody may come in by the same step"
    withdrawn = withdrawn_in(home.assessments.settled(assessment.id))
    assert len(withdrawn) == 5


def test_where_too_few_would_stay_nothing_is_shown(home: Services) -> None:
    """Of seven people six without one would be that one, told by subtraction."""
    assessment = answered(home, 7)
    assert counts(home, assessment, "POW-1") is not None
    person = home.assessments.participants(assessment.id)[0]
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    assert any("not shown any more" in line for line in decision.cautions)
    home.erasing.erase(decision, TODAY)
    assert counts(home, assessment, "POW-1") is None
    assert home.results.still_needed(assessment.id) == 5


def test_who_left_never_comes_back(home: Services) -> None:
    """New people make a picture of their own, however many they are."""
    assessment = answered(home, 7)
    home.results.picture(assessment.id)
    erase(home, assessment, 0)
    for number in range(5):
        late = home.assessments.add_person(assessment.id, f"Late {number}", Respondent.STAFF)
        answer(home, assessment, late)
    assert counts(home, assessment, "POW-1") == Counter({"1": 5})


def test_the_last_of_three_who_agreed(home: Services) -> None:
    """Two are never shown, whatever was agreed."""
    assessment = answered(home, 3, minimum=3)
    assert counts(home, assessment, "POW-1") is not None
    for _again in range(3):
        erase(home, assessment, 0)
        assert counts(home, assessment, "POW-1") is None
    assert home.assessments.participants(assessment.id) == ()
    assert home.results.picture(assessment.id).results.respondents == 0


def test_a_second_person_is_as_safe(home: Services) -> None:
    """Between any two pictures there are six people or nobody."""
    assessment = answered(home, 18)
    totals = []
    for _again in range(3):
        shown = counts(home, assessment, "POW-1")
        totals.append(0 if shown is None else shown.total())
        erase(home, assessment, 0)
    steps = [a - b for a, b in itertools.pairwise(totals)]
    assert totals[0] == 18
    assert all(step == 0 or step >= 5 for step in steps)


def test_somebody_late_who_waits_changes_nothing(home: Services) -> None:
    """They were in no picture."""
    assessment = answered(home, 6)
    before = counts(home, assessment, "POW-1")
    late = home.assessments.add_person(assessment.id, "Late", Respondent.STAFF)
    answer(home, assessment, late)
    assert home.results.picture(assessment.id).waiting == 1
    home.erasing.erase(home.erasing.person(assessment.id, late.id, TODAY), TODAY)
    assert counts(home, assessment, "POW-1") == before
    assert home.results.picture(assessment.id).waiting == 0


def test_after_it_nothing_is_shown_by_roles(home: Services) -> None:
    """Beside what was shown by roles before, it would tell whose answers have gone."""
    names = [
        NewPerson(f"Person {n}", Respondent.STAFF if n % 2 else Respondent.TRUSTEE)
        for n in range(24)
    ]
    assessment = start(home, people=names, minimum=5)
    answer(home, assessment, *home.assessments.participants(assessment.id))
    assert any("role" in part.key for part in home.results.picture(assessment.id).beside)
    erase(home, assessment, 0)
    assert not any("role" in part.key for part in home.results.picture(assessment.id).beside)


def test_one_persons_own_assessment_goes_as_a_whole(home: Services) -> None:
    """The sentence says so."""
    assessment = start(home)
    (person,) = home.assessments.participants(assessment.id)
    with pytest.raises(InvalidInputError, match="Erase the assessment"):
        home.erasing.person(assessment.id, person.id, TODAY)


def test_what_has_gone_meanwhile_is_a_sentence(home: Services) -> None:
    """Nothing is erased twice."""
    assessment = answered(home, 6)
    person = home.assessments.participants(assessment.id)[0]
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    home.erasing.erase(decision, TODAY)
    with pytest.raises(InvalidInputError, match="nothing was erased"):
        home.erasing.erase(decision, TODAY)
    assert len(home.erasing.receipts()) == 1


def test_words_that_others_wrote_too_are_not_called_a_trace(home: Services) -> None:
    """The same sentence stands in somebody else's note, and stays there."""
    assessment = group(home, 6)
    for person in home.assessments.participants(assessment.id)[:2]:
        say(home, assessment, Response(person.id, "POW-1", "2", note=CANARY))
    close_all(home, assessment)
    done = erase(home, assessment, 0)
    assert done.proof.found == ()
    assert [r.note for r in home.assessments.responses(assessment.id)] == [CANARY]


def test_where_everything_is_locked_every_older_copy_goes(tmp_path: Path) -> None:
    """Nobody can look into them; the copy that was made after the erasing stays."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.recovery_code import new_code
    from collabkit.storage.locking.switching import switch_off, switch_on

    plain = DataFolder(tmp_path / "home")
    services = open_services(plain)
    assessment = answered(services, 6)
    person = services.assessments.participants(assessment.id)[0]
    services.close()
    locked = switch_on(plain, "otter velvet compass rain", new_code(), 2)
    services = open_services(locked)
    services.store.safety.make_copy(Reason.ASKED)
    done = erase(services, assessment, 0)
    assert done.copies == ()
    assert [copy.reason for copy in services.store.safety.copies()] == [Reason.AFTER_ERASING]
    assert any("locked with a passphrase" in line for line in done.details)
    services.close()
    assert files_with(switch_off(locked).root, person.id) == []
