"""Copies of a session say the same wherever they are asked for."""

from pathlib import Path

import pytest
from house import TODAY, House
from workshop_desk import prepared

from collabkit.ui.workshop.copying import SessionCopier


@pytest.fixture
def copier(house: House) -> SessionCopier:
    return SessionCopier(house.services, lambda: TODAY)


def test_a_copy_is_another_session_with_a_title_of_its_own(
    house: House, copier: SessionCopier
) -> None:
    session = prepared(house)
    copy = house.services.workshops.get(copier.copy(session.id))
    assert copy.id != session.id
    assert copy.meeting.preparation.title == "Copy of Away-day"


def test_a_template_is_told_with_its_name_and_where_it_is(
    house: House, copier: SessionCopier
) -> None:
    told = copier.save_as_template(prepared(house).id)
    assert told == "“Away-day” is among the templates now, under Workshop."
    assert [card.title for card in house.services.workshops.templates()] == ["Away-day"]


def test_a_file_is_told_with_its_name_and_folder(
    house: House, copier: SessionCopier, tmp_path: Path
) -> None:
    path = tmp_path / "day.json"
    told = copier.save_file(prepared(house).id, path)
    assert path.is_file()
    assert told.startswith(f"Saved as “day.json” in {tmp_path}.")
