"""How a phrase is cut."""

from __future__ import annotations

from skillgap.matching.tokens import parts, pieces


def test_words_are_folded_and_elisions_and_articles_are_left_out() -> None:
    assert pieces("L'Entretien de la maison") == (
        "entretien",
        "de",
        "maison",
    )
    assert pieces("d'équipe") == ("equipe",)
    assert pieces("the customer's account") == (
        "customer",
        "account",
    )


def test_the_signs_of_names_stay() -> None:
    assert pieces("C++, C# and .NET") == (
        "c++",
        "c#",
        "and",
        ".net",
    )


def test_i_have_is_not_artificial_intelligence() -> None:
    assert pieces("j'ai travaillé en AI") == (
        "travaille",
        "en",
        "ai",
    )


def test_plurals_are_folded() -> None:
    assert pieces("Hackers, batteries and analysis") == (
        "hacker",
        "battery",
        "and",
        "analysis",
    )
    assert pieces("les données personnelles") == (
        "donnee",
        "personnelle",
    )


def test_a_phrase_of_nothing_but_small_words_keeps_them() -> None:
    assert pieces("the") == ("the",)
    assert pieces("?!") == ()


def test_parts_are_runs_of_three_to_five_with_the_ends_marked() -> None:
    # <cat>: three runs of 3, two of 4, one of 5
    assert len(parts("cat", 1000)) == 6
    assert parts("cat", 1000) == parts("cat", 1000)
    assert all(0 <= part < 7 for part in parts("electricity", 7))


def test_words_that_share_letters_share_parts() -> None:
    shared = set(parts("plumbing", 10**6)) & set(parts("plumbng", 10**6))
    assert len(shared) >= 6
