"""What a YAML parser says of a syntax error, in the words of who edits the file."""

from __future__ import annotations

from skillgap.locale import _


def explain(problem: str) -> tuple[str, str]:
    """What the parser means, and the likely remedy."""
    for fragments, message, hint in _known():
        if any(fragment in problem for fragment in fragments):
            return message, hint
    message = _("this is not YAML: {problem}").format(problem=problem)
    hint = _("look at the indentation, the quotes and the brackets just before")
    return message, hint


_Told = tuple[tuple[str, ...], str, str]


def _known() -> tuple[_Told, ...]:
    """Fragments of what the C and the Python parser say, and what a person is told."""
    return (*_known_of_text(), *_known_of_shape())


def _known_of_text() -> tuple[_Told, ...]:
    """Signs, quotes and escapes that cannot stand where they do."""
    return (
        (
            ("mapping values are not allowed",),
            _("a colon stands where no key can begin"),
            _("quote a text that holds a colon and a space; indent keys alike"),
        ),
        (
            ("escape",),
            _("the backslash begins no escape that YAML knows"),
            _("use single quotes, or write the backslash twice"),
        ),
        (
            ("end of stream",),
            _("the file ends inside quotes"),
            _("close the quote that begins before this place"),
        ),
        (
            ("',' or",),
            _("a comma or a closing bracket is missing"),
            _("look at the brackets before this place"),
        ),
        (
            ("cannot start any token",),
            _("a text cannot begin with this sign"),
            _("put the text in quotes"),
        ),
    )


def _known_of_shape() -> tuple[_Told, ...]:
    """Keys without colons, lines that continue nothing."""
    return (
        (
            ("could not find expected ':'",),
            _("the key before this place has no colon"),
            _("write key: value; quote a text of several lines"),
        ),
        (
            (
                "expected '-'",
                "expected key",
                "block end",
                "block collection",
                "block map",
            ),
            _("this line does not continue what stands above it"),
            _("indent it like its neighbours"),
        ),
    )
