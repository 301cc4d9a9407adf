"""The page about profiles says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from skillgap.profile.read import parse_profile
from skillgap.profile.tables import PROFILE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "profile-format.md").read_text(encoding="utf-8")


def test_the_example_is_a_sound_profile_with_every_key() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    profile, problems = parse_profile(example.encode(), "example")
    assert problems == ()
    assert all(getattr(profile, key.name) for key in PROFILE.keys)


def test_every_rule_of_profiles_is_documented_and_the_reverse() -> None:
    package = ROOT / "src" / "skillgap"
    files = [*(package / "profile").glob("*.py"), package / "cli/profile_findings.py"]
    used = {
        rule
        for path in files
        for rule in re.findall(r'"(SG14[0-9])"', path.read_text(encoding="utf-8"))
    }
    assert used == set(re.findall(r"^- \*\*(SG14[0-9])\*\*", PAGE, re.MULTILINE))
