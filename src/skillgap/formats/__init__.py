"""Other people's formats, one file each, into what they say about a person's skills.

Every format is a pure function from bytes to ``Imported``; what a file says in other
words than ours (a badge's *Profile* is an issuer) is translated there and nowhere else.
Nothing is fetched, nothing is unpacked to disk, and every size, depth and time has a
limit. Importing this module reads none of the formats.
"""

from __future__ import annotations

from skillgap.formats.imported import Imported, Line, SpokenLanguage
from skillgap.formats.reading import import_file, read_content, read_file

__all__ = [
    "Imported",
    "Line",
    "SpokenLanguage",
    "import_file",
    "read_content",
    "read_file",
]
