"""The stages that a phrase goes through until one of them is sure.

Many phrases go through them together: the words of all are read at once, and those that
spelling leaves open are compared by meaning at once. Each gets the answer that it gets
alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.matching import exact
from skillgap.matching.names import Names, Scored, best_first, outcome
from skillgap.matching.qualifiers import Phrase, read_phrase
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from skillgap.catalogue.spellings import Spellings
    from skillgap.matching.names import Outcome
    from skillgap.model import MatchReason


class Answer(Record):
    """What the stages answer to a phrase."""

    outcome: Outcome
    found: tuple[Scored, ...]
    reason: MatchReason | None = None

    @property
    def is_bare(self) -> bool:
        """Whether what was taken off the phrase is no part of the label it met."""
        return self.outcome != "matched" or self.found[0].is_bare


class _Reading(Record):
    """A phrase on its way, and the surest answer so far."""

    phrase: Phrase
    kept: Answer
    rejected: Collection[str]

    def answered(self, found: tuple[Scored, ...]) -> _Reading:
        """After a later stage: its answer where that is sure or surer than the kept."""
        allowed = tuple(one for one in found if one.id not in self.rejected)
        answer = Answer(outcome(allowed), allowed)
        if answer.outcome == "matched" or self._gives_way_to(answer):
            return self._replace(kept=answer)
        return self

    def _gives_way_to(self, answer: Answer) -> bool:
        if answer.outcome == "unmatched":
            return False
        if self.kept.outcome == "unmatched":
            return True
        return answer.found[0].confidence > self.kept.found[0].confidence


_UNMATCHED = Answer("unmatched", ())
_LANGUAGE = Answer("unmatched", (), "language")
_LEAST_MEANING = 4
_MANY, VERY_MANY = 24, 240
"""From how many phrases on it pays to load what compares letters faster, and to read
every word of the labels at once."""


def labels_in(keys: Sequence[str], spellings: Spellings) -> set[str]:
    """The keys of words in a row that may be labels, in keys that are none.

    What many phrases need one by one is loaded at once.
    """
    if len(keys) >= _MANY:
        import rapidfuzz.distance  # noqa: F401 - in_common takes it where it is loaded
    if len(keys) >= VERY_MANY:
        spellings.prepare_all()
    typed = [key.split() for key in keys]
    spellings.prepare(word for words in typed for word in words)
    return {
        " ".join(words[start:end])
        for words in typed
        if len(words) <= exact.MOST_WORDS
        for start, end in spellings.runs(words, exact.LONGEST_LABEL)
    }


def resolve(
    texts: Sequence[str], names: Names, rejected: Callable[[str], Collection[str]]
) -> list[tuple[Phrase, Answer]]:
    """How each text is read, and what the stages answer to it.

    Args:
        texts: what people typed.
        names: the labels.
        rejected: the ids that are never answered to a text.
    """
    keys = [label_key(text) for text in texts]
    read = [
        _by_labels(Phrase(text, key, key), names, rejected(text))
        for text, key in zip(texts, keys, strict=True)
    ]
    left = [place for place, one in enumerate(read) if _may_be_misspelt(one)]
    if left:
        # Imported here: it is needed only when no label answers a phrase.
        from skillgap.matching.spelling import spelled_each

        spelled = spelled_each([read[place].phrase for place in left], names)
        for place, scored in zip(left, spelled, strict=True):
            read[place] = read[place].answered(scored)
    left = [place for place, one in enumerate(read) if _may_be_meant(one)]
    if left:
        # Imported here: numpy and the table are needed only when spelling is not sure.
        from skillgap.matching.contained import unless_contained
        from skillgap.matching.meaning import meant_all

        meant = meant_all([read[place].phrase for place in left], names)
        for place, found in zip(left, meant, strict=True):
            phrase = read[place].phrase
            whole = best_first(unless_contained(found, phrase))
            read[place] = read[place].answered(whole)
    return [(one.phrase, _with_reason(one)) for one in read]


def _by_labels(phrase: Phrase, names: Names, rejected: Collection[str]) -> _Reading:
    """A phrase after the stages that look for it as a label, up to a sure one."""
    read = _Reading(phrase, _UNMATCHED, rejected)
    if not phrase.key:
        return read
    for stage in (exact.whole, *_STAGES):
        if stage is _STAGES[0]:
            # Only now: nothing is taken off a phrase that is a label as it stands.
            read = read._replace(phrase=read_phrase(phrase.text))
        read = read.answered(stage(read.phrase, names))
        if read.kept.outcome == "matched":
            return read
    if read.kept is _UNMATCHED and _is_language(read.phrase):
        return read._replace(kept=_LANGUAGE)
    return read


def _may_be_misspelt(read: _Reading) -> bool:
    return bool(
        read.phrase.key and read.kept.outcome != "matched" and not read.kept.reason
    )


def _spoken(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    # Imported here: most phrases are labels.
    from skillgap.matching.tongues import spoken

    return spoken(phrase, names)


_STAGES = (exact.without_qualifiers, exact.within_fillers, _spoken)


def _may_be_meant(read: _Reading) -> bool:
    """Whether meaning is asked: where nothing is sure, and the phrase may have one.

    A few letters match only as themselves (C, R, Go), what is denied is not meant, and
    a phrase may name several skills word for word ("Excel and Java").
    """
    key, kept = read.phrase.key, read.kept
    if kept.outcome == "matched" or kept.reason or len(key) < _LEAST_MEANING:
        return False
    if kept.outcome == "unsure" and kept.found[0].rule != "typo":
        return False
    # Imported here: it is needed only when no label answers a phrase.
    from skillgap.matching.denial import denies

    return not denies(read.phrase.text)


def _is_language(phrase: Phrase) -> bool:
    # Imported here: most phrases are labels, and no language that people speak.
    from skillgap.matching.tongues import is_spoken_language

    return is_spoken_language(phrase)


def _with_reason(read: _Reading) -> Answer:
    """The answer, with the reason where a phrase denies and so is not understood."""
    if read.kept.outcome != "unmatched" or read.kept.reason or not read.phrase.key:
        return read.kept
    # Imported here: most phrases are labels, and deny nothing.
    from skillgap.matching.denial import denies

    return read.kept._replace(reason="denied" if denies(read.phrase.text) else None)
