"""Claims as people write them in one line: ``excel:advanced, sql=2, Python (primary)``.

A level may follow a phrase after ``:`` or ``=``, as a number from 1 to 5 or as a word
of either language. Everything else about a phrase ("5 years of", "basic") is read when
it is matched, because only a catalogue tells what belongs to a label.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.model import LEVELS, Claim
from skillgap.normalise import label_key

LEVEL_WORDS = {
    1: ("beginner", "novice", "entry level", "débutant", "débutante"),
    2: ("basic", "basics", "elementary", "base", "de base", "élémentaire", "notions"),
    3: (
        *("working", "intermediate", "competent", "good"),
        *("intermédiaire", "moyen", "moyenne", "compétent", "bon", "bonne"),
    ),
    4: (
        *("advanced", "proficient", "fluent", "strong", "excellent", "very good"),
        *("avancé", "avancée", "courant", "courante", "excellente", "très bon"),
        *("très bonne", "maîtrise"),
    ),
    5: ("expert", "experte", "native", "mother tongue", "langue maternelle"),
}
"""The words that name a level by themselves.

*Novice, competent, proficient, expert* stand where the five-stage model of skill
acquisition (Dreyfus and Dreyfus, 1980) puts them: 1, 3, 4, 5. The words of languages
(*fluent*, *native*) and of praise (*good*, *strong*) are this project's reading.
"""

_KEPT = 1 << 16
"""Parts that are kept as they were read: rosters repeat them."""

_LONGEST_KEPT = 300
"""Characters of such a part; what is longer names no skill, and would fill memory."""

_SEPARATORS = ",;\n"
_OPENING = "([{"
_CLOSING = ")]}"
_BULLETS = " \t\r-*•·\N{EN DASH}"


def parse_claims(text: str) -> tuple[Claim, ...]:
    """The claims in a line or a list, in the order written; empty parts are left out.

    Commas, semicolons and line ends part claims, except within parentheses. A level
    or a number of years that stands alone belongs to the claim before it ("C++,
    intermediate").

    Raises:
        UsageError: a level after ``:`` or ``=`` is none; all such are told together.
    """
    claims: list[Claim] = []
    problems: list[Problem] = []
    for part in _parts(text):
        short = len(part) <= _LONGEST_KEPT
        if claims and short and _is_qualifier(part) and _belongs_to(claims[-1], part):
            claims[-1] = _with_qualifier(claims[-1], part)
            continue
        try:
            claims.append(_claim(part) if short else _claim.__wrapped__(part))
        except UsageError as error:
            problems.extend(error.problems)
    if problems:
        raise UsageError(*problems)
    return tuple(claims)


def level_named(text: str) -> int | None:
    """The level (1 to 5) that a number or a word of either language names, or None."""
    return _level_named(text) if len(text) <= _LONGEST_KEPT else None


@lru_cache(_KEPT)
def _level_named(text: str) -> int | None:
    stripped = text.strip()
    if stripped.isascii() and stripped.isdigit():
        number = int(stripped) if len(stripped) == 1 else 0
        return number if 1 <= number <= len(LEVELS) else None
    return level_words().get(label_key(text))


@cache
def level_words() -> dict[str, int]:
    """Every word that names a level, by its key."""
    return {
        label_key(word): level for level, named in LEVEL_WORDS.items() for word in named
    }


def _parts(text: str) -> list[str]:
    """The text parted at separators outside parentheses, without bullets."""
    if _is_plain(text):
        text = text.replace(";", ",").replace("\n", ",")
        stripped = (part.lstrip(_BULLETS).rstrip() for part in text.split(","))
        return [part for part in stripped if part]
    nested = _is_balanced(text)
    parts, start, depth = [], 0, 0
    for found in _signs().finditer(text):
        place, char = found.start(), found[0]
        if char in _OPENING:
            depth += nested
        elif char in _CLOSING:
            depth -= nested
        elif not depth and not _in_number(text, place):
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    stripped = (part.lstrip(_BULLETS).rstrip() for part in parts)
    return [part for part in stripped if part]


def _is_plain(text: str) -> bool:
    """Whether every separator parts: nothing is in brackets, no comma in a number."""
    return _nested().search(text) is None


@cache
def _nested() -> re.Pattern[str]:
    # A digit, or what may be one in another script: those are told apart where it
    # matters. Named by what it is not, as a set up to U+10FFFF takes 10 ms to compile.
    digit = r"[^\x00-/:-\x7f]"
    signs = re.escape(_OPENING + _CLOSING)
    return re.compile(rf"[{signs}]|{digit}[{_SEPARATORS}]{digit}")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_SEPARATORS + _OPENING + _CLOSING)}]")


def _is_balanced(text: str) -> bool:
    depth = 0
    for found in _signs().finditer(text):
        depth += (found[0] in _OPENING) - (found[0] in _CLOSING)
        if depth < 0:
            return False
    return depth == 0


def _in_number(text: str, place: int) -> bool:
    """Whether a comma stands within a number ("3,5 ans", "1,000")."""
    around = text[max(place - 1, 0) : place + 2]
    return len(around) == len("3,5") and around[0].isdigit() and around[2].isdigit()


@lru_cache(_KEPT)
def _is_qualifier(part: str) -> bool:
    """Whether a part may belong to the claim before it, as far as itself tells."""
    return _belongs_to(Claim(""), part)


def _belongs_to(claim: Claim, part: str) -> bool:
    if part[:1] in "+0123456789" and _years().fullmatch(part):
        return True
    return claim.level is None and not part.isdigit() and level_named(part) is not None


@cache
def _years() -> re.Pattern[str]:
    """A length of time, and a few words after it ("4 years", "3,5 ans d'usage")."""
    number, units = (
        r"\+?\d{1,2}(?:[.,]\d)?\+?",
        r"years?|yrs?|months?|ans?|années?|mois",
    )
    return re.compile(rf"{number}\s*(?:{units})\b.{{0,24}}", re.IGNORECASE)


def _with_qualifier(claim: Claim, part: str) -> Claim:
    level = level_named(part)
    if level is None:
        return claim._replace(phrase=f"{claim.phrase}, {part}")
    return claim._replace(level=level)


@lru_cache(_KEPT)
def _claim(part: str) -> Claim:
    place = max(part.rfind(":"), part.rfind("="))
    phrase, after = part[:place].strip(), part[place + 1 :].strip()
    if place < 0 or not _may_be_level(phrase, after):
        return Claim(part)
    if not after:
        return Claim(phrase)
    level = level_named(after)
    if level is None:
        raise UsageError(_no_level(part, after))
    return Claim(phrase, level)


def _may_be_level(phrase: str, after: str) -> bool:
    """Whether what follows a sign is meant as a level: one word, or a known one."""
    if not any(char.isalpha() for char in phrase) or "//" in after:
        return False
    return len(after.split()) <= 1 or level_named(after) is not None


def _no_level(part: str, after: str) -> Problem:
    return Problem(
        "error",
        "claim-level",
        _('"{level}" in "{claim}" is no level').format(level=after, claim=part),
        hint=_(
            "write a number from 1 to 5 or beginner, basic, working, advanced or "
            'expert, as in "excel:advanced" or "excel=4"'
        ),
    )
