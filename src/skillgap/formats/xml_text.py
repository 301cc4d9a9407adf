"""XML of unknown origin into elements, in bounded time and memory.

Entities are refused and nothing outside the file is read (defusedxml); size and depth
are bounded here.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from skillgap.formats.imported import refusal
from skillgap.formats.json_text import check_size
from skillgap.locale import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 24 * 1024 * 1024
MAX_DEPTH = 200
MAX_ELEMENTS = 600_000


def parse_xml(data: bytes, shown: str) -> Element:
    """The root element of an XML text.

    Raises:
        DataError: it is too large or too deep, no XML, or declares entities.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    check_size(data, MAX_BYTES, shown)
    depth, count = 0, 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(data), events=("start", "end")):
            if event == "end":
                depth -= 1
                continue
            root = element if root is None else root
            depth, count = depth + 1, count + 1
            if depth > MAX_DEPTH or count > MAX_ELEMENTS:
                message = _("its elements are too many, or stand too deep")
                raise refusal("import-too-deep", message, shown)
    except DefusedXmlException as error:
        message = _("the XML declares entities, which can make a small file endless")
        raise refusal("import-entities", message, shown) from error
    except (ParseError, LookupError, ValueError, UnicodeError) as error:
        message = _("the file is not XML: {reason}").format(reason=error)
        raise refusal("import-not-xml", message, shown) from error
    if root is None:
        raise refusal("import-not-xml", _("the file is not XML"), shown)
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
