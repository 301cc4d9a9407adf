"""Make the picture of README: a real recommendation, as a terminal shows it.

The command is run on a terminal of its own, so that its colours are the ones that a
person sees, and rich turns them into an SVG.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console  # noqa: TID251 - a picture of what rich drew
from rich.text import Text  # noqa: TID251

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "recommend.svg"
WIDTH = 110
WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""What would make a picture ask another server for its letters."""
ARGUMENTS = (
    "recommend",
    *("-s", "excel", "-s", "dealing with customers", "-s", "paying bills"),
    *("--for", "bookkeeper", "--top", "3"),
)


def on_a_terminal(command: list[str]) -> str:
    """What a command prints on a terminal of the picture's width."""
    ours, theirs = pty.openpty()
    environment = os.environ | {
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=theirs, env=environment) as process:
        os.close(theirs)
        parts = []
        while part := _read(ours):
            parts.append(part)
        if process.wait():
            sys.exit(process.returncode)
    return b"".join(parts).decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def draw() -> str:
    """The picture of what the command prints now, as SVG."""
    command = Path(sys.executable).with_name("skillgap")
    typed = "$ skillgap " + " ".join(f'"{a}"' if " " in a else a for a in ARGUMENTS)
    shown = on_a_terminal([str(command), *ARGUMENTS])
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(typed + "\n\n" + shown.rstrip()))
    return WEB_FONTS.sub("", console.export_svg(title="skillgap"))


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
