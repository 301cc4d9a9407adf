"""How a process that does nothing but advise is made to use one core well."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.garbage import without_collection

if TYPE_CHECKING:
    from collections.abc import Iterator

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def one_thread() -> None:
    """Keep numpy to one thread, where it is not loaded yet and nothing else is said.

    Its products here are small: more threads wait for each other, in the way of the
    other processes of a batch (measured: a third of all processor time).
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for circles of garbage meanwhile, nor ever in what is left after.

    What a chunk of rows leaves is what the next ones need: the search would look at all
    of it again and again. Only errors leave circles, under some Pythons (an error, the
    frame it passed through, and the error again): those go at the end, when nothing but
    what is new is looked at.
    """
    is_first = gc.isenabled()
    try:
        with without_collection():
            yield
    finally:
        if is_first:
            gc.collect(0)
            gc.freeze()
