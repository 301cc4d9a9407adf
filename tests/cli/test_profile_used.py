"""What a profile or a résumé does in the other commands."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tests.cli.profiles import PROFILE, data

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


def test_own_profile_is_used_where_nothing_is_said(run_small: Run, me: Path) -> None:
    me.parent.mkdir(parents=True)
    me.write_text(PROFILE, encoding="utf-8")
    outcome = run_small("recommend", "--format", "json")
    assert outcome.code == 0
    assert f"Your profile is used ({me}): 3 claims, 1 credential." in outcome.err
    found = data(outcome, "recommend")
    assert found["occupations"][0]["id"] == "ledger-keepers"
    assert found["chosen_for_person"] is False
    taken = {row["credential"]["id"] for row in found["recommendations"]}
    assert "intro-bookkeeping" not in taken
    assert taken
    said = run_small("match", "java", "--format", "json")
    assert [m["phrase"] for m in data(said, "match")["matches"]] == ["java"]
    assert said.err == ""


def test_credentials_held_count_with_their_level(run_small: Run, profile: Path) -> None:
    arguments = ("gap", "--for", "bookkeeper", "--profile", str(profile))
    found = data(run_small(*arguments, "--format", "json"), "gap")
    have = {row["skill"]["id"]: row["have"] for row in found["covered"]}
    assert have["bookkeeping"] == 3
    assert have["spreadsheets"] == 4


def test_a_badge_that_was_taken_back_does_not_count(
    run_small: Run, profile: Path
) -> None:
    text = PROFILE.replace("awarded: 2024-05", "verification: failed")
    profile.write_text(text, encoding="utf-8")
    arguments = ("recommend", "--for", "bookkeeper", "--profile", str(profile))
    found = data(run_small(*arguments, "--format", "json"), "recommend")
    names = {row["credential"]["id"] for row in found["recommendations"]}
    assert "intro-bookkeeping" in names


def test_phrases_join_a_profile_that_is_named(run_small: Run, profile: Path) -> None:
    arguments = ("match", "java", "--profile", str(profile), "--format", "json")
    phrases = [m["phrase"] for m in data(run_small(*arguments), "match")["matches"]]
    assert phrases == ["java", "excel", "paying bills", "juggling fire", "SQL"]


def test_a_resume_is_read_and_nothing_is_kept(run_small: Run, tmp_path: Path) -> None:
    text = "Skills\n- Excel\n- dealing with customers\n"
    (tmp_path / "cv.txt").write_text(text, encoding="utf-8")
    arguments = ("gap", "--for", "bookkeeper", "--resume", "cv.txt")
    found = data(run_small(*arguments, "--format", "json"), "gap")
    skills = {match["skill"]["id"] for match in found["matches"]}
    assert skills == {"spreadsheets", "customer-service"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cv.txt"]


def test_the_variable_chooses_a_profile_or_none(
    run_small: Run, me: Path, profile: Path
) -> None:
    assert "excel" in run_small("match", "--plain", SKILLGAP_PROFILE=str(profile)).out
    me.parent.mkdir(parents=True)
    me.write_text(PROFILE, encoding="utf-8")
    assert run_small("match", SKILLGAP_PROFILE="").code == 2


def test_a_profile_speaks_its_language_unless_another_is_asked(
    run_small: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("language: fr\nclaims: [excel]\n", "utf-8")
    chosen = ("--profile", "a.yaml", "--plain")
    french = run_small("match", *chosen).out
    assert "Tableurs" in french
    assert "Spreadsheets" in run_small("match", *chosen, "--lang", "en").out
    assert "Tableurs" in run_small("profile", "show", *chosen).out


def test_a_broken_profile_of_ones_own_does_not_stop_other_commands(
    run_small: Run, me: Path
) -> None:
    me.parent.mkdir(parents=True)
    me.write_text("claims: 3\n", encoding="utf-8")
    outcome = run_small("match", "excel")
    assert outcome.code == 0
    assert "your profile cannot be read" in outcome.err
    assert run_small("match").code == 3


def test_what_a_file_meant_gives_way_to_the_person(
    run_small: Run, tmp_path: Path
) -> None:
    text = """\
    claims: [{phrase: JS, skill: javascript}]
    corrections: [{phrase: js, skill: javascript, verdict: rejected}]
    """
    (tmp_path / "a.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    outcome = run_small("match", "--profile", "a.yaml", "--format", "json")
    assert data(outcome, "match")["matches"][0]["status"] == "unmatched"
