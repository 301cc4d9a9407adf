"""Write a table in the form that `skillgap.matching.semantic` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows as int8 and, for each, the number that a unit stands for (float16)."""
    scales = (np.abs(table).max(1) / 127).astype(np.float16)
    divisor = np.maximum(scales.astype(np.float32), 1e-8)[:, None]
    rows = np.clip(np.rint(table / divisor), -127, 127).astype(np.int8)
    return rows, scales


def save(path: Path, words: list[str], buckets: int, table: np.ndarray) -> None:
    """Write words, rows and scales; not compressed, since a wheel is."""
    rows, scales = quantise(table)
    np.savez(
        path,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        buckets=np.int64(buckets),
        rows=rows,
        scales=scales,
    )
