"""Answers kept: records, giving them again, and what differs between two answers."""

from __future__ import annotations

from skillgap.record.compare import differences, is_same
from skillgap.record.keeping import make_record, record_text
from skillgap.record.reading import Answer, read_answer, read_record
from skillgap.record.reasons import answer_causes, replay_causes

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
