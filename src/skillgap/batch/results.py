"""The folder of results: whole at the end, and at every moment ready to go on.

While a batch runs its lines are appended to files in ``.unfinished``. After each chunk
they are flushed to the disk, and then a checkpoint that says how long they are. A run
that was stopped cuts off what came after the last checkpoint and goes on there, so
that each client is there once. At the end the files are moved into place.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from skillgap.batch.manifest import MANIFEST, REPORTS, RESULTS, SUMMARY, listed
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from skillgap.batch.work import Done

UNFINISHED = ".unfinished"
_CHECKPOINTS = "checkpoints.jsonl"
_JOB = "job.json"
_EARLIER = "earlier.json"
"""The manifest of the results that these take the place of."""


class Checkpoint(Record):
    """How far a run has come: rows done and failed, and the lengths of its files."""

    rows: int = 0
    failed: int = 0
    results: int = 0
    summary: int = 0
    finished: bool = False


class Results:
    """A folder that results are being written to, from a checkpoint on."""

    def __init__(self, folder: Path, job: str, made: str = "") -> None:
        self.folder = folder
        self.work = folder / UNFINISHED
        self.job = job
        self.made = made
        self.at = Checkpoint()
        self._files: list[Any] = []

    def begin(self, header: bytes) -> None:
        """Go on where a run of the same job was stopped, or start.

        Raises:
            DataError: the folder cannot be written, or another job is in it.
        """
        with writing(self.folder):
            about = begun(self.folder)
            if about.get("job", self.job) != self.job:
                raise _other_job(self.folder)
            if not about:
                discard(self.folder)
                about = {"job": self.job, "made": self.made}
                _write_whole(self.work / _JOB, json.dumps(about).encode())
            self.at = _last_checkpoint(self.work)
            if not self.at.finished:
                self._open()
        if not self.at.rows and not self.at.summary:
            self._append(b"", header, 0, 0)

    def _open(self) -> None:
        lengths = {RESULTS: self.at.results, SUMMARY: self.at.summary}
        for name, length in lengths.items():
            path = self.work / name
            path.touch()
            os.truncate(path, length)
        names = (*lengths, _CHECKPOINTS)
        self._files = [(self.work / name).open("ab", buffering=0) for name in names]

    def append(self, done: Done) -> None:
        """Add a chunk for good.

        Raises:
            DataError: it cannot be written; what was added before is kept.
        """
        with writing(self.folder):
            for page in done.pages:
                path = self.work / page.name
                path.parent.mkdir(exist_ok=True)
                _write_whole(path, page.content, self.work / "page.part")
        self._append(done.results, done.summary, done.rows, done.failed)

    def _append(self, results: bytes, summary: bytes, rows: int, failed: int) -> None:
        at = self.at
        with writing(self.folder):
            for file, content in zip(self._files, (results, summary), strict=False):
                _put(file, content)
            self._keep(
                Checkpoint(
                    at.rows + rows,
                    at.failed + failed,
                    at.results + len(results),
                    at.summary + len(summary),
                )
            )

    def _keep(self, checkpoint: Checkpoint) -> None:
        _put(self._files[2], json.dumps(checkpoint).encode() + b"\n")
        self.at = checkpoint

    def prepare(self, manifest: bytes, others: dict[str, Any]) -> None:
        """All of it is there: write what is made of the whole, then say it is finished.

        ``others`` are functions that write a further file to a path, by its name.
        """
        with writing(self.folder):
            for name, write in others.items():
                (self.work / name).parent.mkdir(exist_ok=True)
                write(self.work / name)
            _write_whole(self.work / MANIFEST, manifest)
            self._keep(self.at._replace(finished=True))
            self.close()

    def publish(self, names: tuple[str, ...]) -> None:
        """Move the files into place, the manifest last; can be done again."""
        with writing(self.folder):
            if (self.work / MANIFEST).exists():
                if (self.folder / MANIFEST).exists():
                    (self.folder / MANIFEST).replace(self.work / _EARLIER)
                for name in listed(self.work / _EARLIER) - {*names}:
                    self._put_aside(name)
            for name in (*names, MANIFEST):
                if (self.work / name).exists():
                    if (self.folder / name).is_dir():
                        self._put_aside(name)
                    (self.work / name).replace(self.folder / name)
            _sync_folder(self.folder)
            shutil.rmtree(self.work, ignore_errors=True)

    def _put_aside(self, name: str) -> None:
        """Take earlier results away; they go with the folder of work."""
        if (self.folder / name).exists():
            aside = self.work / f"{name}.earlier"
            shutil.rmtree(aside, ignore_errors=True)
            (self.folder / name).replace(aside)

    def close(self) -> None:
        """Close the files; nothing is lost by it."""
        for file in self._files:
            file.close()
        self._files = []


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder, so that two runs never write to it at once.

    Raises:
        DataError: another run is writing to it, or it cannot be made.
    """
    from filelock import FileLock, Timeout

    with writing(folder):
        (folder / UNFINISHED).mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / UNFINISHED / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            message = _("Another run is writing to this folder.")
            raise DataError(Problem("error", "output", message, str(folder))) from None
    try:
        yield
    finally:
        lock.release()
        leftover = folder / UNFINISHED
        if leftover.is_dir() and {one.name for one in leftover.iterdir()} <= {"lock"}:
            shutil.rmtree(leftover, ignore_errors=True)


def begun(folder: Path) -> dict[str, Any]:
    """What an unfinished run in a folder says of itself.

    Empty where there is none, or where it has done nothing that could be lost.
    """
    work = folder / UNFINISHED
    try:
        about = json.loads((work / _JOB).read_bytes())
        done = _last_checkpoint(work)
    except (OSError, ValueError):
        return {}
    return about if done.rows or done.finished else {}


def discard(folder: Path) -> None:
    """Forget an unfinished run."""
    with writing(folder):
        shutil.rmtree(folder / UNFINISHED / REPORTS, ignore_errors=True)
        for name in (RESULTS, SUMMARY, _CHECKPOINTS, MANIFEST, _JOB):
            (folder / UNFINISHED / name).unlink(missing_ok=True)


def _last_checkpoint(work: Path) -> Checkpoint:
    """How far a run came; a checkpoint that was cut off is none."""
    path = work / _CHECKPOINTS
    if not path.exists():
        return Checkpoint()
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if len(whole) < len(content):
        os.truncate(path, len(whole))
    lines = whole.splitlines()
    return Checkpoint(*json.loads(lines[-1])) if lines else Checkpoint()


def _other_job(folder: Path) -> DataError:
    message = _("The folder holds the unfinished results of something else.")
    hint = _(
        "The roster, the options, the catalogue or the version differ. Choose another "
        "folder, or give --replace to start anew."
    )
    return DataError(Problem("error", "output", message, str(folder), hint=hint))


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What the system says against writing, in words."""
    try:
        yield
    except OSError as error:
        message = _("The results cannot be written: {reason}.")
        hint = _("What is done so far is kept: mend this and run the same again.")
        raise DataError(
            Problem(
                "error",
                "output",
                message.format(reason=reason_of(error)),
                str(folder),
                hint=hint,
            )
        ) from error


def _put(file: Any, content: bytes) -> None:  # noqa: ANN401 - an unbuffered file
    view = memoryview(content)
    while view:
        view = view[file.write(view) :]
    os.fsync(file.fileno())


def _write_whole(path: Path, content: bytes, partial: Path | None = None) -> None:
    partial = partial or path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
