"""Every public sample that is at hand is imported or refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from formats.made_files import outcome
from skillgap.formats import Imported, read_file

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "taxonomies"
FOLDERS = ("openbadges-clr-lerrs", "jsonresume", "europass", "compass-cv-samples")
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (SAMPLES / folder).rglob("*")
    if path.is_file()
)

pytestmark = pytest.mark.skipif(not FILES, reason="the public samples are not here")


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix()
)
def test_a_sample_is_imported_or_refused_with_a_reason(path: Path) -> None:
    read = outcome(path.read_bytes(), str(path))
    if isinstance(read, Imported):
        assert not read.is_empty
    else:
        assert all(problem.message and problem.path for problem in read)
        assert read[0].rule.startswith("import-")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("openbadges-clr-lerrs/ob30/simple.json", ("Teamwork", "Example Corp")),
        ("openbadges-clr-lerrs/ob30/simple-jwt.png", ("Teamwork", "Example Corp")),
        ("openbadges-clr-lerrs/ob30/simple-json.svg", ("Teamwork", "Example Corp")),
    ],
)
def test_the_awards_of_some_are_known(name: str, expected: tuple[str, str]) -> None:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the public samples are not here")
    assert read_file(path).awards[0][:2] == expected


def test_every_europass_sample_is_read() -> None:
    found = [
        path for path in FILES if "europass" in path.parts and path.suffix != ".md"
    ]
    assert found
    assert {read_file(path).format for path in found} == {"europass"}
