"""Results moved into place, stopped between any two steps: whole, or not there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from skillgap.batch.manifest import manifest_of
from skillgap.batch.results import Results, held
from skillgap.batch.run import finish
from skillgap.batch.work import Done, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEPS = ("replace", "unlink", "rmdir", "mkdir")
OLD = {
    "results.jsonl": b"old\n",
    "summary.csv": b"head\nrow\n",
    "records.jsonl": b"records\n",
    "reports/A.html": b"A old",
    "reports/B.html": b"B old",
    "reports/index.html": b"index old",
}
NEW = {
    "results.jsonl": b"new\n",
    "summary.csv": b"head\nrow\n",
    "reports/A.html": b"A new",
    "reports/index.html": b"index new",
}


class KilledError(BaseException):
    """The process ends here."""


def made(folder: Path, job: str, files: dict[str, bytes]) -> None:
    """A run of one client that goes on wherever it stands, as the command would."""
    if ((manifest_of(folder) or {}).get("data") or {}).get("job") == job:
        return
    with held(folder):
        results = Results(folder, job)
        pages = tuple(
            Page(name, content)
            for name, content in files.items()
            if name.startswith("reports/") and "index" not in name
        )
        about = {"data": {"job": job, "files": sorted(files)}}
        others = {
            name: writer(files[name])
            for name in ("records.jsonl", "reports/index.html")
            if name in files
        }
        try:
            results.begin(b"head\n")
            if not results.at.rows:
                results.append(Done(1, 0, files["results.jsonl"], b"row\n", pages))
            finish(results, json.dumps(about).encode(), others)
        finally:
            results.close()


def writer(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def found(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".unfinished" not in path.parts
    }


def ending_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process ends before the file system is changed for the n-th time."""
    left = step

    def counted(real: Any) -> Any:  # noqa: ANN401 - of os
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            nonlocal left
            if left == 0:
                raise KilledError
            left -= 1
            return real(*arguments, **options)

        return call

    for name in STEPS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))


def test_stopped_at_any_step(tmp_path: Path) -> None:
    for step in range(200):
        folder = tmp_path / str(step)
        made(folder, "old", OLD)
        with pytest.MonkeyPatch.context() as patch:
            ending_at(step, patch)
            try:
                made(folder, "new", NEW)
            except KilledError:
                ended = True
            else:
                ended = False
        here = found(folder)
        manifest = json.loads(here.pop("batch.json", b"null"))
        if manifest is not None:
            job = manifest["data"]["job"]
            assert here == {"old": OLD, "new": NEW}[job], step
        made(folder, "new", NEW)
        here = found(folder)
        assert json.loads(here.pop("batch.json"))["data"]["job"] == "new"
        assert here == NEW
        if not ended:
            break
    assert step > 15
    assert not ended
