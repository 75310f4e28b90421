"""Plans that are drawn once and looked at by many tests."""

from collections.abc import Callable
from functools import cache

import plan_examples
import pytest
from pdf_reading import Tag, tags_of

from collabkit.reports.pdf import render_plan

EXAMPLES = ("short_single", "full_single", "group", "empty", "long_texts", "strange_names")


@cache
def _drawn(name: str) -> bytes:
    return render_plan(getattr(plan_examples, name)())


@cache
def _tags(name: str) -> Tag:
    return tags_of(_drawn(name))


@pytest.fixture
def drawn() -> Callable[[str], bytes]:
    """The PDF of an example of ``plan_examples``."""
    return _drawn


@pytest.fixture
def tags() -> Callable[[str], Tag]:
    """The tree of tags of an example."""
    return _tags


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> str:
    """The name of each example in turn."""
    name: str = request.param
    return name
