"""Simple single-colour signs, drawn as lines on a grid of 24 by 24.

Lines in code cost nothing at start (a picture format would load another library), take any colour
and stay sharp at every size.
"""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

# M move, L line, Q curve through one control point, C through two, Z close, O circle (x y radius).
_SIGNS = {
    # Places
    "home": "M 3 11 L 12 4 L 21 11 M 6 9 L 6 20 L 18 20 L 18 9 M 10 20 L 10 14 L 14 14 L 14 20",
    "assess": "M 4 6 L 5.5 7.5 L 8 4.5 M 4 12 L 5.5 13.5 L 8 10.5 M 4 18 L 5.5 19.5 L 8 16.5"
    " M 12 6 L 20 6 M 12 12 L 20 12 M 12 18 L 20 18",
    "workshop": "O 12 7 3 O 5 10 2.2 O 19 10 2.2 M 7 20 Q 7 13.5 12 13.5 Q 17 13.5 17 20"
    " M 2 18 Q 2 14.8 5 14.8 M 22 18 Q 22 14.8 19 14.8",
    "plan": "M 5 21 L 5 4 M 5 5 Q 8.5 3 12 5 Q 15.5 7 19 5 L 19 13 Q 15.5 15 12 13 Q 8.5 11 5 13",
    "learn": "M 12 6.5 Q 8 4 3 5 L 3 18.5 Q 8 17.5 12 20 Q 16 17.5 21 18.5 L 21 5 Q 16 4 12 6.5"
    " L 12 20",
    "settings": "M 4 7 L 12 7 M 18 7 L 20 7 O 15 7 2.6 M 4 17 L 6 17 M 12 17 L 20 17 O 9 17 2.6",
    # Directions and small acts
    "tick": "M 4.5 12.5 L 10 18 L 19.5 6.5",
    "cross": "M 6 6 L 18 18 M 18 6 L 6 18",
    "back": "M 14.5 5 L 7.5 12 L 14.5 19",
    "next": "M 9.5 5 L 16.5 12 L 9.5 19",
    "up": "M 5 14.5 L 12 7.5 L 19 14.5",
    "down": "M 5 9.5 L 12 16.5 L 19 9.5",
    "arrow": "M 4 12 L 20 12 M 14 6 L 20 12 L 14 18",
    "plus": "M 12 5 L 12 19 M 5 12 L 19 12",
    "minus": "M 5 12 L 19 12",
    "flag": "M 6 21 L 6 4 L 18 4 L 14.5 8.5 L 18 13 L 6 13",
    "note": "M 5 19 L 6 14.5 L 16 4.5 L 19.5 8 L 9.5 18 L 5 19 M 14 6.5 L 17.5 10",
    "search": "O 10.5 10.5 6 M 15 15 L 20 20",
    "undo": "M 8 5 L 4 9 L 8 13 M 4 9 L 14 9 Q 20 9 20 14.5 Q 20 20 14 20 L 10 20",
    "bin": "M 4 7 L 20 7 M 9 7 L 9 4 L 15 4 L 15 7 M 6 7 L 7 20 L 17 20 L 18 7 M 10 11 L 10 16"
    " M 14 11 L 14 16",
    "print": "M 7 9 L 7 4 L 17 4 L 17 9 M 7 17 L 4 17 L 4 9 L 20 9 L 20 17 L 17 17"
    " M 7 14 L 17 14 L 17 20 L 7 20 Z",
    "file": "M 6 3 L 14 3 L 18 7 L 18 21 L 6 21 Z M 14 3 L 14 7 L 18 7",
    "folder": "M 3 6 L 9 6 L 11 8 L 21 8 L 21 19 L 3 19 Z",
    "save": "M 12 4 L 12 15 M 7.5 10.5 L 12 15 L 16.5 10.5 M 4 17 L 4 20 L 20 20 L 20 17",
    "calendar": "M 4 6 L 20 6 L 20 20 L 4 20 Z M 4 10.5 L 20 10.5 M 8 3.5 L 8 6 M 16 3.5 L 16 6",
    "clock": "O 12 12 8.5 M 12 7 L 12 12 L 15.5 14",
    "eye": "M 2.5 12 Q 12 2 21.5 12 Q 12 22 2.5 12 O 12 12 2.8",
    "lock": "M 6 11 L 18 11 L 18 20 L 6 20 Z M 8.5 11 L 8.5 8 Q 8.5 4 12 4 Q 15.5 4 15.5 8"
    " L 15.5 11",
    "person": "O 12 8 3.6 M 5 20.5 Q 5 14.5 12 14.5 Q 19 14.5 19 20.5",
    "info": "O 12 12 9 M 12 11 L 12 16.5 M 12 7.4 L 12 7.6",
    "alert": "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 M 12 16.9 L 12 17.1",
    "help": "O 12 12 9 M 9.4 9.6 Q 9.6 7 12 7 Q 14.7 7 14.7 9.5 Q 14.7 11 13 11.9 Q 12 12.5 12 13.8"
    " M 12 16.9 L 12 17.1",
    "keyboard": "M 3 6 L 21 6 L 21 18 L 3 18 Z M 8 14.5 L 16 14.5 M 6.5 10 L 6.6 10"
    " M 10 10 L 10.1 10 M 13.7 10 L 13.8 10 M 17.3 10 L 17.4 10",
    "table": "M 4 5 L 20 5 L 20 19 L 4 19 Z M 4 10 L 20 10 M 11 10 L 11 19",
    "text-size": "M 3 19 L 9 5 L 15 19 M 5.2 14 L 12.8 14 M 15.5 19 L 18.3 12 L 21.2 19"
    " M 16.6 16.6 L 20 16.6",
    "theme": "O 12 12 8.5 M 12 3.5 L 12 20.5 M 12 8 L 15.5 4.6 M 12 13 L 19 6.6"
    " M 12 18 L 20.3 10.3",
    # The five themes: a quiet mark each
    "power": "M 12 4 L 12 20 M 8 20 L 16 20 M 4 7 L 20 7 M 4 7 L 1.8 13 M 4 7 L 6.2 13"
    " M 1.8 13 Q 4 15.5 6.2 13 M 20 7 L 17.8 13 M 20 7 L 22.2 13 M 17.8 13 Q 20 15.5 22.2 13",
    "empathy": "M 12 20 Q 3 14 3 8.8 Q 3 4.5 7.2 4.5 Q 10.5 4.5 12 8 Q 13.5 4.5 16.8 4.5"
    " Q 21 4.5 21 8.8 Q 21 14 12 20",
    "honesty": "O 9.5 12 6.5 O 14.5 12 6.5",
    "communication": "M 3 4 L 16 4 L 16 12.5 L 8.5 12.5 L 5.5 15.5 L 5.5 12.5 L 3 12.5 Z"
    " M 19 8.5 L 21 8.5 L 21 17 L 18.5 17 L 18.5 20 L 15.5 17 L 10 17 L 10 15.5",
    "impact": "O 12 12 2 O 12 12 5.5 O 12 12 9",
}
GRID = 24


def sign_names() -> tuple[str, ...]:
    """Return the names of all signs."""
    return tuple(_SIGNS)


@cache
def sign_path(name: str) -> QPainterPath:
    """Return the lines of the sign ``name`` on the grid; raises ``KeyError`` for an unknown one."""
    path = QPainterPath()
    words = iter(_SIGNS[name].split())
    for act in words:
        match act:
            case "M":
                path.moveTo(_point(words))
            case "L":
                path.lineTo(_point(words))
            case "Q":
                path.quadTo(_point(words), _point(words))
            case "C":
                path.cubicTo(_point(words), _point(words), _point(words))
            case "O":
                centre, radius = _point(words), float(next(words))
                path.addEllipse(centre, radius, radius)
            case "Z":
                path.closeSubpath()
            case _:
                raise ValueError(f"{act!r} in the sign {name!r} is not a line")
    return path


def paint_sign(
    painter: QPainter, name: str, box: QRectF, colour: QColor, weight: float = 2
) -> None:
    """Draw the sign ``name`` into the square ``box``; ``weight`` is the width of its lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    pen = QPen(colour, weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(sign_path(name))
    painter.restore()


def _point(words: Iterator[str]) -> QPointF:
    return QPointF(float(next(words)), float(next(words)))
