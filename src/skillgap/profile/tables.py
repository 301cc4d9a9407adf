"""The keys of a profile: read, checked and described to editors.

The format is explained in docs/profile-format.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from skillgap.document.kinds import Address, Choice, Date, Odd, Pattern, Words
from skillgap.document.nodes import Mapping, Node, Scalar
from skillgap.document.numbers import Number
from skillgap.document.several import ListOf
from skillgap.document.sink import Kept
from skillgap.document.tables import Key, Table
from skillgap.errors import UsageError
from skillgap.locale import _
from skillgap.model import (
    LEVELS,
    Alignment,
    AwardedCredential,
    Claim,
    Correction,
    Evidence,
    Learning,
    LearningKind,
    Profile,
    Verification,
)
from skillgap.normalise import label_key
from skillgap.profile.claims import level_named, parse_claims

if TYPE_CHECKING:
    from skillgap.document.kinds import Schema
    from skillgap.document.sink import Sink

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
MOST_HOURS = 100_000
HOURS_OF_A_WEEK = 168
MOST_DOLLARS = 10_000_000


class Level(Words):
    """A level, by its number (1 to 5) or by a word of either language."""

    def read(self, node: Node, sink: Sink) -> int | None:  # type: ignore[override]
        """The number of the level."""
        text = super().read(node, sink)
        if text is None:
            return None
        level = level_named(text)
        if level is None:
            message = _("{text} is no level").format(text=text)
            hint = _("write 1 to 5 or one of {words}").format(words=", ".join(LEVELS))
            sink.report("SG106", node, message, hint)
        return level

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401
        """Left to the strict reader: profiles are small."""
        del value, sink
        raise Odd

    def schema(self) -> Schema:
        """The numbers and the words; words of the other language are read too."""
        return {"anyOf": [{"enum": [*range(1, 6), *LEVELS]}, {"type": "string"}]}


class ShortClaim(Words):
    """A claim as it is typed: a phrase, perhaps with a level after a colon."""

    def read(self, node: Node, sink: Sink) -> Claim | None:  # type: ignore[override]
        """The claim."""
        text = super().read(node, sink)
        if text is None:
            return None
        try:
            claims = parse_claims(text)
        except UsageError as error:
            (problem,) = error.problems
            sink.report("SG106", node, problem.message, problem.hint)
            return None
        if len(claims) == 1:
            return claims[0]
        hint = _("begin a line with - for each")
        sink.report("SG104", node, _("this is not one claim"), hint)
        return None


class ClaimItem:
    """A claim: as it is typed, or with its evidence as a mapping."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def read(self, node: Node, sink: Sink) -> Any:  # noqa: ANN401
        """The claim in either form."""
        kind = ShortClaim() if type(node) is Scalar else self.table
        return kind.read(node, sink)

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401
        """Left to the strict reader: profiles are small."""
        del value, sink
        raise Odd

    def schema(self) -> Schema:
        """Either form."""
        return {"anyOf": [ShortClaim().schema(), self.table.schema()]}


def _evidence_kind() -> str:
    return _("a word like work, course or project")


EVIDENCE = Table(
    Evidence,
    Key(
        "kind",
        Pattern("[a-z]+(?:[_-][a-z]+)*", _evidence_kind),
        required=True,
        about="What it is, in a word: work, course, project, volunteering, ...",
    ),
    Key("text", Words(), required=True, about="What you did, in your words."),
    Key("date", Date(), about="When: 2025, 2025-06 or 2025-06-30."),
    Key("hours", Number(0, MOST_HOURS), about="How many hours it took."),
)

CLAIM = Table(
    Claim,
    Key("phrase", Words(), required=True, about="What you can do, in your words."),
    Key("skill", Pattern(ID, lambda: _("an id")), about="Its id in the catalogue."),
    Key("level", Level(), about="beginner, basic, working, advanced or expert."),
    Key("last_used", Date(), about="When you last did it: a year is enough."),
    Key("evidence", ListOf(EVIDENCE), about="What stands behind it."),
)

ALIGNMENT = Table(
    Alignment,
    Key("name", Words()),
    Key("framework", Words()),
    Key("code", Words()),
    Key("url", Words()),
    make=lambda values: Alignment(**{"name": None, **values}),
)

AWARD = Table(
    AwardedCredential,
    Key("name", Words(), required=True, about="What you hold."),
    Key("issuer", Words(), about="Who gave it."),
    Key("credential", Pattern(ID, lambda: _("an id")), about="Its catalogue id."),
    Key("awarded", Date(), about="When you got it."),
    Key("expires", Date(), about="The last day that it is good for."),
    Key("alignments", ListOf(ALIGNMENT)),
    Key(
        "verification",
        Choice(*get_args(Verification)),
        about="Of the signature of a badge: checked, not_checked or failed.",
    ),
    Key("verification_reason", Words()),
    Key("evidence", ListOf(EVIDENCE)),
)

TOPIC = Table(
    Claim,
    Key("phrase", Words(), required=True, about="What it was about, in your words."),
    Key("level", Level(), about="How far it brought you."),
)

LEARNING = Table(
    Learning,
    Key("kind", Choice(*get_args(LearningKind)), required=True),
    Key("text", Words(), required=True, about="What it was."),
    Key("skills", ListOf(ClaimItem(TOPIC)), about="What it was about."),
    Key("hours", Number(0, MOST_HOURS)),
    Key("date", Date(), about="When: 2026, 2026-10 or 2026-10-02."),
    Key("url", Address()),
)

CORRECTION = Table(
    Correction,
    Key("phrase", Words(), required=True),
    Key("skill", Pattern(ID, lambda: _("an id")), required=True),
    Key("verdict", Choice("confirmed", "rejected"), required=True),
)


def _contradictions(values: dict[str, Any], node: Mapping, sink: Sink) -> None:
    """One phrase cannot mean two skills, nor a skill that it surely does not mean."""
    told: dict[str, list[Correction]] = {}
    for index, one in enumerate(values.get("corrections", ())):
        earlier = told.setdefault(label_key(one.phrase), [])
        if any(_contradict(one, other) for other in earlier):
            message = _("“{phrase}” is corrected twice, differently")
            place = Kept(one, node, sink.path).place("corrections", index)
            hint = _("keep the one that is right")
            sink.report("SG140", place, message.format(phrase=one.phrase), hint)
        earlier.append(one)


def _contradict(one: Correction, other: Correction) -> bool:
    if one.skill == other.skill:
        return one.verdict != other.verdict
    return one.verdict == other.verdict == "confirmed"


PROFILE = Table(
    Profile,
    Key("language", Choice("en", "fr"), about="The language to answer you in."),
    Key("claims", ListOf(ClaimItem(CLAIM)), about="What you can do."),
    Key("awards", ListOf(AWARD), about="The credentials that you hold."),
    Key("learning", ListOf(LEARNING), about="What you learnt on your own."),
    Key("corrections", ListOf(CORRECTION), about="What your words mean, or do not."),
    Key("targets", ListOf(Words()), about="The work aimed at: titles or NOC codes."),
    Key("hours_per_week", Number(0, HOURS_OF_A_WEEK), about="Time to learn."),
    Key("budget", Number(0, MOST_DOLLARS), about="Money to spend, in dollars."),
    partial=True,
    check=_contradictions,
)
