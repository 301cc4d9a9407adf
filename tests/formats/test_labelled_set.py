"""The labelled résumés speak of skills that the bundled catalogue has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT / "bench" / "extraction"
SKILLS = set(
    re.findall(
        r"^  - id: (\S+)$",
        (ROOT / "data" / "skills.yaml").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("half", ["development", "held-out"])
def test_each_resume_is_labelled_with_known_skills(half: str) -> None:
    labels = yaml.safe_load((SET / half / "labels.yaml").read_text(encoding="utf-8"))
    names = {path.stem for path in (SET / half).glob("[0-9]*")}
    assert names == set(labels)
    for name, label in labels.items():
        stated, arguable = set(label["stated"]), set(label["arguable"])
        assert stated | arguable <= SKILLS, name
        assert not stated & arguable, name


def test_there_are_enough_in_both_languages() -> None:
    names = [path.stem for path in SET.glob("*/[0-9]*")]
    assert len(names) >= 30
    assert sum(name.endswith("fr") for name in names) >= 10
