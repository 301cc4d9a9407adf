"""The questions that a person at a terminal is asked."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.cli.command import COMMAND, SMALL
from tests.cli.profiles import an_editor

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="a terminal can be played on POSIX alone")


class Played(NamedTuple):
    """What a person at a terminal saw, and how the command left."""

    code: int
    seen: str


def play(folder: Path, typed: list[str], *arguments: str) -> Played:
    """Run a command at a terminal; each text is typed once a prompt stands."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "EDITOR": os.environ.get("PLAYED_EDITOR", "true"),
    }
    child, terminal = pty.fork()
    if child == 0:
        # A run in the background has interrupts ignored, and hands that down.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(folder)
        os.execve(COMMAND, [str(COMMAND), *arguments], environment)  # noqa: S606
    seen, answers = b"", [text.encode() for text in typed]
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        seen += part
        if answers and seen.endswith((b"> ", b"? ", b"] ")):
            os.write(terminal, answers.pop(0))
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    return Played(os.waitstatus_to_exitcode(status), seen.decode().replace("\r", ""))


WHERE = ("--catalogue", str(SMALL))


def test_new_asks_at_a_terminal(tmp_path: Path, me: Path) -> None:
    typed = [
        *("excel:advanced\n", "java:superb\n", "\n"),
        *("Payroll Law\n", "\n"),
        *("bookkeper\n", "wizard\n", "\n"),
        *("lots\n", "6,5\n", "500\n"),
    ]
    played = play(tmp_path, typed, "profile", "new", *WHERE)
    assert played.code == 0
    assert '"superb" in "java:superb" is no level' in played.seen
    assert "“wizard” is no occupation of this catalogue." in played.seen
    assert "lots is not a number of 0 or more." in played.seen
    text = me.read_text(encoding="utf-8")
    assert "claims:\n  - phrase: excel\n    level: advanced\n" in text
    assert "awards:\n  - name: Payroll Law\n" in text
    assert "targets:\n  - bookkeeper\n" in text
    assert text.endswith("hours_per_week: 6.5\nbudget: 500\n")


def test_every_question_can_be_skipped(tmp_path: Path, me: Path) -> None:
    played = play(tmp_path, ["\n"] * 5, "profile", "new", *WHERE)
    assert played.code == 0
    assert "A new profile was started." in played.seen
    assert "\nclaims: []\n" in me.read_text(encoding="utf-8")


def test_an_interrupted_start_leaves_no_trace(tmp_path: Path, me: Path) -> None:
    played = play(tmp_path, ["excel\n", "\x03"], "profile", "new", *WHERE)
    assert played.code == 130
    assert not me.parent.exists()


def test_an_input_that_ends_skips_the_rest(tmp_path: Path, me: Path) -> None:
    played = play(tmp_path, ["excel\n", *["\x04"] * 5], "profile", "new", *WHERE)
    assert played.code == 0
    assert "phrase: excel" in me.read_text(encoding="utf-8")


def test_a_template_asks_nothing_at_a_terminal(tmp_path: Path, me: Path) -> None:
    played = play(tmp_path, [], "profile", "new", "--template", *WHERE)
    assert played.code == 0
    assert me.exists()


def test_forget_asks_at_a_terminal(tmp_path: Path, me: Path) -> None:
    play(tmp_path, [], "profile", "add", "excel", *WHERE)
    assert play(tmp_path, ["\n"], "profile", "forget").code == 130
    assert me.exists()
    played = play(tmp_path, ["y\n"], "profile", "forget")
    assert played.code == 0
    assert f"  {me}\n" in played.seen
    assert not me.parent.exists()


def test_edit_offers_the_editor_again(
    tmp_path: Path, me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path, [], "profile", "add", "excel", *WHERE)
    before = me.read_bytes()
    editor = an_editor(tmp_path, "claims:", "clams:")
    monkeypatch.setenv("PLAYED_EDITOR", editor)
    played = play(tmp_path, ["y\n", "n\n"], "profile", "edit", *WHERE)
    assert played.code == 3
    assert played.seen.count("Open the editor again? [Y/n]") == 2
    assert me.read_bytes() == before
    assert me.with_name("me.draft.yaml").exists()
