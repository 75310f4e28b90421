"""Words on screen, on paper and in the terminal go through here.

The standard library's gettext serves the core, the reports and the window alike: Qt's own cannot
reach a core without Qt. The source language is British English, so far the only one; a catalogue
for another would be chosen here.
"""

import gettext as _gettext

_translations = _gettext.NullTranslations()


def _(message: str) -> str:
    """Return ``message`` in the chosen language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a sentence that fits ``number``."""
    return _translations.ngettext(singular, plural, number)
