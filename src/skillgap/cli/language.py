"""Which language a command speaks: ``--lang``, else the environment's locale."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skillgap import locale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LOCALE_VARIABLES = ("SKILLGAP_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ
) -> str:
    """The language to speak, known before any help text or message is made."""
    asked = _asked_for(arguments)
    return asked if asked in locale.LANGUAGES else _of_locale(environment)


def speak(language: str) -> None:
    """Use this language for our own messages and for Typer's headings."""
    locale.use_language(language)
    if locale.current_language() != "en":
        import gettext
        from pathlib import Path

        os.environ["LANGUAGE"] = locale.current_language()
        gettext.bindtextdomain("skillgap", str(Path(locale.__file__).parent))
        gettext.textdomain("skillgap")


def _asked_for(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def _of_locale(environment: Mapping[str, str]) -> str:
    for variable in _LOCALE_VARIABLES:
        if value := environment.get(variable):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"
