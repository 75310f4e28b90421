"""With several questionnaires there is a step to choose one."""

import pytest
from house import TODAY, House

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.services.packs import builtin_packs
from collabkit.ui.new_assessment.presenter import NewAssessmentPresenter
from collabkit.ui.new_assessment.state import Step, WizardState
from collabkit.ui.new_assessment.steps import PackStep
from collabkit.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def second() -> Pack:
    """Another questionnaire, of which all statements are always asked."""
    source = resource("packs", "five-themes.toml").read_text(encoding="utf-8")
    source = source.replace('id = "five-themes"', 'id = "second"')
    source = source.replace('title = "The five themes"', 'title = "A second look"')
    source = source.replace("core = true", "core = false").replace(", short = 9", "")
    return parse_pack(source.encode(), "second.toml")


def begin(house: House, *packs: Pack) -> tuple[NewAssessmentPresenter, list[WizardState]]:
    presenter = NewAssessmentPresenter(house.services, packs, lambda: TODAY)
    states: list[WizardState] = []
    presenter.state_changed.connect(states.append)
    presenter.open(None)
    return presenter, states


def test_with_several_packs_one_is_chosen(house: House, second: Pack) -> None:
    """The step stands between the charity and the statements."""
    house.charity("Sample Kitchen")
    _presenter, states = begin(house, *builtin_packs(), second)
    assert states[-1].steps == tuple(Step)
    assert (states[-1].step, states[-1].number) == (Step.PACK, 2)


def test_a_pack_without_a_short_version_needs_no_choice_of_statements(
    house: House, second: Pack
) -> None:
    """After such a pack the next step is who answers, and everything is asked."""
    house.charity("Sample Kitchen")
    presenter, states = begin(house, *builtin_packs(), second)
    presenter.choose_pack("second")
    presenter.go_next()
    assert (states[-1].step, states[-1].number, len(states[-1].steps)) == (Step.PEOPLE, 3, 3)
    assert states[-1].choices.selection is Selection.ALL


def test_the_step_says_what_is_asked_of_whom_and_how_well_tested_it_is(
    qapp: object, house: House, second: Pack
) -> None:
    """Title, question and time stand on the card; who should answer and the status below."""
    house.charity("Sample Kitchen")
    _presenter, states = begin(house, *builtin_packs(), second)
    step = PackStep()
    step.render_state(states[-1])
    cards = {card.accessibleName(): card.accessibleDescription() for card in step.choice.cards}
    assert "About 19 minutes, nine in the short version." in cards["The five themes"]
    assert cards["A second look"].endswith("About 19 minutes.")
    read = "\n".join(text.text() for text in step.findChildren(Text))
    assert "charities have not tested it yet" in read
    assert "Trustees, staff and volunteers" in read
