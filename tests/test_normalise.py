from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.normalise import fold, label_key, words

SAME = [
    ("Customer Service", "customer-service", "  CUSTOMER   service "),
    ("classes", "class", "Class's"),
    ("tâches", "tâche", "TACHES"),
    ("taxes", "tax", "taxe"),
    ("dishes", "dish"),
    ("branches", "branch"),
    ("batteries", "battery", "batterie"),
    ("tomatoes", "tomato", "tomatos"),
    ("processes", "process"),
    ("courses", "course"),
    ("nurses", "nurse"),
    ("databases", "database"),
    ("menus", "menu"),
    ("tableaux", "tableau"),
    ("réseaux", "réseau"),
    ("tuyaux", "tuyau"),
    ("animaux", "animal"),
    ("travaux", "travail"),
    ("jeux", "jeu"),
    ("outils", "outil"),
    ("PLCs", "PLC"),
    (
        "l'entretien d'équipement",
        "l’entretien d’équipement",
        "l entretien d equipement",
    ),
    ("driver's licence", "drivers' licence", "driver licence"),
    ("research & development", "research and development", "research et development"),
    ("A/P", "AP", "a.p.", "A.P"),
    ("C ++", "c++"),
    ("C #", "C#"),
    ("Excel®", "excel", "Excel™"),
    ("mise en œuvre", "mise en oeuvre"),
    ("(first) aid", "first aid", "first/aid"),
]
DIFFERENT = [
    ("C", "C++"),
    ("C", "C#"),
    ("C++", "C#"),
    ("F", "F#"),
    (".NET", "net"),
    ("Node.js", "node"),
    ("Java", "JavaScript"),
    ("R", "R&D"),
    ("A+", "A"),
    ("Security+", "security"),
    ("Go", "Goes"),
    ("access", "accès"),
]


@pytest.mark.parametrize("texts", SAME, ids=lambda texts: texts[0])
def test_what_is_written_differently_meets(texts: tuple[str, ...]) -> None:
    assert len({label_key(text) for text in texts}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert label_key(one) != label_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("C++", "c++"),
        ("C/C++", "c c++"),
        (".NET", ".net"),
        ("ASP.NET", "asp.net"),
        ("Node.js", "node.js"),
        ("F#", "f#"),
        ("R&D", "r and d"),
        ("NodeJS", "nodejs"),
        ("A/P", "ap"),
        ("TCP/IP", "tcp ip"),
        ("HTML/CSS", "html css"),
        ("version 3.5", "version 3.5"),
        ("...and more", "and more"),
        ("l'école", "l ecole"),
        ("Python (primary)", "python primary"),
        ("gas", "gas"),
        ("...", ""),
        ("", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert label_key(text) == key


def test_words_are_the_words_of_the_key() -> None:
    assert words("Keeping the Books") == ["keeping", "the", "book"]


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert label_key(label_key(text)) == label_key(text)


@given(st.text(alphabet="abcdehiosuxy'./+#&-, éœ’"))
def test_a_key_of_everyday_letters_is_its_own_key(text: str) -> None:
    assert label_key(label_key(text)) == label_key(text)


@given(st.text())
def test_text_with_letters_has_a_key(text: str) -> None:
    if any(char.isalnum() for char in fold(text)):
        assert label_key(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_case_changes_nothing(text: str) -> None:
    assert label_key(text.lower()) == label_key(text)
