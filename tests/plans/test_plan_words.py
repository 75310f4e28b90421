"""Every word of a plan has something for people to read."""

from collabkit.assessments.meanings import kind_meaning
from collabkit.assessments.pack import ActionKind
from collabkit.plans.names import status_name
from collabkit.plans.plan import Status


def test_every_status_has_a_label_of_its_own() -> None:
    assert len({status_name(status) for status in Status}) == len(Status)


def test_every_kind_of_action_says_what_it_takes() -> None:
    meanings = {kind_meaning(kind) for kind in ActionKind}
    assert len(meanings) == len(ActionKind)
    assert all(meaning.endswith(".") for meaning in meanings)
