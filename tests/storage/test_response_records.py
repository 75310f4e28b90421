"""Responses: saved one by one in the order they were given, and never lost."""

import subprocess
import sys
import threading
from concurrent.futures import Future
from dataclasses import replace

import pytest
from storage_samples import start_assessment

from collabkit.assessments.assessment import Confidence, Response
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.storage import Saved, Store
from collabkit.storage.seals import seal


@pytest.mark.parametrize(
    "response",
    [
        Response("", "POW-1", "4"),
        Response("", "POW-1", "dk", confidence=Confidence.COULD_SHOW_PROOF),
        Response("", "POW-1", note="Only a note", flagged=True),
        Response("", "POW-1", "na", "ŵ 日本 🙂 e\u0301", "'; DROP TABLE response; --"),
        Response("", "POW-1", "1", "two\r\nlines\x00and a null\x1f", " "),
        Response("", "POW-1", "1", "long " * 100_000),
    ],
)
def test_a_response_comes_back_as_it_was(
    store: Store, folder: DataFolder, response: Response
) -> None:
    """Every field and every sign survives, also a restart with all its checks."""
    assessment, (person,) = start_assessment(store)
    response = replace(response, participant_id=person.id)
    store.responses.save(response)
    store.close()
    with Store.open(folder) as again:
        assert again.responses.of_assessment(assessment.id) == (response,)


def test_the_last_answer_counts(store: Store) -> None:
    """Answering again replaces the answer and leaves other people's alone."""
    assessment, (person, other) = start_assessment(store, people=2)
    store.responses.save(Response(person.id, "POW-1", "2", "first thought"))
    store.responses.save(Response(other.id, "POW-1", "5"))
    store.responses.save(Response(person.id, "POW-1", "3"))
    assert store.responses.of_assessment(assessment.id) == (
        Response(person.id, "POW-1", "3"),
        Response(other.id, "POW-1", "5"),
    )


def test_saving_twice_changes_nothing(store: Store) -> None:
    """A retry after an error is harmless."""
    assessment, (person,) = start_assessment(store)
    response = Response(person.id, "POW-1", "2")
    first = store.responses.save(response).result()
    second = store.responses.save(response).result()
    assert store.responses.of_assessment(assessment.id) == (response,)
    assert second.seq > first.seq


def test_an_answer_that_was_taken_back_is_not_listed(store: Store) -> None:
    """Undo down to nothing leaves nothing to see, and the assessment was touched."""
    assessment, (person,) = start_assessment(store)
    store.responses.save(Response(person.id, "POW-1", "2", "a note"))
    saved = store.responses.save(Response(person.id, "POW-1")).result()
    assert store.responses.of_assessment(assessment.id) == ()
    (summary,) = store.lists.summaries()
    assert (summary.answered, summary.seq) == (0, saved.seq)


def test_an_empty_answer_is_none(store: Store) -> None:
    """There are not two ways of having said nothing."""
    assessment, (person,) = start_assessment(store)
    store.responses.save(Response(person.id, "POW-1", "", "a note"))
    assert store.responses.of_assessment(assessment.id) == (
        Response(person.id, "POW-1", None, "a note"),
    )


def test_nothing_of_an_answer_that_was_taken_back_stays_in_the_file(
    store: Store, folder: DataFolder
) -> None:
    """Deleted words cannot be read with other programs either."""
    _assessment, (person,) = start_assessment(store)
    store.responses.save(Response(person.id, "POW-1", "2", "a secret that slipped out " * 500))
    store.responses.save(Response(person.id, "POW-1")).result()
    assert b"a secret" not in folder.database.read_bytes()


def test_numbers_rise_across_sessions(store: Store, folder: DataFolder) -> None:
    """The order of changes can be told without a clock."""
    _assessment, (person,) = start_assessment(store)
    seqs = [store.responses.save(Response(person.id, "POW-1", code)).result().seq for code in "123"]
    store.close()
    with Store.open(folder) as again:
        seqs.append(again.responses.save(Response(person.id, "POW-2", "1")).result().seq)
    assert seqs == sorted(set(seqs))


def test_closing_waits_for_every_answer(store: Store, folder: DataFolder) -> None:
    """Whatever was handed in before the window closed is on the disk."""
    items = tuple(f"POW-{n}" for n in range(100))
    assessment, (person,) = start_assessment(store, items)
    for item in items:
        store.responses.save(Response(person.id, item, "4"))
    store.close()
    with Store.open(folder, read_only=True) as again:
        assert len(again.responses.of_assessment(assessment.id)) == 100


def test_the_end_of_the_program_waits_for_every_answer(folder: DataFolder) -> None:
    """Even if nobody closed the file, say because the window failed."""
    with Store.open(folder) as store:
        assessment, (person,) = start_assessment(store)
    code = (
        "import sys, pathlib\n"
        "from collabkit.assessments.assessment import Response\n"
        "from collabkit.paths import DataFolder\n"
        "from collabkit.storage import Store\n"
        "store = Store.open(DataFolder(pathlib.Path(sys.argv[1])))\n"
        "for n in range(100): store.responses.save(Response(sys.argv[2], f'POW-{n}', '4'))\n"
    )
    subprocess.run([sys.executable, "-c", code, folder.root, person.id], check=True)
    with Store.open(folder) as again:
        assert len(again.responses.of_assessment(assessment.id)) == 100


def test_a_read_sees_what_was_handed_in_before(store: Store) -> None:
    """Nobody has to wait for a save before looking."""
    assessment, (person,) = start_assessment(store)
    for code in "12345":
        store.responses.save(Response(person.id, "POW-1", code))
        assert store.responses.of_assessment(assessment.id)[0].answer == code


def test_many_threads_can_save_at_once(store: Store, folder: DataFolder) -> None:
    """Eight threads, each with its own person and one statement fought over by all."""
    assessment, people = start_assessment(store, people=9)
    saves: list[tuple[Response, Future[Saved]]] = []

    def answer(person_id: str) -> None:
        for n in range(25):
            for response in (
                Response(person_id, f"POW-{n}", "4"),
                Response(people[8].id, "POW-1", "3", f"{person_id} {n}"),
            ):
                saves.append((response, store.responses.save(response)))

    threads = [threading.Thread(target=answer, args=(person.id,)) for person in people[:8]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.flush()
    latest: dict[tuple[str, str], Response] = {}
    for response, _future in sorted(saves, key=lambda save: save[1].result().seq):
        latest[response.participant_id, response.item_id] = response
    assert len({future.result().seq for _response, future in saves}) == 8 * 25 * 2
    assert set(store.responses.of_assessment(assessment.id)) == set(latest.values())


def test_a_callback_may_read(store: Store) -> None:
    """Looking at the file when a save is done does not wait for itself for ever."""
    assessment, (person,) = start_assessment(store)
    seen: list[tuple[Response, ...]] = []
    done = threading.Event()

    def look(_saved: Future[Saved]) -> None:
        seen.append(store.responses.of_assessment(assessment.id))
        done.set()

    response = Response(person.id, "POW-1", "4")
    store.responses.save(response).add_done_callback(look)
    assert done.wait(10)
    assert seen == [(response,)]


def test_half_a_character_is_explained(store: Store) -> None:
    """Text that no file can hold is refused in a sentence; the earlier answer stays."""
    assessment, (person,) = start_assessment(store)
    before = Response(person.id, "POW-1", "4", "a note")
    store.responses.save(before)
    error = store.responses.save(Response(person.id, "POW-1", "4", "half \ud83d")).exception()
    assert isinstance(error, InvalidInputError)
    assert "half a character" in str(error)
    assert store.responses.of_assessment(assessment.id) == (before,)


def test_an_unknown_participant_is_not_answered_for(store: Store) -> None:
    """No answer without somebody who gave it; and the error repeats nothing of it."""
    start_assessment(store)
    error = store.responses.save(Response("nobody", "POW-1", "4", "a private note")).exception()
    assert "FOREIGN KEY" in str(error)
    assert "private" not in str(error)


def test_no_two_rows_are_sealed_alike() -> None:
    """Where one column ends and the next begins is part of the digest."""
    rows = [("a", "bc"), ("ab", "c"), ("abc", ""), ("abc", None), ("a1:b", "c"), ("a", "1:bc")]
    assert len({seal(row) for row in rows}) == len(rows)
