"""One run of a command: its catalogue, and how and where its answer is shown."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import LANGUAGES, _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.cli.options import Format, Output
    from skillgap.model.told import Told
    from skillgap.render.result import View

_FORMAT_OF_ENDING: dict[str, Format] = {
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".ics": "ics",
    ".txt": "plain",
}


class Session(Record):
    """What the options shared by all commands came to."""

    command: str
    format: Format
    folder: Path | None
    output: Path | None

    def load_catalogue(self) -> Catalogue:
        """The catalogue asked for, from its compiled form where there is one."""
        from skillgap.catalogue import load_catalogue

        return load_catalogue(self.folder, cache=cache_folder())

    def show(
        self,
        data: View,
        catalogue: Catalogue | None,
        problems: tuple[Problem, ...] = (),
        *,
        explain: bool = False,
        next_commands: tuple[str, ...] = (),
    ) -> None:
        """Print the answer, or write it to the file asked for."""
        from skillgap.render import Result, render

        info = catalogue.info if catalogue else None
        following = tuple(self._about_here(each) for each in next_commands)
        result = Result(self.command, info, data, problems, following)
        color = self.output is None and _has_color()
        text = render(
            result, format=self.format, width=_width(), color=color, explain=explain
        )
        put_out(text, self.output)

    def record(
        self,
        path: Path | None,
        told: Told,
        asked: Record,
        view: View,
        catalogue: Catalogue,
    ) -> str | None:
        """Keep what was asked and the answer, where a file for it is named.

        Returns the fingerprint of the record.
        """
        if path is None:
            return None
        from skillgap.cli.recording import keep_record

        return keep_record(path, self, told, asked, view, catalogue)

    def _about_here(self, command: str) -> str:
        """A command to try next, on the same catalogue."""
        if self.folder is None or "--catalogue" in command:
            return command
        import shlex

        return f"{command} --catalogue {shlex.quote(str(self.folder))}"


def open_session(command: str, options: Output) -> Session:
    """Decide the format: asked for, by the file's ending, or by what stdout is."""
    if options.lang is not None and options.lang not in LANGUAGES:
        message = _("The language {name} is not one of en, fr.")
        problem = Problem("error", "usage", message.format(name=options.lang))
        raise UsageError(problem)
    shape = _format(options)
    if shape == "ics" and command != "plan":
        message = _("Only a plan can be written as a calendar.")
        hint = _("skillgap plan ... --output plan.ics")
        raise UsageError(Problem("error", "usage", message, hint=hint))
    return Session(command, shape, options.catalogue, options.output)


def put_out(text: str, output: Path | None) -> None:
    """Print a text, or write it to the file asked for, whole.

    Raises:
        DataError: the file cannot be written.
    """
    if output is None:
        _print(text)
    else:
        write_whole(output, text.encode())


def put_out_bytes(data: bytes, output: Path | None) -> None:
    """Print bytes as they are, or write them to the file asked for, whole.

    Raises:
        DataError: the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data)


def cache_folder() -> Path:
    """Where compiled catalogues are kept: the platform's own place for caches."""
    if chosen := os.environ.get("SKILLGAP_CACHE"):
        return Path(chosen)
    from skillgap.cli import folders

    return folders.cache_folder()


def _format(options: Output) -> Format:
    if options.format is not None and not (options.plain and options.format == "table"):
        return options.format
    if options.plain:
        return "plain"
    if options.output is not None:
        return _FORMAT_OF_ENDING.get(options.output.suffix.lower(), "plain")
    if os.environ.get("ACCESSIBLE") or not sys.stdout.isatty():
        return "plain"
    return "table"


def _has_color() -> bool:
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns


def _print(text: str) -> None:
    if sys.platform == "win32":
        # CSV brings its own line ends.
        sys.stdout.reconfigure(newline="")
    encoding = sys.stdout.encoding or "utf-8"
    if encoding.lower().replace("-", "") != "utf8":
        text = text.encode(encoding, "replace").decode(encoding)
    sys.stdout.write(text)


def write_whole(path: Path, data: bytes, option: str = "--output") -> None:
    """Write a file, whole or not at all.

    Raises:
        DataError: the file cannot be written.
    """
    partial = path.parent / f".{path.name}.{os.getpid()}"
    try:
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        from skillgap.locale.reasons import reason_of

        message = _("The answer cannot be written: {reason}.")
        raise DataError(
            Problem(
                "error",
                "output",
                message.format(reason=reason_of(error)),
                str(path),
                hint=_("Choose another file with {option}.").format(option=option),
            )
        ) from error
