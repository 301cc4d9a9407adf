"""The keys of every file of a catalogue: read, checked and described to editors.

``FILES`` holds one table a file. The format is explained in docs/data-format.md.
"""

from __future__ import annotations

from skillgap.catalogue.tables.about import ABOUT
from skillgap.catalogue.tables.credentials import CREDENTIALS, LONGER_PROGRAMS
from skillgap.catalogue.tables.funding import FUNDING
from skillgap.catalogue.tables.occupations import OCCUPATIONS
from skillgap.catalogue.tables.skills import SKILLS

FILES = {
    "catalogue.yaml": ABOUT,
    "skills.yaml": SKILLS,
    "occupations.yaml": OCCUPATIONS,
    "credentials.yaml": CREDENTIALS,
    "longer-programs.yaml": LONGER_PROGRAMS,
    "funding.yaml": FUNDING,
}

REQUIRED_FILES = ("catalogue.yaml", "skills.yaml", "occupations.yaml")

__all__ = ["FILES", "REQUIRED_FILES"]
