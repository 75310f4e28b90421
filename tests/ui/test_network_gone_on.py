"""Somebody has gone on while a file was looked at: what is wrong with it is not told there."""

from pathlib import Path

import pytest
from house import TODAY, House
from network_desk import group_files, wait_for_jobs

from collabkit.ui.network.files_presenter import FilesPresenter
from collabkit.ui.network.presenter import NetworkPresenter

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def networks(house: House) -> tuple[str, str]:
    """The ids of two networks."""
    add = house.services.networks.add
    return add("Sample Network", TODAY, 3).id, add("Other Network", TODAY, 3).id


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder in which there is no file of a group."""
    (empty := tmp_path / "empty").mkdir()
    return empty


def of_files(house: House, network_id: str) -> tuple[FilesPresenter, list[str]]:
    """Return what looks at files for a network, and a list of what was wrong."""
    presenter, problems = FilesPresenter(house.context), list[str]()
    presenter.problem_met.connect(problems.append)
    presenter.open(network_id)
    return presenter, problems


def test_it_is_told_to_who_is_still_there(
    house: House, networks: tuple[str, str], empty: Path
) -> None:
    presenter, problems = of_files(house, networks[0])
    presenter.look_at((empty,))
    wait_for_jobs()
    assert len(problems) == 1


@pytest.mark.parametrize("go_on", ["to another network", "to other files"])
def test_what_was_wrong_with_files_is_not_told_to_who_has_gone_on(
    house: House, networks: tuple[str, str], empty: Path, tmp_path: Path, go_on: str
) -> None:
    """Nor does it take away what is being read by then."""
    presenter, problems = of_files(house, networks[0])
    files = group_files(tmp_path / "in", 2)
    presenter.look_at((empty,))
    if go_on == "to another network":
        presenter.open(networks[1])
    else:
        presenter.look_at(files)
    wait_for_jobs()
    assert problems == []
    assert presenter.state.to_take == (0 if go_on == "to another network" else 2)


@pytest.mark.parametrize(("place", "told"), [(0, 1), (1, 0)])
def test_a_file_that_is_none_lets_nobody_go_and_is_told_where_it_was_chosen(
    house: House, networks: tuple[str, str], tmp_path: Path, place: int, told: int
) -> None:
    presenter, news = NetworkPresenter(house.context), list[object]()
    presenter.told.connect(news.append)
    presenter.open(networks[0])
    (none := tmp_path / "none.collabkit-group").write_text("a shopping list")
    presenter.let_go_of_file(none)
    presenter.open(networks[place])
    wait_for_jobs()
    assert len(news) == told
