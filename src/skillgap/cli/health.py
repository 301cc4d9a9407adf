"""What ``doctor`` looks at, one thing a function; none of them stops the others."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

from skillgap.locale import LANGUAGES, _, current_language, ngettext
from skillgap.model.upkeep import Examined
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from skillgap.catalogue import Catalogue

OLDEST_PYTHON = (3, 11)
STALE_DAYS = 365
"""From this age on the facts of a catalogue are said to be old."""


def examine(
    folder: Path | None, lang: str | None, today: date
) -> tuple[tuple[Examined, ...], Catalogue | None]:
    """Everything that can be looked at, and the catalogue where it can be opened."""
    from skillgap.cli.packages import extras, packages

    found, catalogue = _catalogue(folder, today)
    examined = (
        _safely("program", _program),
        _safely("python", _python),
        _safely("packages", packages),
        _safely("extras", extras),
        found,
        _safely("cache", _cache),
        _safely("language", lambda: _language(lang)),
        _safely("terminal", _terminal),
    )
    return examined, catalogue


def _safely(name: str, look: Callable[[], Examined]) -> Examined:
    """What a look finds; that it fails is a finding too."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - one broken thing never hides the rest
        text = f"{type(error).__name__}: {error}"
        return Examined(name, "error", text, remedy=_reinstall())


def _reinstall() -> str:
    return _("Install it again: pip install --force-reinstall skillgap")


def _program() -> Examined:
    from pathlib import Path

    import skillgap

    place = str(Path(skillgap.__file__).parent)
    text = _("version {version}").format(version=__version__)
    return Examined("program", "ok", text, (("folder", place),))


def _python() -> Examined:
    version = ".".join(map(str, sys.version_info[:3]))
    facts = (("folder", sys.executable),)
    if sys.version_info[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        remedy = _("Use Python {version} or newer.").format(version=wanted)
        return Examined("python", "error", version, facts, remedy)
    return Examined("python", "ok", version, facts)


def _catalogue(folder: Path | None, today: date) -> tuple[Examined, Catalogue | None]:
    """The catalogue: whether it opens, whose it is and how old its facts are."""
    from skillgap.catalogue import bundled_folder, load_catalogue
    from skillgap.cli.session import cache_folder
    from skillgap.errors import SkillgapError

    place = folder or bundled_folder()
    facts = (("folder", str(place)),)
    try:
        catalogue = load_catalogue(place, cache=cache_folder())
        return _opened(catalogue, today, facts), catalogue
    except SkillgapError as error:
        number = len(error.problems)
        first = error.problems[0]
        said = ngettext(
            "{number} problem: {first}", "{number} problems: {first}", number
        )
        text = said.format(number=number, first=f"{first.place} {first.message}")
        remedy = _("See all of it: skillgap catalogue check {folder}")
        remedy = remedy.format(folder=place)
    except Exception as error:  # noqa: BLE001 - as above
        text, remedy = f"{type(error).__name__}: {error}", _reinstall()
    return Examined("catalogue", "error", text, facts, remedy), None


def _opened(
    catalogue: Catalogue, today: date, facts: tuple[tuple[str, str], ...]
) -> Examined:
    info = catalogue.info
    age = _age(info.as_of, today)
    facts = (*facts, ("as_of", info.as_of), ("fingerprint", info.fingerprint))
    if age is None:
        return Examined("catalogue", "ok", info.name, facts)
    facts = (*facts, ("age_days", str(age)))
    if age <= STALE_DAYS:
        return Examined("catalogue", "ok", info.name, facts)
    text = _("{name}: its facts are {days} days old").format(name=info.name, days=age)
    remedy = _("Look for a newer version, or name a newer folder with --catalogue.")
    return Examined("catalogue", "warning", text, facts, remedy)


def _age(as_of: str, today: date) -> int | None:
    """Days since the day that a catalogue was gathered; a month or year ends it."""
    year, month, day = (*map(int, as_of.split("-")), 12, 28)[:3]
    try:
        return max(0, (today - date(year, month, day)).days)
    except ValueError:
        return None


def _cache() -> Examined:
    """The folder of compiled catalogues: whether it is there, and can be written."""
    from skillgap.catalogue.cache import files_in
    from skillgap.cli.session import cache_folder

    folder = cache_folder()
    files = files_in(folder)
    size = sum(path.stat().st_size for path in files)
    facts = (
        ("folder", str(folder)),
        ("files", str(len(files))),
        ("size", _("{number} kB").format(number=size // 1024)),
    )
    damaged = [path for path in files if path.suffix == ".sqlite" and not _sound(path)]
    if not _can_write(folder):
        text = _("it cannot be written, so each command compiles the catalogue anew")
        remedy = _("Name a folder that can be written: SKILLGAP_CACHE=FOLDER")
        return Examined("cache", "warning", text, facts, remedy)
    if damaged:
        text = _("{name} is damaged; it is not used").format(name=damaged[0].name)
        remedy = _("Delete it; it is made again: {path}").format(path=damaged[0])
        return Examined("cache", "warning", text, facts, remedy)
    text = _("in use") if files else _("empty; the first command fills it")
    return Examined("cache", "ok", text, facts)


def _can_write(folder: Path) -> bool:
    """Whether a file can be made in a folder, or the folder itself."""
    import tempfile

    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        with tempfile.TemporaryFile(dir=place):
            return True
    except OSError:
        return False


def _sound(path: Path) -> bool:
    import sqlite3
    from contextlib import closing

    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _language(asked: str | None) -> Examined:
    """The language spoken, what chose it, and whether its letters can be shown."""
    language = current_language()
    encoding = sys.stdout.encoding or "?"
    variables = ("SKILLGAP_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((one for one in variables if os.environ.get(one)), "")
    by = f"{chosen}={os.environ[chosen]}" if chosen else _("nothing; English is usual")
    by = f"--lang {asked}" if asked else by
    facts = (("chosen_by", by), ("encoding", encoding))
    absent = [one for one in LANGUAGES if one != "en" and not _speaks(one)]
    if absent:
        text = _("the messages in {language} are missing").format(language=absent[0])
        return Examined("language", "error", text, facts, _reinstall())
    name = {"en": _("English"), "fr": _("French")}[language]
    if encoding.lower().replace("-", "") != "utf8":
        text = _("{name}; the output cannot show every letter").format(name=name)
        remedy = _("Set a UTF-8 locale (LANG=C.UTF-8), or PYTHONUTF8=1.")
        return Examined("language", "warning", text, facts, remedy)
    return Examined("language", "ok", name, facts)


def _speaks(language: str) -> bool:
    import gettext
    from pathlib import Path

    from skillgap import locale

    folder = str(Path(locale.__file__).parent)
    return gettext.find("skillgap", folder, [language]) is not None


def _terminal() -> Examined:
    """How answers are shown here, unless a command says otherwise."""
    facts = tuple(_terminal_facts())
    if os.environ.get("ACCESSIBLE"):
        return Examined("terminal", "ok", _("plain lines, as ACCESSIBLE asks"), facts)
    if not sys.stdout.isatty():
        text = _("no terminal: the output goes elsewhere, as plain lines")
        return Examined("terminal", "ok", text, facts)
    if shutil.get_terminal_size().columns < _NARROW:
        text = _("tables are hard to read in so narrow a window")
        remedy = _("Make it wider, or add --plain.")
        return Examined("terminal", "warning", text, facts, remedy)
    return Examined("terminal", "ok", _("tables"), facts)


_NARROW = 40


def _terminal_facts() -> Iterator[tuple[str, str]]:
    yield "width", str(shutil.get_terminal_size((100, 24)).columns)
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    yield "color", _("no") if plain or not sys.stdout.isatty() else _("yes")
