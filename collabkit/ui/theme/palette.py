"""The roles as Qt's own palette, for everything that the style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from collabkit.ui.theme.roles import Roles

_Role = QPalette.ColorRole


def qt_palette(roles: Roles) -> QPalette:
    """Return Qt's palette for ``roles``."""
    palette = QPalette()
    colours = {
        _Role.Window: roles.paper,
        _Role.WindowText: roles.ink,
        _Role.Base: roles.surface,
        _Role.AlternateBase: roles.paper,
        _Role.Text: roles.ink,
        _Role.PlaceholderText: roles.muted,
        _Role.Button: roles.surface,
        _Role.ButtonText: roles.ink,
        _Role.BrightText: roles.alert,
        _Role.Light: roles.surface,
        _Role.Midlight: roles.line,
        _Role.Mid: roles.edge,
        _Role.Dark: roles.edge,
        _Role.Shadow: roles.ink,
        _Role.Highlight: roles.accent,
        _Role.HighlightedText: roles.on_accent,
        _Role.Accent: roles.accent,
        _Role.Link: roles.accent,
        _Role.LinkVisited: roles.accent,
        _Role.ToolTipBase: roles.surface,
        _Role.ToolTipText: roles.ink,
    }
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(roles.resting))
    return palette
