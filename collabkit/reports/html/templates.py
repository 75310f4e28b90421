"""From a page to its bytes, by the templates in ``resources/report_templates``.

Autoescaping is always on and nothing in the templates turns it off, so nothing that anybody types
can become markup. A name that a template spells wrongly is an error and never an empty place.
"""

import json
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.reports.contents.counts import full_name
from collabkit.reports.html.dots import counts_of_block, counts_of_statement, strip
from collabkit.reports.html.page import Page
from collabkit.reports.html.radar import (
    corners_of_outline,
    corners_of_themes,
    outline_in_words,
    radar,
    rings,
)
from collabkit.reports.html.text import counted, css_string, lines_of
from collabkit.reports.html.wording import weight_of, wording
from collabkit.reports.plain_text import plain_line


def render(page: Page) -> bytes:
    """Return the page in UTF-8; equal pages give equal bytes.

    Raises ``EnvironmentProblemError`` if the templates are not installed.
    """
    try:
        return _environment().get_template("page.html").render(page=page).encode()
    except (TemplateNotFound, OSError) as error:
        raise EnvironmentProblemError(
            _("The templates of web pages are missing. Please install collabkit again.")
        ) from error


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resource("report_templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {
        "lines": lines_of,
        "one_line": plain_line,
        "css_string": css_string,
        "block_kind": lambda block: type(block).__name__.lower(),
        "full_name": full_name,
        "weight": weight_of,
    }
    environment.globals |= {
        "words": wording(),
        "light": _theme("light"),
        "dark": _theme("dark"),
        "contrast": _theme("contrast"),
        "radar": radar,
        "rings": rings,
        "corners_of_themes": corners_of_themes,
        "corners_of_outline": corners_of_outline,
        "outline_in_words": outline_in_words,
        "strip": strip,
        "counts_of_statement": counts_of_statement,
        "counts_of_block": counts_of_block,
        "counted": counted,
    }
    return environment


def _theme(name: str) -> dict[str, Any]:
    """Return the colours of one of the program's own themes by role."""
    roles: dict[str, Any] = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
    return roles
