"""What is erased goes from wherever a mishap has left it; what cannot go is told."""

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import TODAY, say, start
from test_erasing_person import answered, erase, files_with, group

from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, Slot
from collabkit.services import Services, open_services
from collabkit.services.erasing_needles import Needles
from collabkit.services.plans import own_action
from collabkit.storage.copies import Reason
from collabkit.storage.second_copy.segments import segment_paths

WORDS = "The canary sings of what only she has written here"
LONG = " ".join(f"{WORDS}, {number}." for number in range(40))  # compressed in the log
NAME = "Robin Canary"


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let no file be removed whose name ends so, as if another program held it open."""
    unlink = os.unlink

    def hold(ending: str) -> None:
        def refuse(path: object, *args: object, **options: object) -> None:
            if str(path).endswith(ending):
                raise PermissionError(13, "held")
            unlink(path, *args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr("os.unlink", refuse)

    return hold


@pytest.mark.parametrize("place", ["", "personal", "backups", "kept", "changes", "packs/deep"])
@pytest.mark.parametrize("kind", ["part", "old"])
def test_what_a_crash_left_half_written_goes(
    home: Services, folder: DataFolder, place: str, kind: str
) -> None:
    """In whichever folder, however young; the proof alone would not know whose words they are."""
    assessment = answered(home, 6)
    left = folder.root / place / f".collabkit-0123456789abcdef.{kind}"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_text(WORDS)
    other = folder.root / "somebody else's.part"
    other.write_text("stays")
    done = erase(home, assessment, 0)
    assert files_with(folder.root, WORDS) == []
    assert other.exists()
    assert done.remains == ()
    assert not list(folder.root.rglob(".collabkit-*"))


def test_what_a_crash_left_is_overwritten(
    home: Services, folder: DataFolder, tmp_path: Path, stuck: Callable[[str], None]
) -> None:
    """If it cannot be removed either, that is said, and no words are in it."""
    assessment = answered(home, 6)
    folder.personal.mkdir()
    (folder.personal / ".collabkit-0123456789abcdef.part").write_text(WORDS)
    stuck(".part")
    done = erase(home, assessment, 0)
    (left,) = folder.personal.iterdir()
    assert not left.read_bytes().strip(b"\0")
    assert any(str(left) in line for line in done.remains)


def test_a_name_goes_from_copies_in_whatever_letters_it_was_typed(
    home: Services, folder: DataFolder
) -> None:
    """As the note is found, so are the copies that hold it."""
    assessment = start(home)
    (person,) = home.assessments.participants(assessment.id)
    say(home, assessment, Response(person.id, "POW-1", "3", note=f"Please ask {NAME} about it"))
    home.store.safety.make_copy(Reason.ASKED)
    (mention,) = home.named.mentions(assessment.charity_id, "robin canary")
    decision = home.erasing.name(assessment.charity_id, "robin  canary", [mention.key], TODAY)
    assert len(decision.copies) == 1
    done = home.erasing.erase(decision, TODAY)
    assert files_with(folder.root, NAME) == []
    assert (done.copies, done.proof.found, done.proof.is_still_said) == ((), (), False)


def test_a_name_that_was_to_stay_elsewhere_is_no_trace_and_is_told(home: Services) -> None:
    """Nobody is told that it is gone from the whole folder."""
    assessment = start(home, title=f"What {NAME} wanted")
    (person,) = home.assessments.participants(assessment.id)
    say(home, assessment, Response(person.id, "POW-1", "3", note=f"Please ask {NAME}"))
    found = home.named.mentions(assessment.charity_id, NAME)
    (key,) = (mention.key for mention in found if mention.key.startswith("note"))
    decision = home.erasing.name(assessment.charity_id, NAME, [key], TODAY)
    done = home.erasing.erase(decision, TODAY)
    assert done.proof.found == ()
    assert any("in a place where they were to stay" in line for line in done.details)
    assert not any("Nothing of what was looked for" in line for line in done.lines)
    assert any(f"“{NAME}” still stands in one text" in line for line in done.remains)


def test_every_text_with_the_name_is_shown_and_counted(home: Services) -> None:
    """An action names somebody as its owner and in its words: two texts in one place."""
    assessment = start(home)
    action = replace(own_action(f"Ask {NAME} to ring", Slot.NOW), owner=NAME.lower())
    home.plans.keep(Plan(assessment.id).with_action(action))
    (mention,) = home.named.mentions(assessment.charity_id, NAME)
    assert mention.texts == 2
    assert mention.excerpt == f"{NAME.lower()}\nAsk {NAME} to ring"
    decision = home.erasing.name(assessment.charity_id, NAME, [mention.key], TODAY)
    assert decision.lines[0].startswith("In two texts")
    assert home.erasing.erase(decision, TODAY).receipt.rows == 2


def test_that_a_name_still_stands_elsewhere_is_said_before_and_after(home: Services) -> None:
    """The notes of the person go anyway, and are not counted."""
    assessment = group(home, 6)
    person = home.assessments.participants(assessment.id)[0]
    say(home, assessment, Response(person.id, "POW-1", "3", note=f"I am {person.pseudonym}"))
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    assert decision.cautions == ()
    action = own_action(f"Ask {person.pseudonym}", Slot.NOW)
    home.plans.keep(Plan(assessment.id).with_action(action))
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    (said,) = decision.cautions
    assert "still stands in one text that others wrote" in said
    done = home.erasing.erase(decision, TODAY)
    assert (done.named, done.remains) == (person.pseudonym, (said,))


def test_a_file_of_the_log_that_cannot_be_removed_is_told_as_one(
    home: Services,
    folder: DataFolder,
    stuck: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By its name and with what to do; the copies go, as the new one is there."""
    assessment = start(home)
    (person,) = home.assessments.participants(assessment.id)
    say(home, assessment, Response(person.id, "POW-1", "3", note=LONG))
    home.store.safety.make_copy(Reason.ASKED)
    say(home, assessment, Response(person.id, "POW-2", "3", note=LONG))
    older = segment_paths(folder)
    # Nothing may be written into it either, as where a disk has gone bad.
    monkeypatch.setattr("collabkit.storage.locking.wiping._overwrite", lambda _path: None)
    stuck(".log")
    done = home.erasing.erase(home.erasing.assessment(assessment.id, TODAY), TODAY)
    assert older
    assert [str(path) in line for path, line in zip(older, done.remains, strict=True)]
    assert all("a file with the record of past changes" in line for line in done.remains)
    assert all("open it again" in line for line in done.remains)
    assert [copy.reason for copy in home.store.safety.copies()] == [Reason.AFTER_ERASING]
    monkeypatch.undo()
    home.close()
    open_services(folder).close()
    assert not set(older) & set(segment_paths(folder))


def test_a_copy_that_was_made_in_between_holds_it_and_goes(folder: DataFolder) -> None:
    """Where the log has gone, the very change that erases makes a copy before it."""
    services = open_services(folder)
    assessment = start(services)
    services.close()
    for path in segment_paths(folder):
        path.unlink()
    services = open_services(folder)
    decision = services.erasing.assessment(assessment.id, TODAY)
    done = services.erasing.erase(decision, TODAY)
    assert (done.copies, done.remains, done.proof.found) == ((), (), ())
    services.close()
    assert files_with(folder.root, assessment.id) == []


def test_the_search_for_traces_reads_the_file_while_nobody_writes(
    home: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened by the way, SQLite's locks on it would be gone for other processes."""
    from collabkit.services import traces

    assessment = answered(home, 6)
    threads: dict[str, int] = {}
    look = traces.found_in

    def noted(path: Path, needles: Needles) -> traces.Found:
        threads[path.name] = threading.get_ident()
        return look(path, needles)

    monkeypatch.setattr(traces, "found_in", noted)
    erase(home, assessment, 0)
    writer = home.store.safety.while_idle(threading.get_ident)
    assert threads.pop("collabkit.db") == writer
    assert threads
    assert writer not in threads.values()


def test_a_second_name_of_the_live_file_is_no_copy(home: Services, folder: DataFolder) -> None:
    """A crash while it was put aside can leave one."""
    assessment = answered(home, 6)
    folder.kept.mkdir()
    try:
        (folder.kept / "second.db").hardlink_to(folder.database)
    except OSError:
        pytest.skip("this disk knows no second names")
    person = home.assessments.participants(assessment.id)[0]
    assert home.erasing.person(assessment.id, person.id, TODAY).copies == ()


def test_the_proof_says_what_was_looked_for(home: Services) -> None:
    """Not that every word was: only pieces of the longer texts are."""
    assessment = start(home)
    (person,) = home.assessments.participants(assessment.id)
    say(home, assessment, Response(person.id, "POW-1", "3", note=WORDS))
    done = home.erasing.erase(home.erasing.assessment(assessment.id, TODAY), TODAY)
    assert any("3 pieces of its text, each 24 letters long" in line for line in done.details)


def test_a_damaged_copy_that_was_sealed_counts_and_goes(tmp_path: Path) -> None:
    """Otherwise it came back, and with it what was erased, when the lock is switched off."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.recovery_code import new_code
    from collabkit.storage.locking.switching import switch_off, switch_on

    plain = DataFolder(tmp_path / "home")
    services = open_services(plain)
    assessment = start(services)
    (person,) = services.assessments.participants(assessment.id)
    say(services, assessment, Response(person.id, "POW-1", "3", note=WORDS))
    copy = services.store.safety.make_copy(Reason.ASKED)
    services.close()
    data = copy.path.read_bytes()
    place = data.index(WORDS.encode()) + len(WORDS) - 1
    copy.path.write_bytes(data[:place] + b"?" + data[place + 1 :])
    locked = switch_on(plain, "otter velvet compass rain", new_code(), 2)
    sealed = copy.path.with_name(copy.path.name + ".sealed")
    assert sealed.exists()
    services = open_services(locked)
    decision = services.erasing.charity(assessment.charity_id, TODAY)
    assert sealed in {each.path for each in decision.copies}
    done = services.erasing.erase(decision, TODAY)
    assert done.copies == ()
    services.close()
    assert files_with(switch_off(locked).root, WORDS[:30]) == []
