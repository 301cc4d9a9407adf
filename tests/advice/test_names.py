from __future__ import annotations

import pytest

import skillgap.advice


@pytest.mark.parametrize("name", skillgap.advice.__all__)
def test_every_public_name_is_there_and_stays_what_it_is(name: str) -> None:
    first = getattr(skillgap.advice, name)
    assert callable(first)
    assert getattr(skillgap.advice, name) is first
    assert name in dir(skillgap.advice)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="recomend"):
        skillgap.advice.recomend  # type: ignore[attr-defined]  # noqa: B018
