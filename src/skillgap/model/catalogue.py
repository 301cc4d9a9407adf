"""What a catalogue holds: skills, occupations, credentials and where they come from."""

from typing import Literal

from skillgap.record import Record

Language = Literal["en", "fr"]
SkillKind = Literal["technical", "knowledge", "transferable", "tool"]
Relation = Literal["essential", "optional"]
CredentialKind = Literal[
    "micro_credential",
    "course",
    "certificate",
    "online_certificate",
    "industry_certification",
    "safety_certificate",
]
Delivery = Literal["online", "in_person", "hybrid"]
Status = Literal["current", "announced", "pilot", "retired", "unknown"]
Confidence = Literal["high", "medium", "low"]
Listed = Literal["yes", "no", "unknown"]
QuantityBasis = Literal["stated", "range", "assumed", "unknown"]
LevelBasis = Literal["stated", "assumed"]
WORKING_LEVEL = 3
"""The level of a claim, requirement or credential whose source states none."""

LEVELS = ("beginner", "basic", "working", "advanced", "expert")
"""The words for levels 1 to 5, in order."""


class Text(Record):
    """A text in English and French; either may be absent, never both."""

    en: str | None
    fr: str | None = None

    def in_language(self, language: str) -> str:
        """The text in the language asked for, else in the other one."""
        wanted, other = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return wanted or other or ""


class Texts(Record):
    """Several texts in each language, such as alternative labels."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


class Skill(Record):
    """An ability, piece of knowledge or tool that work asks for.

    ``broader`` names the skills that this one is a narrower form of: whoever holds
    this one counts as holding those.
    """

    id: str
    label: Text
    kind: SkillKind
    alternative_labels: Texts = Texts()
    broader: tuple[str, ...] = ()
    uri: str | None = None


class Requirement(Record):
    """What an occupation asks of one skill: how important (1-5), how deep (1-5)."""

    skill: str
    relation: Relation
    importance: int
    level: int | None = None
    basis: str | None = None
    note: str | None = None

    @property
    def doubled_weight(self) -> int:
        """Twice the weight in coverage (no halves): importance, halved if optional."""
        return self.importance * (2 if self.relation == "essential" else 1)

    @property
    def need(self) -> int:
        """The level asked for; *working* where the source states none."""
        return self.level or WORKING_LEVEL

    @property
    def need_basis(self) -> LevelBasis:
        """Whether the level was stated by the source or is assumed."""
        return "stated" if self.level else "assumed"


class Wage(Record):
    """Low (10th percentile), median and high (90th percentile) pay."""

    low: float | None
    median: float | None
    high: float | None
    unit: str
    region: str
    period: str | None
    source: str


class Fact(Record):
    """A sourced statement about an occupation: an outlook or a sign of demand."""

    kind: str
    value: str
    region: str | None
    period: str | None
    source: str


class OlderOutlook(Record):
    """An outlook of years ago, on another scale and by the NOC code of 2016."""

    rating: str
    scale: str
    region: str | None
    period: str | None
    noc_2016: str | None
    source: str


class Regulation(Record):
    """Whether a licence or registration is asked for, and by whom."""

    status: str
    body: str | None
    note: str | None
    source: str
    other_sources: tuple[str, ...] = ()


class Education(Record):
    """The kinds of schooling that the occupation's own description mentions."""

    mentions: tuple[str, ...]
    source: str


class Occupation(Record):
    """A kind of work, by NOC 2021 unit group where it has a code."""

    id: str
    noc: str | None
    title: Text
    alternative_titles: Texts = Texts()
    teer: int | None = None
    field: str | None = None
    wage: Wage | None = None
    outlook: Fact | None = None
    outlook_regional: tuple[Fact, ...] = ()
    demand: tuple[Fact, ...] = ()
    in_demand: bool | None = None
    regulated: Regulation | None = None
    education: Education | None = None
    uris: tuple[str, ...] = ()
    onet: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    outlook_older: OlderOutlook | None = None


class Quantity(Record):
    """Hours, dollars or weeks as published: a value, a range, or unknown.

    ``value`` is the number to reckon with: the stated one, else the upper end of a
    range, else its lower end. Unknown is None, never 0. ``unit`` is "h", "week" or the
    code of a currency (ISO 4217).
    """

    value: float | None
    unit: str
    basis: QuantityBasis
    low: float | None = None
    high: float | None = None


class Source(Record):
    """The page or file that a credential's facts were read from."""

    url: str | None
    kind: str | None = None
    as_of: str | None = None
    note: str | None = None


class Development(Record):
    """A skill that a credential develops, and to which level (1-5) if it says so."""

    skill: str
    level: int | None = None

    @property
    def reached(self) -> int:
        """The level that a holder reaches; *working* where the source states none."""
        return self.level or WORKING_LEVEL


class Issuer(Record):
    """The institution that grants a credential."""

    id: str
    name: Text
    kind: str
    url: str | None = None


class Prerequisites(Record):
    """What must be held before: credentials of the catalogue, and in words.

    All of ``credentials`` are asked for, and one of each group of ``any_of``.
    """

    credentials: tuple[str, ...] = ()
    text: str | None = None
    any_of: tuple[tuple[str, ...], ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups of credentials, of each of which one is asked for."""
        return (*((one,) for one in self.credentials), *self.any_of)


class Credential(Record):
    """A short credential as its issuer defines it (not as a person holds it).

    ``equivalent_to`` are the ids of all others that certify the same.
    """

    id: str
    name: Text
    issuer: Issuer
    kind: CredentialKind
    field: str
    develops: tuple[Development, ...]
    hours: Quantity
    weeks: Quantity
    cost: Quantity
    status: Status
    confidence: Confidence
    source: Source
    osap: Listed = "unknown"
    unit: str | None = None
    delivery: Delivery | None = None
    self_paced: bool | None = None
    languages: tuple[str, ...] = ()
    prerequisites: Prerequisites = Prerequisites()
    hours_note: str | None = None
    cost_note: str | None = None
    cost_as_of: str | None = None
    part_of: str | None = None
    stacks_into: str | None = None
    assessed: str | None = None
    industry_partner: str | None = None
    validity_years: float | None = None
    level: str | None = None
    skills_basis: str | None = None
    other_sources: tuple[str, ...] = ()
    retrieved: str | None = None
    note: str | None = None
    equivalent_to: tuple[str, ...] = ()


class Field(Record):
    """A field of work or study that credentials and occupations are grouped by."""

    id: str
    label: Text


class CatalogueSource(Record):
    """A published work that the catalogue's facts come from, with its licence."""

    id: str
    title: str
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    licence_url: str | None = None
    attribution: str | None = None
    as_of: str | None = None
    note: str | None = None


class Basis(Record):
    """Who says how important a requirement is: a label and the source it belongs to."""

    id: str
    label: Text
    source: str | None = None
