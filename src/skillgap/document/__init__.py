"""The one reader of YAML: values that know their line and column, checked by tables.

``read_document`` turns a file into nodes, strictly and in bounded time and memory.
``Table`` and the kinds say what a file may hold; reading a node by a table gives the
record and every problem in it, and the same table gives the JSON Schema for editors.
"""

from __future__ import annotations

from skillgap.document.nodes import (
    Document,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_null,
)
from skillgap.document.yaml import parse_document, read_document

__all__ = [
    "Document",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "is_null",
    "parse_document",
    "read_document",
]
