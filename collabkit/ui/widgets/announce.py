"""Says something to people who listen to the screen."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Let a screen reader say ``sentence``; an ``urgent`` one interrupts what it is saying."""
    # Not needed to open the window, and dear to load.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def tell_opened(widget: QWidget, is_open: bool) -> None:
    """Let a screen reader know that ``widget`` has just opened or closed something."""
    from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent

    if not QAccessible.isActive():
        return
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = 1
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))
