"""What a build adds to the package: the compiled messages and the catalogue's data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackageHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles each locale's .po file to the .mo that gettext reads; adds data/.

    An editable install reads data/ and the .mo files where they lie, so nothing is
    copied for it that could grow stale.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files of the wheel are collected."""
        root = Path(self.root)
        included = {str(mo): _packaged(mo, root) for mo in _compile(root)}
        included[str(root / "data")] = "skillgap/data"
        if version != "editable":
            build_data["force_include"].update(included)


def _compile(root: Path) -> list[Path]:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = []
    for po in sorted(root.glob("src/skillgap/locale/*/LC_MESSAGES/*.po")):
        compiled.append(po.with_suffix(".mo"))
        with po.open("rb") as source, compiled[-1].open("wb") as target:
            write_mo(target, read_po(source))
    return compiled


def _packaged(path: Path, root: Path) -> str:
    return path.relative_to(root / "src").as_posix()
