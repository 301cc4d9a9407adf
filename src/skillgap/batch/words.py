"""The words of a roster's cells: amounts, ways of learning and languages, as typed."""

from __future__ import annotations

import re
from functools import cache

from skillgap.batch.columns import key_of
from skillgap.locale import LANGUAGES, _, all_languages

_DELIVERIES = {
    "online": ("online", "en ligne", "remote", "a distance", "distance", "virtual"),
    "in_person": ("in person", "en personne", "presentiel", "en presentiel"),
    "hybrid": ("hybrid", "hybride", "blended", "mixte"),
}
_LANGUAGES = {
    "en": ("en", "eng", "english", "anglais", "en ca"),
    "fr": ("fr", "fra", "fre", "french", "francais", "fr ca"),
}
_BOTH = frozenset(
    {
        *("both", "both languages", "bilingual"),
        *("les deux", "les deux langues", "deux langues", "bilingue"),
    }
)
_AND = re.compile(r" (?:(?:and|et) )?")
_AMOUNT = re.compile(
    r"([0-9]{1,9}(?:[.,][0-9]{1,4})?)(?:h|hours?|heures?|cad|dollars?)?"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@cache
def amount(text: str) -> float | None:
    """A number as people write it ("40 h", "$1,500", "1 500,00 $"); None for nothing.

    Raises:
        ValueError: the text is no such number, with the words to say so.
    """
    if not text.strip():
        return None
    bare = "".join(text.split()).replace("\N{NO-BREAK SPACE}", "").replace("$", "")
    found = _AMOUNT.fullmatch(_THOUSANDS.sub("", bare.casefold()))
    if found is None:
        message = _("“{text}” is not a number of hours or dollars.")
        raise ValueError(message.format(text=text[:60]))
    number = float(found[1].replace(",", "."))
    return int(number) if number.is_integer() else number


def deliveries(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The ways of learning that these words name.

    Raises:
        ValueError: one of them names none.
    """
    found = [_known(key_of(text), _DELIVERIES) for text in texts]
    if None in found:
        message = _("“{text}” is no way of learning: online, in person or hybrid.")
        raise ValueError(message.format(text=texts[found.index(None)][:60]))
    return tuple(code for code in found if code)


def languages_taught(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of teaching that these words name.

    Raises:
        ValueError: one of them names none.
    """
    found = [code for text in texts for code in spoken(text, LANGUAGES[0])]
    return tuple(dict.fromkeys(found))


@cache
def spoken(text: str, usual: str) -> tuple[str, ...]:
    """The languages that a cell names, of answers or of teaching; none if it is empty.

    The first is the one of the results. Of "both" that is the usual one; of two that
    are named ("fr+en", "French and English") it is the first.

    Raises:
        ValueError: it is none of those spoken here.
    """
    key = key_of(text)
    if not key:
        if text.strip():
            raise ValueError(_no_language(text))
        return ()
    if key in _BOTH:
        return all_languages(usual)
    named = _known(key, _LANGUAGES)
    parts = (named,) if named else tuple(map(_language, _AND.split(key)))
    if None in parts:
        raise ValueError(_no_language(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _language(key: str) -> str | None:
    return _known(key, _LANGUAGES)


def _known(key: str, known: dict[str, tuple[str, ...]]) -> str | None:
    return next((code for code, words in known.items() if key in words), None)


def _no_language(text: str) -> str:
    message = _("“{text}” is not a language that is known here: en, fr or both.")
    return message.format(text=text[:60])
