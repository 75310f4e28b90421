"""The life that is interrupted elsewhere: known word for word, and any slip of it is seen."""

from pathlib import Path

from deeds import World, do, judge, prepare, read

from collabkit.paths import DataFolder
from collabkit.storage import Store


def test_the_file_holds_what_the_changes_say(tmp_path: Path) -> None:
    """After each of 120 changes, and opened again."""
    world = World()
    with Store.open(DataFolder(tmp_path)) as store:
        prepare(store)
        for number in range(120):
            assert do(store, number).exception() is None
            verdict = judge(read(store), world, at_least=number + 1, at_most=number + 1)
            assert verdict.number == number + 1, verdict.reason
    with Store.open(DataFolder(tmp_path)) as store:
        assert judge(read(store), world, at_least=120, at_most=120).number == 120


def test_a_change_that_is_missing_is_seen(tmp_path: Path) -> None:
    """Each kind of change leaves a trace, so leaving one out cannot pass."""
    with Store.open(DataFolder(tmp_path)) as store:
        prepare(store)
        for number in range(60):
            do(store, number).result()
            passed = judge(read(store), World(), at_least=number + 2, at_most=number + 3)
            assert passed.number is None
