"""What About says."""

import platform

from PySide6.QtCore import qVersion

import collabkit
from collabkit.assessments.pack import Source
from collabkit.i18n import _
from collabkit.library.licences import licensed_parts
from collabkit.services.packs import builtin_packs, sources
from collabkit.ui.widgets.whole_text import Paragraph


def version() -> str:
    """Return the version, with those that matter to whoever is asked for help."""
    return _("Version {version}, with Python {python} and Qt {qt}.").format(
        version=collabkit.__version__, python=platform.python_version(), qt=qVersion()
    )


def reports() -> tuple[Paragraph, ...]:
    """Return the published reports that the content rests on."""
    paragraphs = []
    for source in sources():
        paragraphs.append(Paragraph(source.title, "strong", above=1.5))
        paragraphs.append(Paragraph(_who(source), above=0.2))
    return tuple(paragraphs)


def standing() -> tuple[Paragraph, ...]:
    """Return how well tested the content is, in the words of each pack under its title."""
    paragraphs = []
    for pack in builtin_packs():
        paragraphs.append(Paragraph(pack.title, "strong", above=1.5))
        paragraphs.append(Paragraph(pack.status, above=0.2))
    return tuple(paragraphs)


def parts() -> tuple[Paragraph, ...]:
    """Return the parts by others and their licences."""
    paragraphs = []
    for part in licensed_parts():
        paragraphs.append(Paragraph(part.name, "strong", above=1.5))
        about = _("For: {use}. Licence: {licence}.").format(use=part.use, licence=part.licence)
        paragraphs.append(Paragraph(about, above=0.2))
    return tuple(paragraphs)


def qt_notice() -> str:
    """Return what the licence of Qt asks us to say."""
    return _(
        "The window is drawn with Qt {version}, through PySide6. Both are used under the GNU "
        "Lesser General Public License, version 3. They are separate, unchanged packages beside "
        "collabkit, and you may replace them with your own build: install another version of "
        "PySide6 in the same place. Their source is published by The Qt Company at code.qt.io, "
        "and the licence at www.gnu.org/licenses/lgpl-3.0.html."
    ).format(version=qVersion())


def _who(source: Source) -> str:
    if source.publisher:
        return _("By {authors}. Published by {publisher}, {year}.").format(
            authors=source.authors, publisher=source.publisher, year=source.year
        )
    return _("By {authors}, {year}.").format(authors=source.authors, year=source.year)
