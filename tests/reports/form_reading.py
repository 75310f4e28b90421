"""Reading the fields of a form the way a program does that fills it in."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf


@dataclass(frozen=True)
class Widget:
    """One place to fill in: the field's whole name, the page from 0, and the state it switches."""

    name: str
    page: int
    rect: tuple[float, float, float, float]
    state: str
    label: str
    flags: int
    struct_parent: int | None


def fields_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every field that has no fields below it, by its whole name."""
    return dict(_below(list(pdf.Root.AcroForm.Fields), ""))


def _below(nodes: "list[pikepdf.Object]", above: str) -> Iterator[tuple[str, pikepdf.Object]]:
    for node in nodes:
        name = f"{above}{node.T}"
        kids = [kid for kid in node.get("/Kids", []) if "/T" in kid]
        if kids:
            yield from _below(kids, f"{name}.")
        else:
            yield name, node


def widgets_of(pdf: pikepdf.Pdf) -> list[Widget]:
    """All places to fill in, in the order in which the pages list them."""
    return [
        _widget(annotation, number)
        for number, page in enumerate(pdf.pages)
        for annotation in page.get("/Annots", [])
    ]


def _widget(annotation: pikepdf.Object, page: int) -> Widget:
    looks = annotation.AP.N
    states = (
        [] if isinstance(looks, pikepdf.Stream) else [state for state in looks if state != "/Off"]
    )
    left, bottom, right, top = map(float, annotation.Rect)
    return Widget(
        name=_name(annotation),
        page=page,
        rect=(left, bottom, right, top),
        state=states[0][1:] if states else "",
        label=str(annotation.get("/TU", "")),
        flags=int(annotation.F),
        struct_parent=int(annotation.StructParent) if "/StructParent" in annotation else None,
    )


def _name(node: pikepdf.Object) -> str:
    parts = []
    while node is not None:
        if "/T" in node:
            parts.append(str(node.T))
        node = node.get("/Parent")
    return ".".join(reversed(parts))


def sides_of_statements(pdf: pikepdf.Pdf) -> list[set[tuple[int, int]]]:
    """On which pages each statement with all that belongs to it stands."""
    return [
        set(_pages(element))
        for element in pdf.Root.StructTreeRoot.K.K
        if element.S == "/Sect" and element.K[0].S == "/H3"
    ]


def _pages(element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    for kid in element.get("/K", []):
        if "/Pg" in kid:
            yield kid.Pg.objgen
        else:
            yield from _pages(kid)
