"""The language that a person is spoken to in: English as written, French by gettext.

English is the language of the source, so nothing is loaded for it. The language is
the process's own state, set once by a command (or once a client by the batch).
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

LANGUAGES = ("en", "fr")

_current: str = "en"
_translations: dict[str, NullTranslations] = {}


def use_language(language: str) -> None:
    """Speak this language ("en" or "fr") from here on; another one means English."""
    global _current  # noqa: PLW0603 - the one process-wide setting, see above
    _current = language if language in LANGUAGES else "en"


def current_language() -> str:
    """The language in use: "en" or "fr"."""
    return _current


def all_languages(first: str) -> tuple[str, ...]:
    """Every language that is spoken here, this one before the others."""
    return (first, *(one for one in LANGUAGES if one != first))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language for a while, then the one that was spoken before."""
    before = _current
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def _(message: str) -> str:
    """The message in the language in use."""
    if _current == "en":
        return message
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of a message that fits a number, in the language in use."""
    if _current == "en":
        return singular if number == 1 else plural
    return _catalogue().ngettext(singular, plural, number)


def _catalogue() -> NullTranslations:
    if _current not in _translations:
        import gettext

        _translations[_current] = gettext.translation(
            "skillgap", Path(__file__).parent, [_current]
        )
    return _translations[_current]
