"""The text cursor of a one-line field as wide as its text needs: a pixel is lost in large text."""

from PySide6.QtWidgets import QApplication, QLineEdit, QProxyStyle, QStyle, QStyleOption, QWidget

from collabkit.ui.theme.theme import theme_of

_NAME = "collabkit_caret"


def widen_caret(line: QLineEdit) -> None:
    """Let the text cursor of ``line`` grow with its text, as that of a box of several lines."""
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("a field comes after the application")
    style = app.property(_NAME)
    if not isinstance(style, _Style):
        style = _Style("fusion")
        style.setParent(app)  # goes with it, and not before any field
        app.setProperty(_NAME, style)
    line.setStyle(style)


class _Style(QProxyStyle):
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric is QStyle.PixelMetric.PM_TextCursorWidth and widget is not None:
            return theme_of(widget).metrics.hair
        return super().pixelMetric(metric, option, widget)
