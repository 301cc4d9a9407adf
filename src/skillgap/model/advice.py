"""What is advised: gaps, fits and recommendations, all by id-bearing records."""

from skillgap.model.catalogue import (
    Credential,
    LevelBasis,
    Occupation,
    Requirement,
    Skill,
)
from skillgap.record import Record


class Held(Record):
    """A level that a person holds in a skill, and the claimed skill that gives it."""

    level: int
    basis: LevelBasis
    by: str


class Comparison(Record):
    """One requirement beside what the person holds.

    ``have`` is 0 where nothing is held; ``satisfied_by`` is the narrower skill that
    counts for this one, None where the skill itself is claimed or nothing is.
    """

    requirement: Requirement
    skill: Skill
    need: int
    have: int
    need_basis: LevelBasis
    have_basis: LevelBasis | None
    satisfied_by: Skill | None


class Gap(Record):
    """A person beside one occupation; coverage is the weighted share met (0 to 1)."""

    occupation: Occupation
    coverage: float
    covered: tuple[Comparison, ...]
    below_level: tuple[Comparison, ...]
    missing: tuple[Comparison, ...]


class Fit(Record):
    """One occupation in the order of how well it fits; the skills it still asks for.

    ``fit`` (0 to 1) is coverage in which each requirement also counts for how few
    occupations ask for its skill: what is particular to the work tells more than what
    nearly all work asks for.
    """

    rank: int
    occupation: Occupation
    coverage: float
    fit: float
    missing: tuple[Skill, ...]


class Closing(Record):
    """A skill that a credential raises, and from which level (0: none) to which."""

    skill: Skill
    level_from: int
    level_to: int


class Reason(Record):
    """Why a credential closes part of a gap: one requirement of one occupation.

    ``share`` is the part of the coverage of that occupation (0 to 1) that it adds;
    ``already`` is the level that the person and the rows above reached before it.
    """

    occupation: Occupation
    comparison: Comparison
    already: int
    reached: int
    share: float


class Recommendation(Record):
    """A credential, what it adds to the ones ranked above it, and why.

    ``opens`` are the credentials ranked below that ask for this one first; only such a
    row may add nothing by itself.
    """

    rank: int
    credential: Credential
    adds: float
    coverage_after: float
    closes: tuple[Closing, ...]
    reasons: tuple[Reason, ...]
    opens: tuple[Credential, ...] = ()


class Recommendations(Record):
    """The ranked credentials for one or more occupations.

    Coverage is the mean over the occupations. ``not_taught`` are the skills of the gap
    that no credential of the catalogue raises (a retired one raises nothing);
    ``set_aside`` counts the credentials that would help but were left out, by the name
    of each filter that they fail, and as ``retired``.
    """

    occupations: tuple[Occupation, ...]
    gaps: tuple[Gap, ...]
    coverage_before: float
    recommendations: tuple[Recommendation, ...]
    not_taught: tuple[Skill, ...]
    chosen_for_person: bool = False
    set_aside: tuple[tuple[str, int], ...] = ()
