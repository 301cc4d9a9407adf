"""Meanings on disk, beside the compiled catalogue whose names they are of.

A file is a line of JSON, which tells what it was made from and where each array of
numbers begins, and the arrays themselves, which are mapped into memory: only what is
looked at is read. Nothing in it can be run. It is written beside its place and renamed
into it, so that two processes may do so at once, and can be deleted at any time.
"""

from __future__ import annotations

import json
import mmap
import os
import time
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from skillgap.matching.index import Cells, SemanticIndex, Vectors
from skillgap.matching.texts import Texts, packed
from skillgap.record import Record
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from skillgap.catalogue import Beside

_FORMAT = "skillgap meanings 3"
_ALIGNED = 64
_TEXTS = ("sorted", "ids", "names")


class Meanings(Record):
    """The names of a catalogue's skills or occupations as vectors, and whose they are.

    ``labels`` has the name to show for each label of the index.
    """

    near: SemanticIndex
    ids: Sequence[str]
    labels: Sequence[str]


def kept(beside: Beside | None, make: Callable[[], Meanings]) -> Meanings:
    """The meanings kept in a file; they are made and kept where it has none of these.

    Where the file cannot be written, they are only made.
    """
    if beside is None:
        return make()
    identity = _identity(beside.fingerprint)
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _read(beside.path, identity)
    made = make()
    with suppress(OSError, ValueError, KeyError, TypeError):
        _write(beside.path, identity, made)
        # Of what is mapped only what is looked at takes memory.
        return _read(beside.path, identity)
    return made


def _read(path: str, identity: str) -> Meanings:
    """Raises one of what `kept` takes for no file where it is another one."""
    with Path(path).open("rb") as file:
        told = json.loads(file.readline(1 << 16))
        start = _aligned(file.tell())
        whole = os.fstat(file.fileno()).st_size == start + told["size"]
        if not whole or [told["format"], told["of"]] != [_FORMAT, identity]:
            raise ValueError(path)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    arrays = {
        name: np.frombuffer(mapped, kind, count, start + at)
        for name, kind, count, at in told["arrays"]
    }
    texts = {name: Texts(arrays[f"{name} ends"], arrays[name]) for name in _TEXTS}
    width = told["width"]

    def vectors(name: str) -> Vectors:
        return Vectors(arrays[name].reshape(-1, width), arrays[f"{name} scales"])

    cells = None
    if "centres" in arrays:
        centres = arrays["centres"].reshape(-1, width)
        cells = Cells(centres, arrays["cell starts"], arrays["cell skills"])
    near = SemanticIndex(
        arrays["starts"], vectors("labels"), vectors("means"), texts["sorted"], cells
    )
    return Meanings(near, texts["ids"], texts["names"])


def _write(path: str, identity: str, made: Meanings) -> None:
    placed: list[tuple[str, str, int, int]] = []
    pieces, at = [], 0
    for name, array in _arrays(made):
        placed.append((name, array.dtype.str, array.size, at))
        pieces.append(array)
        at = _aligned(at + array.nbytes)
    width = made.near.means.numbers.shape[1]
    told = {
        "format": _FORMAT,
        "of": identity,
        "width": width,
        "arrays": placed,
        "size": at,
    }
    head = json.dumps(told).encode() + b"\n"
    temporary = Path(path).with_name(f".{os.getpid()}-{time.time_ns()}.meanings")
    try:
        with temporary.open("xb") as file:
            file.write(head.ljust(_aligned(len(head)), b"\0"))
            for array in pieces:
                file.write(array.data)
                file.write(bytes(_aligned(array.nbytes) - array.nbytes))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _arrays(made: Meanings) -> Iterator[tuple[str, NDArray[Any]]]:
    near = made.near
    yield "starts", near.starts.astype("<i4", copy=False)
    for name, vectors in (("labels", near.labels), ("means", near.means)):
        yield name, vectors.numbers.reshape(-1)
        yield f"{name} scales", vectors.scales.astype("<f4", copy=False)
    if near.cells:
        yield "centres", near.cells.centres.astype("<f4", copy=False).reshape(-1)
        yield "cell starts", near.cells.starts.astype("<i4", copy=False)
        yield "cell skills", near.cells.skills.astype("<i4", copy=False)
    for name, texts in zip(_TEXTS, (near.sorted, made.ids, made.labels), strict=True):
        whole = packed(texts)
        yield f"{name} ends", whole.ends.astype("<i4", copy=False)
        yield name, whole.text


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _identity(fingerprint: str) -> str:
    """What meanings depend on: the names, and the program and table that read them."""
    return f"{fingerprint} {__version__} {_program():08x}"


@cache
def _program() -> int:
    folder = Path(__file__).parent
    files: Iterable[Path] = (
        *folder.glob("*.py"),
        folder.parent / "normalise.py",
        folder / "data" / "table.npz",
    )
    signed = []
    for path in sorted(files):
        with suppress(OSError):
            stat = path.stat()
            signed.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return zlib.crc32("\n".join(signed).encode())
