"""Which credentials certify the same: what the records say, closed both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import Credential


def equivalents(credentials: Iterable[Credential]) -> dict[str, tuple[str, ...]]:
    """For each credential that has any: the ids of all its equivalents, sorted.

    It is enough that one of two names the other, and an equivalent of an equivalent is
    one too.
    """
    group: dict[str, set[str]] = {}
    for credential in credentials:
        for other in credential.equivalent_to:
            joined = group.get(credential.id, {credential.id}) | group.get(
                other, {other}
            )
            group.update(dict.fromkeys(joined, joined))
    return {
        id_: tuple(sorted(others - {id_}))
        for id_, others in group.items()
        if len(others) > 1
    }
