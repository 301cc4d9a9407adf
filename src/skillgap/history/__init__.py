"""Answers kept: records, giving them again, and what differs between two answers."""

from __future__ import annotations

from skillgap.history.compare import differences, is_same
from skillgap.history.keeping import make_record, record_text
from skillgap.history.reading import Answer, read_answer, read_record
from skillgap.history.reasons import answer_causes, replay_causes

__all__ = [
    "Answer",
    "answer_causes",
    "differences",
    "is_same",
    "make_record",
    "read_answer",
    "read_record",
    "record_text",
    "replay_causes",
]
