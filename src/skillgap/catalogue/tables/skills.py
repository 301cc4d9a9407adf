"""The keys of skills.yaml."""

from __future__ import annotations

from skillgap.document.kinds import Address, Choice
from skillgap.document.names import Id, Reference
from skillgap.document.several import ListOf, TextLists, TextPair
from skillgap.document.tables import Key, Table
from skillgap.model import Skill
from skillgap.record import Record


class SkillsFile(Record):
    """The content of skills.yaml."""

    skills: tuple[Skill, ...]


SKILL = Table(
    Skill,
    Key("id", Id("skill"), required=True),
    Key("label", TextPair(), required=True),
    Key("alternative_labels", TextLists(), about="everyday words that people type"),
    Key(
        "kind",
        Choice("technical", "knowledge", "transferable", "tool"),
        required=True,
    ),
    Key(
        "broader",
        ListOf(Reference("skill")),
        about="a held skill counts for its broader ones, never the reverse",
    ),
    Key("uri", Address(), about="the same idea in an outside taxonomy"),
    keep=True,
)

SKILLS = Table(SkillsFile, Key("skills", ListOf(SKILL), required=True), partial=True)
