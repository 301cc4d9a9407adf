"""``doctor``: how the installation is, and a remedy for each thing that is off."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Cell, Document, Fields, Heading, Paragraph
from skillgap.render.views.parts import to_try

if TYPE_CHECKING:
    from skillgap.model.upkeep import Examined
    from skillgap.render.result import Result
    from skillgap.render.upkeep_result import DoctorView


def document(result: Result, *, explain: bool) -> Document:
    """The verdict, then each thing that was looked at."""
    del explain
    examined = cast("DoctorView", result.data).examined
    blocks: list[Block] = [Paragraph(_verdict(examined))]
    for one in examined:
        blocks += [Heading(_name(one.name)), Fields(_facts(one))]
    return Document((*blocks, *to_try(result.next_commands)))


def _verdict(examined: tuple[Examined, ...]) -> str:
    off = sum(one.health != "ok" for one in examined)
    if not off:
        return _("All is well.")
    text = ngettext("{number} thing is off.", "{number} things are off.", off)
    return text.format(number=off)


def _facts(one: Examined) -> tuple[tuple[str, Cell], ...]:
    health = {"ok": _("well"), "warning": _("could be better"), "error": _("broken")}
    state = f"{health[one.health]}: {one.text}" if one.health != "ok" else one.text
    pairs: list[tuple[str, Cell]] = [(_("State"), state)]
    pairs += [(_fact(name), value) for name, value in one.facts]
    if one.remedy:
        pairs.append((_("Remedy"), one.remedy))
    return tuple(pairs)


def _name(code: str) -> str:
    return {
        "program": _("skillgap itself"),
        "python": _("Python"),
        "packages": _("Packages"),
        "extras": _("Extras"),
        "catalogue": _("Catalogue"),
        "cache": _("Cache"),
        "language": _("Language"),
        "terminal": _("Terminal"),
    }.get(code, code)


def _fact(code: str) -> str:
    return {
        "folder": _("Folder"),
        "fingerprint": _("Fingerprint"),
        "as_of": _("Facts as of"),
        "age_days": _("Age in days"),
        "size": _("Size"),
        "files": _("Files"),
        "encoding": _("Encoding"),
        "width": _("Width"),
        "color": _("Colour"),
        "chosen_by": _("Chosen by"),
    }.get(code, code)
