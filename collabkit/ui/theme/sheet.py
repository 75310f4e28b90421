"""The style sheet: how Qt's own controls look. What draws itself is not in here."""

from collabkit.ui.theme.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for ``theme``."""
    c, m = theme.roles, theme.metrics
    # Qt leaves corners square whose radius is even a little more than half the bar.
    round_bar = (m.ems(0.9) - 2 * m.ems(0.2)) // 2
    return f"""
QPushButton {{
    background: {c.surface}; color: {c.ink}; border: {m.hair}px solid {c.edge};
    border-radius: {m.corner}px; padding: {m.ems(0.3)}px {m.ems(1.1)}px;
    min-height: {m.target - 2 * m.ems(0.3) - 2 * m.hair}px; font-weight: 600;
    outline: none;
}}
QPushButton:hover {{ background: {c.accent_soft}; }}
QPushButton:pressed {{ background: {c.accent_soft}; border-color: {c.ink}; }}
QPushButton:disabled {{ color: {c.resting}; background: transparent; border-color: {c.line}; }}
QPushButton[kind="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
}}
QPushButton[kind="primary"]:hover {{ border-color: {c.ink}; }}
QPushButton[kind="primary"]:disabled {{
    color: {c.resting}; background: transparent; border-color: {c.line};
}}
QPushButton[kind="quiet"] {{
    background: transparent; color: {c.accent}; border-color: transparent;
    padding-left: {m.ems(0.55)}px; padding-right: {m.ems(0.55)}px;
}}
QPushButton[kind="quiet"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:disabled {{ color: {c.resting}; }}
QPushButton[bare="true"] {{
    padding-left: {m.ems(0.3)}px; padding-right: {m.ems(0.3)}px;
    min-width: {m.target - 2 * m.ems(0.3) - 2 * m.hair}px;
}}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
    background: {c.surface}; color: {c.ink}; border: {m.hair}px solid {c.edge};
    border-radius: {m.corner}px; padding: {m.ems(0.3)}px {m.ems(0.6)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
    placeholder-text-color: {c.muted};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{
    min-height: {m.target - 2 * m.ems(0.3) - 2 * m.hair}px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
    color: {c.muted}; background: transparent; border-color: {c.line};
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{
    border: {2 * m.hair}px solid {c.alert};
}}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {m.ems(2)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {c.surface}; color: {c.ink}; border: {m.hair}px solid {c.edge}; outline: none;
}}
QComboBox QAbstractItemView::item {{
    min-height: {m.target}px; padding: 0 {m.ems(0.6)}px; color: {c.ink};
}}
QComboBox QAbstractItemView::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {m.ems(0.9)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {m.ems(0.9)}px; margin: 0; }}
QScrollBar::handle {{
    background: {c.edge}; border-radius: {round_bar}px; margin: {m.ems(0.2)}px;
}}
QScrollBar::handle:vertical {{ min-height: {m.ems(3)}px; }}
QScrollBar::handle:horizontal {{ min-width: {m.ems(3)}px; }}
QScrollBar::handle:hover {{ background: {c.ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView {{
    background: transparent; color: {c.ink}; border: none; gridline-color: transparent;
    selection-background-color: {c.accent_soft}; selection-color: {c.ink}; outline: none;
}}
QTableView::item {{
    padding: {m.ems(0.4)}px {m.ems(0.5)}px; border: none; border-bottom: 1px solid {c.line};
}}
QTableView::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QHeaderView, QTableCornerButton::section {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {c.muted}; border: none; font-weight: 600;
    border-bottom: {2 * m.hair}px solid {c.edge}; padding: {m.ems(0.4)}px {m.ems(0.5) + 3}px;
}}
CalendarPane {{ background: {c.surface}; border: {m.hair}px solid {c.edge}; }}
QCalendarWidget QWidget {{
    background: {c.surface}; color: {c.ink}; alternate-background-color: {c.surface};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.resting}; }}
QCalendarWidget QAbstractItemView {{
    background: {c.surface}; color: {c.ink}; outline: none;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QCalendarWidget QAbstractItemView::item {{ border: none; padding: 0; }}
QCalendarWidget QAbstractItemView::item:selected {{
    background: {c.accent}; color: {c.on_accent};
}}
QCalendarWidget QToolButton {{
    background: transparent; border: none; border-radius: {m.corner}px; font-weight: 600;
    min-height: {m.target}px; padding: 0 {m.ems(0.8)}px;
}}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{
    background: {c.accent_soft};
}}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QSpinBox {{ min-height: {m.target}px; }}
QToolTip {{
    background: {c.surface}; color: {c.ink}; border: {m.hair}px solid {c.edge};
    padding: {m.ems(0.4)}px;
}}
QMenu {{
    background: {c.surface}; color: {c.ink}; border: {m.hair}px solid {c.edge};
    padding: {m.ems(0.3)}px;
}}
QMenu::item {{ padding: {m.ems(0.5)}px {m.ems(1.2)}px; border-radius: {m.ems(0.3)}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
"""
