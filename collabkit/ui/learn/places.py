"""The places of the library, loaded and made at their first visit.

=========  =================================================================
learn      —
stories    ``situation`` to show the stories for, ``None`` for the last wishes
story      ``story_id`` of a case or a short example
words      ``term`` to open at, ``None`` for the beginning
guidance   —
guide      ``guide``, the key of a page; ``section`` to open at
facts      ``fact`` to open at
sources    —
statement  ``pack_id``, ``item_id``
search     —
=========  =================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def learn_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Learn, what is reached from it, and the search."""
    learn = Place("learn", _("Learn"), "learn", partial(_learn, context))
    return (
        learn,
        learn.below("stories", _("Stories"), partial(_stories, context)),
        learn.below("story", _("Story"), partial(_story, context)),
        learn.below("words", _("Words"), partial(_words, context)),
        learn.below("guidance", _("Guidance"), partial(_guidance, context)),
        learn.below("guide", _("Guidance"), partial(_guide, context)),
        learn.below("facts", _("Facts you may quote"), partial(_facts, context)),
        learn.below("sources", _("Where this comes from"), partial(_sources, context)),
        learn.below("statement", _("Statement"), partial(_statement, context)),
        Place("search", _("Search"), "search", partial(_search, context)),
    )


def _learn(context: "ContextSource") -> Page:
    from collabkit.ui.learn.page import LearnPage

    return LearnPage(context())


def _stories(context: "ContextSource") -> Page:
    from collabkit.ui.learn.stories.page import StoriesPage

    return StoriesPage(context())


def _story(context: "ContextSource") -> Page:
    from collabkit.ui.learn.stories.story_page import StoryPage

    return StoryPage(context())


def _words(context: "ContextSource") -> Page:
    from collabkit.ui.learn.words.page import WordsPage

    return WordsPage(context())


def _guidance(context: "ContextSource") -> Page:
    from collabkit.ui.learn.guidance.page import GuidancePage

    return GuidancePage(context())


def _guide(context: "ContextSource") -> Page:
    from collabkit.ui.learn.guidance.guide_page import GuidePage

    return GuidePage(context())


def _facts(context: "ContextSource") -> Page:
    from collabkit.ui.learn.facts.page import FactsPage

    return FactsPage(context())


def _sources(context: "ContextSource") -> Page:
    from collabkit.ui.learn.sources.page import SourcesPage

    return SourcesPage(context())


def _statement(context: "ContextSource") -> Page:
    from collabkit.ui.learn.statement.page import StatementPage

    return StatementPage(context())


def _search(context: "ContextSource") -> Page:
    from collabkit.ui.search.page import SearchPage

    return SearchPage(context())
