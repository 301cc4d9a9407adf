"""The kinds of value that a key can hold: how each is read, refused and described.

Every kind has ``read(node, sink)``, which returns the value or None after reporting a
problem, and ``schema()``, its JSON Schema. YAML's own guesses at types play no part:
the key says what its text means, and a text that would be guessed wrong elsewhere
(``no``, ``012``, ``1_000``) is either read as written or refused with the remedy.

``plain(value, sink)`` is the short way for a value of JSON that is plainly right. It
explains nothing: whatever is out of the ordinary is Odd, and ``read`` then looks at it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from skillgap.document.nodes import Mapping, Node, Scalar, Sequence, is_null
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.document.sink import Sink

Schema = dict[str, Any]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Odd(Exception):  # noqa: N818 - no fault: the strict reader is to look at it
    """A value of JSON is not plainly right."""


class Kind(Protocol):
    """What a key can hold."""

    def read(self, node: Node, sink: Sink) -> Any:  # noqa: ANN401
        """The value, or None after its problem was reported."""

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401
        """What ``read`` makes of the same value without a problem; else raises Odd."""

    def schema(self) -> Schema:
        """The JSON Schema of the value."""


def named(node: Node) -> str:
    """What a node is, in a word that a person who edits YAML knows."""
    if type(node) is Mapping:
        return _("a mapping")
    if type(node) is Sequence:
        return _("a list")
    return _("nothing") if is_null(node) else _("a text")


def wrong_type(node: Node, wanted: str, sink: Sink, hint: str | None = None) -> None:
    """Report that something else stands where a kind of value is wanted."""
    message = _("{wanted} is wanted here, not {found}").format(
        wanted=wanted, found=named(node)
    )
    if is_null(node):
        hint = _("leave the key out where the value is not known")
    sink.report("SG103", node, message, hint)


def scalar(node: Node, wanted: str, sink: Sink) -> str | None:
    """The text of a node, or None after reporting that it is none."""
    if type(node) is not Scalar or is_null(node):
        wrong_type(node, wanted, sink)
        return None
    return node.text


class Words:
    """A text of one or more lines, as it stands in the file."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The text without spaces around it."""
        text = scalar(node, _("a text"), sink)
        if text is None:
            return None
        text = text.strip()
        if not text:
            hint = _("leave the key out where the value is not known")
            sink.report("SG103", node, _("the text is empty"), hint)
            return None
        if not text.isprintable() and (found := _UNSAFE.search(text)):
            message = _("the text holds the control character U+{code:04X}").format(
                code=ord(found[0])
            )
            sink.report("SG104", node, message, _("take it out"))
            return None
        return text

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401, ARG002
        """The text, if it stands on one line and has the form."""
        if (
            type(value) is str
            and value.isprintable()
            and value.strip() == value != ""
            and self.fits(value)
        ):
            return value
        raise Odd

    def fits(self, text: str) -> bool:  # noqa: ARG002 - for kinds with a form
        """Whether a text has the form that the kind wants."""
        return True

    def schema(self) -> Schema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1}


class Pattern(Words):
    """A text of a given form, such as a code; ``wanted`` says which in words."""

    def __init__(self, pattern: str, wanted: Callable[[], str]) -> None:
        self.pattern = pattern
        self.wanted = wanted

    def read(self, node: Node, sink: Sink) -> str | None:
        """The text, if it has the form."""
        text = super().read(node, sink)
        if text is None or self.fits(text):
            return text
        message = _("{text} is not {wanted}").format(text=text, wanted=self.wanted())
        sink.report("SG104", node, message)
        return None

    def fits(self, text: str) -> bool:
        """Whether all of the text matches the pattern."""
        return re.fullmatch(self.pattern, text) is not None

    def schema(self) -> Schema:
        """A text that matches the pattern."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


class Address(Words):
    """A web address."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The address."""
        text = super().read(node, sink)
        if text is None or self.fits(text):
            return text
        message = _("{text} is not a web address").format(text=text)
        sink.report("SG104", node, message, _("begin it with https://"))
        return None

    def fits(self, text: str) -> bool:
        """Whether a text is a web address."""
        return is_address(text)

    def schema(self) -> Schema:
        """An address by http or https."""
        return {"type": "string", "pattern": "^https?://"}


class Choice(Words):
    """One word of a few."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, sink: Sink) -> str | None:
        """The word."""
        text = super().read(node, sink)
        if text is None or self.fits(text):
            return text
        message = _("{text} is none of {words}").format(
            text=text, words=", ".join(self.words)
        )
        sink.report("SG106", node, message, suggestion(text, self.words))
        return None

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401, ARG002
        """The word."""
        if type(value) is str and value in self.words:
            return value
        raise Odd

    def fits(self, text: str) -> bool:
        """Whether a text is one of the words."""
        return text in self.words

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


def suggestion(text: str, known: tuple[str, ...] | list[str]) -> str | None:
    """A hint that names the nearest known word, None where none is near."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=60)
    return _("did you mean {name}?").format(name=near[0]) if near else None


class Date(Words):
    """A year, a month or a day by ISO 8601."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The date as written."""
        text = super().read(node, sink)
        if text is None or self.fits(text):
            return text
        message = _("{text} is not a date").format(text=text)
        sink.report("SG107", node, message, _("write 2026, 2026-11 or 2026-11-23"))
        return None

    def fits(self, text: str) -> bool:
        """Whether a text is a date."""
        return is_date(text)

    def schema(self) -> Schema:
        """A year, a month or a day."""
        return {
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        }


def is_address(text: str) -> bool:
    """Whether a text is a web address."""
    return _ADDRESS.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that the calendar has."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
