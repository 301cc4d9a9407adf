"""The check of translations finds what a reader of French would trip over."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from types import ModuleType


HEADER = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"""


def french(text: str) -> Catalog:
    """A file as the project's are: Babel's own rule for French has grown a form."""
    return read_po(io.BytesIO((HEADER + text).encode()), locale="fr")


@pytest.fixture
def code() -> Catalog:
    catalogue = Catalog(locale="fr")
    catalogue.add("{name} is unknown.")
    catalogue.add(("{n} skill", "{n} skills"))
    return catalogue


COMPLETE = """
msgid "{name} is unknown."
msgstr "{name} est inconnu."

msgid "{n} skill"
msgid_plural "{n} skills"
msgstr[0] "{n} compétence"
msgstr[1] "{n} compétences"
"""


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("{name} est", "{nom} est", "other placeholders than the original"),
        ("{name} est", "{name est", "other placeholders than the original"),
        ("{n} compétences", "des compétences", "other placeholders"),
        ('msgstr[1] "{n} compétences"', 'msgstr[1] ""', "not translated: {n} skill"),
        ("{name} est inconnu.", "", "not translated: {name} is unknown."),
        ('\nmsgid "{name}', '\n#, fuzzy\nmsgid "{name}', "fuzzy: {name} is unknown."),
        ('\nmsgid "{name}', '\nmsgid "Old"\nmsgstr "V"\n\nmsgid "{name}', "code: Old"),
        (
            '\nmsgid "{name}',
            '\n#~ msgid "Old"\n#~ msgstr "V"\n\nmsgid "{name}',
            "ete: Old",
        ),
        ('msgid "{name} is unknown."', 'msgid "{name}?"', "not in the file: {name} is"),
    ],
)
def test_a_fault_is_found(
    translations: ModuleType, code: Catalog, before: str, after: str, fault: str
) -> None:
    assert before in COMPLETE
    broken = french(COMPLETE.replace(before, after))
    assert any(fault in found for found in translations.faults(broken, code))


def test_a_complete_translation_has_no_fault(
    translations: ModuleType, code: Catalog
) -> None:
    assert list(translations.faults(french(COMPLETE), code)) == []


def test_a_plural_form_may_leave_the_number_out_where_the_singular_does(
    translations: ModuleType,
) -> None:
    catalogue = Catalog(locale="fr")
    catalogue.add(("one skill", "{n} skills"))
    text = COMPLETE.replace('"{n} skill"', '"one skill"')
    text = text.replace('{n} compétence"', 'une compétence"')
    text = text[text.index('msgid "one') :]
    assert list(translations.faults(french(text), catalogue)) == []


def test_the_messages_of_the_code_are_found(translations: ModuleType) -> None:
    ids = {message.id for message in translations.messages_of_code("fr")}
    assert "The language {name} is not one of en, fr." in ids


def test_an_unknown_action_is_a_usage_error(
    translations: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations.main(["polish"]) == 2
    assert capsys.readouterr().err == "usage: translations.py update|compile|check\n"
