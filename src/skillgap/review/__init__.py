"""What a catalogue can be right about by its rules and still serve people badly.

The rules of ``catalogue`` say whether a folder is a catalogue. Those here compare its
records as people meet them: by the matcher, by what is asked for and taught, by what
is likely. They find nothing that keeps a catalogue from being opened.
"""

from __future__ import annotations

from skillgap.review.mend import mend_catalogue
from skillgap.review.review import review_catalogue

__all__ = ["mend_catalogue", "review_catalogue"]
