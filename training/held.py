"""Which labels of the project's own catalogue are asked and never learnt."""

from __future__ import annotations

from corpus import chosen

SHARE = 0.1


def is_held_out(skill: str, label: str) -> bool:
    """Whether an alternative label of a skill is kept for asking, by a hash of both."""
    return chosen("catalogue", f"{skill}:{label}", SHARE)
