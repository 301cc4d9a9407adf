"""``skillgap completion``: the script that makes a shell complete commands."""

from __future__ import annotations

import sys
from typing import Annotated, Any, Literal

import typer

from skillgap.cli import COMPLETION
from skillgap.cli.app import make_command
from skillgap.locale import _

Shell = Annotated[
    Literal["bash", "zsh", "fish"],
    typer.Argument(metavar="bash|zsh|fish", help=_("The shell that you use.")),
]
Lang = Annotated[str | None, typer.Option("--lang", hidden=True)]


def completion(shell: Shell, lang: Lang = None) -> None:
    """Print the script; the help says where each shell looks for it."""
    from typer._completion_shared import get_completion_script

    del lang
    script = get_completion_script(
        prog_name="skillgap", complete_var=COMPLETION, shell=shell
    )
    sys.stdout.write(script + "\n")


def command() -> Any:
    """The command for the command line."""
    return make_command(
        completion,
        _(
            "Print a completion script. bash: skillgap completion bash >> ~/.bashrc; "
            "zsh: skillgap completion zsh >> ~/.zshrc; fish: skillgap completion fish "
            "> ~/.config/fish/completions/skillgap.fish"
        ),
    )
