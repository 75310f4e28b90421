"""Words on screen, on paper and in the terminal go through here.

The standard library's gettext serves the core, the reports and the window alike. The source
language is British English; catalogues, when there are any, lie in ``resources/i18n``.
"""

import gettext as _gettext

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def _(message: str) -> str:
    """Return ``message`` in the chosen language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a sentence that fits ``number``."""
    return _translations.ngettext(singular, plural, number)


def use_language(code: str) -> None:
    """Take the catalogue of ``code`` (such as ``cy``) if there is one; otherwise stay English."""
    from collabkit.assets import resources  # found only when a language is asked for

    global _translations
    _translations = _gettext.translation(
        "collabkit", str(resources() / "i18n"), languages=[code], fallback=True
    )
