"""The keys of every file of a catalogue: read, checked and described to editors.

``FILES`` holds one table a file. The format is explained in docs/data-format.md.
"""

from __future__ import annotations

from skillgap.catalogue.tables.about import ABOUT
from skillgap.catalogue.tables.credentials import (
    CREDENTIAL,
    CREDENTIALS,
    ISSUER,
    LONGER_PROGRAMS,
)
from skillgap.catalogue.tables.funding import FUNDING
from skillgap.catalogue.tables.occupations import OCCUPATION, OCCUPATIONS
from skillgap.catalogue.tables.skills import SKILL, SKILLS

FILES = {
    "catalogue.yaml": ABOUT,
    "skills.yaml": SKILLS,
    "occupations.yaml": OCCUPATIONS,
    "credentials.yaml": CREDENTIALS,
    "longer-programs.yaml": LONGER_PROGRAMS,
    "funding.yaml": FUNDING,
}

LINES = {
    "skills.jsonl": SKILL,
    "occupations.jsonl": OCCUPATION,
    "issuers.jsonl": ISSUER,
    "credentials.jsonl": CREDENTIAL,
}
"""The tables of the records that may also stand one a line, as JSON."""

REQUIRED_FILES = ("catalogue.yaml", "skills.yaml", "occupations.yaml")
"""The files of every catalogue; a file of lines stands for the one of its name."""

__all__ = ["FILES", "LINES", "REQUIRED_FILES"]
