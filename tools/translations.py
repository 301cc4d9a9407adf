"""Keeps the translations in step with the code: update, compile or check them.

``update`` collects the messages of the code and merges them into each .po file (new
ones empty, gone ones dropped, nothing guessed); ``compile`` writes the .mo files that
the program reads; ``check`` fails unless every message is translated, with the same
placeholders, and nothing else stands in the file.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "skillgap"
LANGUAGES = ("fr",)
PERCENT = re.compile(r"%\(\w+\)[a-z]")


def main(arguments: list[str]) -> int:
    """Do what is asked for in every language; 1 where the check finds something."""
    actions = {"update": update, "compile": compile_messages, "check": check}
    if len(arguments) != 1 or arguments[0] not in actions:
        print(f"usage: translations.py {'|'.join(actions)}", file=sys.stderr)
        return 2
    return max(actions[arguments[0]](language) for language in LANGUAGES)


def update(language: str) -> int:
    """Merge the messages of the code into the language's .po file, and compile it."""
    path = po_path(language)
    catalogue = read(path, language)
    template = messages_of_code(language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(
            target,
            catalogue,
            width=88,
            sort_output=True,
            ignore_obsolete=True,
            include_lineno=False,
        )
    empty = sum(1 for message in listed(catalogue) if not all(forms(message)))
    print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {empty} to translate")
    return compile_messages(language)


def compile_messages(language: str) -> int:
    """Write the .mo file, where the language has a .po file."""
    path = po_path(language)
    if path.exists():
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read(path, language))
    return 0


def check(language: str) -> int:
    """Print each fault of the language's .po file; 1 where there is one."""
    path = po_path(language)
    catalogue = read(path, language)
    findings = sorted(faults(catalogue, messages_of_code(language)))
    for finding in findings:
        print(f"{path.relative_to(ROOT)}: {finding}", file=sys.stderr)
    if findings:
        print("Run `make translations` and fill in what is empty.", file=sys.stderr)
    else:
        print(f"Translations: {len(catalogue)} messages in {language}, all complete.")
    return 1 if findings else 0


def faults(catalogue: Catalog, code: Catalog) -> Iterator[str]:
    """What keeps a translation from being complete, a line each."""
    for message in listed(code):
        translated = catalogue.get(message.id, message.context)
        if translated is None:
            yield f"not in the file: {shown(message)}"
        else:
            yield from faults_of_message(translated)
    for message in listed(catalogue):
        if code.get(message.id, message.context) is None:
            yield f"not in the code: {shown(message)}"
    for obsolete in catalogue.obsolete.values():
        yield f"obsolete: {shown(obsolete)}"


def faults_of_message(message: Message) -> Iterator[str]:
    """What is wrong with one translated message."""
    if message.fuzzy:
        yield f"fuzzy: {shown(message)}"
    if not all(forms(message)):
        yield f"not translated: {shown(message)}"
        return
    allowed = [placeholders(text) for text in originals(message)]
    for form in forms(message):
        if placeholders(form) not in allowed:
            yield f"other placeholders than the original: {shown(message)}"
        if form.strip(" \n") == form and shown(message).strip(" \n") != shown(message):
            yield f"a space or line end at the edge is lost: {shown(message)}"


def messages_of_code(language: str) -> Catalog:
    """Every message that the code marks for translation."""
    catalogue = Catalog(locale=language, project="skillgap", fuzzy=False)
    found = extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], comment_tags=("Translators:",)
    )
    for file, _line, text, comments, context in found:
        place = [(f"skillgap/{Path(file).as_posix()}", 0)]
        catalogue.add(text, None, place, auto_comments=comments, context=context)
    return catalogue


def placeholders(text: str) -> list[str]:
    """The fields of a message (``{name}``, ``%(name)s``), sorted, repeats kept."""
    try:
        braces = [field for _, field, _, _ in Formatter().parse(text) if field]
    except ValueError:
        braces = ["(a lone brace)"]
    return sorted({*braces, *PERCENT.findall(text)})


def listed(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def originals(message: Message) -> tuple[str, ...]:
    """The English of a message: one text, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms(message: Message) -> tuple[str, ...]:
    """The translation of a message: one text, or one for each plural form."""
    text = message.string
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def shown(message: Message) -> str:
    """The English text by which a message is named in a finding."""
    return originals(message)[0]


def po_path(language: str) -> Path:
    """Where the translations into a language stand."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "skillgap.po"


def read(path: Path, language: str) -> Catalog:
    """The translations of a .po file; none where there is no such file yet."""
    if not path.exists():
        return Catalog(
            locale=language,
            project="skillgap",
            header_comment="# The messages of skillgap, translated (MIT License).",
            last_translator="The skillgap founders",
            language_team="French (Canada)",
            fuzzy=False,
        )
    with path.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
