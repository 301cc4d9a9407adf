"""The packages that skillgap stands on, as ``doctor`` finds them."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.model.upkeep import Examined

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


def packages() -> Examined:
    """Whether everything is there that every installation needs."""
    found = {name: _version(name) for name, extra in _required() if not extra}
    absent = sorted(name for name, version in found.items() if version is None)
    facts = tuple((name, version) for name, version in found.items() if version)
    if absent:
        names = ", ".join(absent)
        text = _("missing: {names}").format(names=names)
        remedy = _("Install what is missing: pip install {names}")
        remedy = remedy.format(names=" ".join(absent))
        return Examined("packages", "error", text, facts, remedy)
    return Examined("packages", "ok", _("all there"), facts)


def extras() -> Examined:
    """Which extras are there; none of them is needed for what people ask every day."""
    wanted: dict[str, list[str]] = {}
    for name, extra in _required():
        if extra:
            wanted.setdefault(extra, []).append(name)
    facts = []
    absent = []
    for extra, names in sorted(wanted.items()):
        if all(_version(name) for name in names):
            facts.append((extra, _("installed")))
        else:
            facts.append((extra, _("not installed")))
            absent.append(extra)
    if not absent:
        return Examined("extras", "ok", _("all installed"), tuple(facts))
    text = _("not installed, and only needed for: {names}").format(
        names=", ".join(absent)
    )
    remedy = _('If you need them: pip install "skillgap[{names}]"').format(
        names=",".join(absent)
    )
    return Examined("extras", "ok", text, tuple(facts), remedy)


def _required() -> Iterator[tuple[str, str]]:
    """Each package that is required, and the extra that asks for it (none: always)."""
    for line in metadata.requires("skillgap") or ():
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name:
            yield name[0], extra[1] if extra else ""


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
