"""The kinds of value that a key can hold: how each is read, refused and described.

Every kind has ``read(node, sink)``, which returns the value or None after reporting a
problem, and ``schema()``, its JSON Schema. YAML's own guesses at types play no part:
the key says what its text means, and a text that would be guessed wrong elsewhere
(``no``, ``012``, ``1_000``) is either read as written or refused with the remedy.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Protocol

from skillgap.document.nodes import Mapping, Node, Scalar, Sequence, is_null
from skillgap.document.sink import Sink
from skillgap.locale import _
from skillgap.model import Text, Texts

Schema = dict[str, Any]

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID_WITH_DOTS = "[a-z0-9]+(?:[-.][a-z0-9]+)*"
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ODD_NUMBER = re.compile(r"[-+]?0*([0-9][0-9_ ,]*(?:\.[0-9_]*)?)")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_NUMBER = 15


class Kind(Protocol):
    """What a key can hold."""

    def read(self, node: Node, sink: Sink) -> Any:  # noqa: ANN401
        """The value, or None after its problem was reported."""

    def schema(self) -> Schema:
        """The JSON Schema of the value."""


def named(node: Node) -> str:
    """What a node is, in a word that a person who edits YAML knows."""
    if type(node) is Mapping:
        return _("a mapping")
    if type(node) is Sequence:
        return _("a list")
    return _("nothing") if is_null(node) else _("a text")


def wrong(node: Node, wanted: str, sink: Sink, hint: str | None = None) -> None:
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
        wrong(node, wanted, sink)
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

    def schema(self) -> Schema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1}


class Pattern(Words):
    """A text of a given form, such as a code."""

    def __init__(self, pattern: str, wanted: str) -> None:
        self.pattern = pattern
        self.wanted = wanted

    def read(self, node: Node, sink: Sink) -> str | None:
        """The text, if it has the form."""
        text = super().read(node, sink)
        if text is None or re.fullmatch(self.pattern, text):
            return text
        message = _("{text} is not {wanted}").format(text=text, wanted=_(self.wanted))
        sink.report("SG104", node, message)
        return None

    def schema(self) -> Schema:
        """A text that matches the pattern."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


class Id(Words):
    """The id by which other records name this one, unique in its list."""

    def __init__(self, list_name: str, *, dots: bool = False) -> None:
        self.list = list_name
        self.form = _ID_WITH_DOTS if dots else _ID

    def read(self, node: Node, sink: Sink) -> str | None:
        """The id; it is recorded as defined even where the rest of the record fails."""
        text = super().read(node, sink)
        if text is None:
            return None
        sink.define(self.list, text, node)
        if re.fullmatch(self.form, text):
            return text
        message = _("{text} is not an id").format(text=text)
        hint = _("lower-case letters and digits in words joined by hyphens, like a-b-2")
        sink.report("SG104", node, message, hint)
        return None

    def schema(self) -> Schema:
        """Lower-case words joined by hyphens."""
        return {"type": "string", "pattern": f"^{self.form}$"}


class Reference(Words):
    """The id of a record of some list."""

    def __init__(self, list_name: str) -> None:
        self.list = list_name

    def read(self, node: Node, sink: Sink) -> str | None:
        """The id; that there is such a record is checked when all files are read."""
        text = super().read(node, sink)
        if text is not None:
            sink.refer(self.list, text, node)
        return text


class Address(Words):
    """A web address."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The address."""
        text = super().read(node, sink)
        if text is None or _ADDRESS.fullmatch(text):
            return text
        message = _("{text} is not a web address").format(text=text)
        sink.report("SG104", node, message, _("begin it with https://"))
        return None

    def schema(self) -> Schema:
        """An address by http or https."""
        return {"type": "string", "pattern": "^https?://"}


class AddressOr(Reference):
    """The id of a record of some list, or a web address."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The address or the id."""
        if type(node) is Scalar and "://" in node.text:
            return Address().read(node, sink)
        return super().read(node, sink)

    def schema(self) -> Schema:
        """Either form."""
        return {"type": "string", "pattern": f"^(https?://.*|{_ID_WITH_DOTS})$"}


class Choice(Words):
    """One word of a few."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, sink: Sink) -> str | None:
        """The word."""
        text = super().read(node, sink)
        if text is None or text in self.words:
            return text
        message = _("{text} is none of {words}").format(
            text=text, words=", ".join(self.words)
        )
        sink.report("SG106", node, message, suggestion(text, self.words))
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


def suggestion(text: str, known: tuple[str, ...] | list[str]) -> str | None:
    """A hint that names the nearest known word, None where none is near."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=60)
    return _("did you mean {name}?").format(name=near[0]) if near else None


class Flag:
    """True or false, in just these words."""

    def read(self, node: Node, sink: Sink) -> bool | None:
        """The truth value; YAML 1.1's yes, no, on and off are refused."""
        text = scalar(node, _("true or false"), sink)
        if text is None:
            return None
        if text in {"true", "false"} and isinstance(node, Scalar) and node.plain:
            return text == "true"
        message = _("{text} is neither true nor false").format(text=text)
        sink.report("SG103", node, message, _("write true or false, without quotes"))
        return None

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Number:
    """A decimal number within a range."""

    def __init__(
        self, least: float, most: float, *, whole: bool = False, above: bool = False
    ) -> None:
        self.least = least
        self.most = most
        self.whole = whole
        self.above = above

    def read(self, node: Node, sink: Sink) -> float | None:
        """The number: an int where it is written without a point."""
        text = scalar(node, self._wanted(), sink)
        if text is None:
            return None
        plain = isinstance(node, Scalar) and node.plain
        short = len(text) <= _LONGEST_NUMBER
        if not (plain and short and _NUMBER.fullmatch(text)):
            message = _("{text} is not a number").format(text=text[:40])
            sink.report("SG103", node, message, self._number_hint(text, plain=plain))
            return None
        number = float(text) if "." in text else int(text)
        if self.whole and not isinstance(number, int):
            message = _("{text} is not a whole number").format(text=text)
            sink.report("SG103", node, message)
            return None
        return number if self._in_range(number, node, sink) else None

    def _wanted(self) -> str:
        return _("a whole number") if self.whole else _("a number")

    def _in_range(self, number: float, node: Node, sink: Sink) -> bool:
        low = number <= self.least if self.above else number < self.least
        if not low and number <= self.most:
            return True
        wanted = _("more than {least} and at most {most}") if self.above else _(
            "from {least} to {most}"
        )
        message = _("{number} is out of range").format(number=number)
        hint = wanted.format(least=self.least, most=self.most)
        sink.report("SG105", node, message, hint)
        return False

    @staticmethod
    def _number_hint(text: str, *, plain: bool) -> str:
        if not plain and _NUMBER.fullmatch(text):
            return _("take the quotes away")
        if odd := _ODD_NUMBER.fullmatch(text):
            digits = re.sub("[_ ,]", "", odd[1]).rstrip(".")
            return _("write {number}").format(number=digits)
        return _("digits only, with a point for decimals: 42 or 42.5")

    def schema(self) -> Schema:
        """A number in the range."""
        low = "exclusiveMinimum" if self.above else "minimum"
        kind = "integer" if self.whole else "number"
        return {"type": kind, low: self.least, "maximum": self.most}


class Date(Words):
    """A year, a month or a day by ISO 8601."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The date as written."""
        text = super().read(node, sink)
        if text is None or is_date(text):
            return text
        message = _("{text} is not a date").format(text=text)
        sink.report("SG107", node, message, _("write 2026, 2026-11 or 2026-11-23"))
        return None

    def schema(self) -> Schema:
        """A year, a month or a day."""
        return {
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        }


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


class TextPair:
    """A text in English and French: at least one of the two."""

    def read(self, node: Node, sink: Sink) -> Text | None:
        """The two texts."""
        if type(node) is not Mapping:
            hint = _("write {en: ..., fr: ...}")
            wrong(node, _("a text in each language"), sink, hint)
            return None
        values = _by_language(node, Words(), sink)
        if not values:
            if not node.entries:
                wrong(node, _("a text in each language"), sink)
            return None
        return Text(values.get("en"), values.get("fr"))

    def schema(self) -> Schema:
        """A mapping with one or two languages."""
        words = Words().schema()
        return {
            "type": "object",
            "properties": {"en": words, "fr": words},
            "additionalProperties": False,
            "minProperties": 1,
        }


class TextLists:
    """Lists of texts in English and French."""

    def read(self, node: Node, sink: Sink) -> Texts | None:
        """The texts by language."""
        if type(node) is not Mapping:
            hint = _("write en: [...] and fr: [...]")
            wrong(node, _("a list of texts for each language"), sink, hint)
            return None
        values = _by_language(node, ListOf(Words()), sink)
        return Texts(values.get("en", ()), values.get("fr", ()))

    def schema(self) -> Schema:
        """A mapping of lists by language."""
        words = ListOf(Words()).schema()
        return {
            "type": "object",
            "properties": {"en": words, "fr": words},
            "additionalProperties": False,
        }


def _by_language(node: Mapping, kind: Kind, sink: Sink) -> dict[str, Any]:
    values = {}
    for name, (key, value) in node.entries.items():
        if name not in {"en", "fr"}:
            message = _("unknown language {name}").format(name=name)
            sink.report("SG101", key, message, _("en and fr are known"))
        elif (read := kind.read(value, sink)) is not None:
            values[name] = read
    return values


class ListOf:
    """A list whose items are all of one kind."""

    def __init__(self, item: Kind, least: int = 0) -> None:
        self.item = item
        self.least = least

    def read(self, node: Node, sink: Sink) -> tuple[Any, ...] | None:
        """The items that could be read, in the order of the file."""
        if type(node) is not Sequence:
            hint = _("put it in brackets: [...]") if type(node) is Scalar else None
            wrong(node, _("a list"), sink, hint)
            return None
        if len(node.items) < self.least:
            message = _("the list is empty")
            hint = _("leave the key out where the value is not known")
            sink.report("SG105", node, message, hint)
            return None
        read = (self.item.read(item, sink) for item in node.items)
        return tuple(item for item in read if item is not None)

    def schema(self) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            schema["minItems"] = self.least
        return schema
