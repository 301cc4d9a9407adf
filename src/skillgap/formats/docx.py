"""The text of a Word document (.docx): paragraphs, tables and text boxes, in order.

Only ``word/document.xml`` is read: headers and footers repeat names and addresses, and
nothing else of the package is opened. The names are those of ECMA-376, part 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.xml_text import local_name, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from skillgap.formats.archives import Archive

DOCUMENT = "word/document.xml"
BULLET = "\N{BULLET} "

# A text box stands twice in a file, the second time for old programs; what was deleted
# or moved away with changes tracked is no longer the person's text.
_SKIPPED = frozenset(("Fallback", "del", "moveFrom", "instrText"))
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def docx_lines(archive: Archive, shown: str) -> list[str]:
    """The lines of the document's body; items of lists begin with a bullet.

    Raises:
        DataError: the document is damaged or too large.
    """
    root = parse_xml(archive.read(DOCUMENT), shown)
    lines: list[str] = []
    for paragraph in _paragraphs(root):
        text = "".join(_texts(paragraph))
        prefix = BULLET if text.strip() and _is_item(paragraph) else ""
        lines.extend((prefix + text).split("\n"))
    return lines


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs, each before those in its own text boxes."""
    for child in element:
        name = local_name(child)
        if name in _SKIPPED:
            continue
        if name == "p":
            yield child
        yield from _paragraphs(child)


def _texts(element: Element) -> Iterator[str]:
    """The pieces of text of a paragraph, without those of paragraphs within it."""
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _SKIPPED and name not in {"p", "pPr"}:
            yield from _texts(child)


def _is_item(paragraph: Element) -> bool:
    return any(
        local_name(part) == "numPr"
        for properties in paragraph
        if local_name(properties) == "pPr"
        for part in properties
    )
