"""The libraries of the extra ``report``: there, or a clear word on how to get them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from skillgap.errors import Problem, UsageError
from skillgap.locale import _


def need(library: str) -> Any:  # noqa: ANN401 - a module
    """A library of the extra.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return import_module(library)
    except ImportError:
        message = _("This kind of file needs the extra “report”, which is not here.")
        hint = _("Install it: pip install 'skillgap[report]'; or write .html or .md.")
        problem = Problem("error", "usage", message, hint=hint)
        raise UsageError(problem) from None
