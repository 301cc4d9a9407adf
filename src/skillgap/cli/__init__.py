"""The command line: read the options, call the flow, show the result, leave."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import Any, NoReturn

DEFECT = 70
"""The exit code for a defect of skillgap itself (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
GARBAGE = 100_000
"""The objects that may be made before Python looks for garbage (by default, 700)."""
COMPLETION = "_SKILLGAP_COMPLETE"
"""The variable by which a shell asks for completions."""
SELDOM = ("ipaddress", "subprocess", "tokenize")
"""What Typer and the standard library import at their head, for functions that few
commands call. Executing them would be a fifteenth of a command's time."""


class _Later(ModuleType):
    """Stands for a module until something of it is asked for.

    ``importlib.util.LazyLoader`` would not do: an import statement that finds its
    module in ``sys.modules`` asks for its ``__spec__``, and that makes it load.
    """

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)
        module = importlib.import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


def main() -> NoReturn:
    """Run the command of this process and leave with its exit code.

    A command lives for a moment. Looking for garbage while it starts and taking the
    interpreter apart at its end would be a fifth of its time (bench/startup.py).
    """
    gc.set_threshold(GARBAGE)
    for name in SELDOM:
        sys.modules.setdefault(name, _Later(name))
    _open_closed_streams()
    # The vectors of a phrase are small: threads of numpy's would only wait for work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = run(sys.argv[1:])
    _leave(code)


def _open_closed_streams() -> None:
    """Started with its output closed (``>&-``), a process still needs one to talk to.

    Python has None for it then; what is said goes nowhere, as was asked.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _leave(code: int) -> NoReturn:
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run one command; every way in which it can end comes together here."""
    from skillgap.cli import failure, language
    from skillgap.errors import SkillgapError

    language.speak(language.chosen(arguments))
    try:
        return _invoke(arguments)
    except SkillgapError as error:
        return failure.report(error, arguments)
    except KeyboardInterrupt:
        return failure.report_interruption()
    except BrokenPipeError:
        return failure.reader_left()
    except OSError as error:
        return failure.report_system(error, arguments)
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        return failure.report_unexpected(error, arguments)


def _invoke(arguments: list[str]) -> int:
    from typer import Abort, Exit
    from typer.exceptions import TyperException

    from skillgap.cli.app import command_line

    if COMPLETION in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    try:
        code = command_line()(
            args=arguments, prog_name="skillgap", standalone_mode=False
        )
    except TyperException as error:
        from skillgap.cli import usage

        if usage.asks_nothing(error):
            code = usage.show_help(error)
        else:
            raise usage.as_usage_error(error) from None
    except SystemExit:
        # Typer leaves like this where the reader of the output left.
        raise BrokenPipeError from None
    except Exit as end:
        code = end.exit_code
    except Abort:
        raise KeyboardInterrupt from None
    sys.stdout.flush()
    return code if isinstance(code, int) else 0
