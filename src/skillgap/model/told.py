"""What a person said, before any catalogue has understood it."""

# Annotations are not postponed (see ``model``).
from skillgap.model.person import AwardedCredential, Claim, Correction, Profile
from skillgap.record import Record


class Told(Record):
    """All that an answer rests on besides the catalogue and the options.

    ``phrases`` are as they were typed, listed or piped; ``claims`` and ``awards`` are
    what was read from a résumé, which itself is not kept; ``corrections`` are those
    that were used.
    """

    phrases: tuple[str, ...] = ()
    profile: Profile | None = None
    claims: tuple[Claim, ...] = ()
    awards: tuple[AwardedCredential, ...] = ()
    corrections: tuple[Correction, ...] = ()
