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
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from skillgap.matching.semantic import Cells, SemanticIndex
from skillgap.record import Record
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from skillgap.catalogue import Beside

_FORMAT = "skillgap meanings 2"
_ALIGNED = 64
_TEXTS = ("sorted", "ids", "names")


class Meanings(Record):
    """The names of a catalogue's skills or occupations as vectors, and whose they are.

    ``labels`` has the name to show for each label of the index.
    """

    near: SemanticIndex
    ids: Sequence[str]
    labels: Sequence[str]


class Texts(Sequence[str]):
    """Texts in one run of bytes, each decoded when it is asked for."""

    def __init__(self, ends: NDArray[np.int32], text: NDArray[np.uint8]) -> None:
        self._ends, self._text = ends, text

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """The text at a place."""
        if isinstance(place, slice):
            return tuple(self[at] for at in range(*place.indices(len(self))))
        start = self._ends[place - 1] if place else 0
        return bytes(self._text[start : self._ends[place]]).decode()


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
    with suppress(OSError):
        _write(beside.path, identity, made)
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
    return Meanings(
        SemanticIndex(
            arrays["starts"],
            arrays["labels"].reshape(-1, width),
            arrays["scales"],
            arrays["means"].reshape(-1, width),
            texts["sorted"],
            _cells(arrays, width),
        ),
        texts["ids"],
        texts["names"],
    )


def _cells(arrays: dict[str, NDArray[Any]], width: int) -> Cells | None:
    if "centres" not in arrays:
        return None
    centres = arrays["centres"].reshape(-1, width)
    return Cells(centres, arrays["cell starts"], arrays["cell skills"])


def _write(path: str, identity: str, made: Meanings) -> None:
    placed: list[tuple[str, str, int, int]] = []
    pieces, at = [], 0
    for name, array in _arrays(made):
        placed.append((name, array.dtype.str, array.size, at))
        pieces.append(array)
        at = _aligned(at + array.nbytes)
    width = made.near.means.shape[1]
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
                file.write(array.tobytes())
                file.write(bytes(_aligned(array.nbytes) - array.nbytes))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _arrays(made: Meanings) -> Iterator[tuple[str, NDArray[Any]]]:
    near = made.near
    yield "starts", near.starts.astype("<i4")
    yield "labels", near.labels.reshape(-1)
    yield "scales", near.scales.astype("<f4")
    yield "means", near.means.astype("<f4").reshape(-1)
    if near.cells:
        yield "centres", near.cells.centres.astype("<f4").reshape(-1)
        yield "cell starts", near.cells.starts.astype("<i4")
        yield "cell skills", near.cells.skills.astype("<i4")
    for name, texts in zip(_TEXTS, (near.sorted, made.ids, made.labels), strict=True):
        encoded = [text.encode() for text in texts]
        yield f"{name} ends", np.cumsum([*map(len, encoded)], dtype="<i4")
        yield name, np.frombuffer(b"".join(encoded), np.uint8)


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
