"""A client's line put together from pieces: the bytes that ``work.plainly`` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.batch.aims import closing_text
from skillgap.record import Record
from skillgap.render.batch_records import compact
from skillgap.render.records import credential_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.options import Option
    from skillgap.batch.aims import Aim
    from skillgap.batch.goals import Choice
    from skillgap.model import Credential, Held

OPEN_IN_LINE = (
    "client",
    "coverage_before",
    "fits",
    "gaps",
    "matches",
    "not_taught",
    "recommendations",
    "row",
    "set_aside",
)


class _Gaps(Record):
    """The gaps as JSON, and how many requirements stand in each part of them."""

    text: str
    counts: tuple[int, int, int]


class _Rows(Record):
    """The recommendations as JSON, and what the summary says of them."""

    text: str
    after: float
    number: int
    first: Credential | None
    adds: float | str


def assemble(
    aim: Aim, choice: Choice, held: Mapping[str, Held], top: int
) -> tuple[dict[str, str], tuple[Any, ...]]:
    """The values of a line that follow from the aim and what is held, and figures.

    The figures are the coverage before and after, the counts of the gap's parts, of
    what is not taught and of rows, and the first credential with what it adds.
    """
    levels = [held[skill].level if skill in held else 0 for skill in aim.skills]
    points = sum([row[level] for row, level in zip(aim.worth, levels, strict=True)])
    gaps = _gaps(aim, held)
    rows = _rows(aim, choice, held, levels, points, top)
    left = [
        aim.labels[at]
        for at, level in enumerate(levels)
        if aim.most[at] <= level and aim.worth[at][level] < aim.worth[at][-1]
    ]
    before = points / aim.goal.whole
    values = {
        "coverage_before": repr(before),
        "gaps": gaps.text,
        "not_taught": f"[{','.join(left)}]",
        "recommendations": rows.text,
        "set_aside": _set_aside(choice, levels),
    }
    named = (rows.first, rows.adds)
    return values, (before, rows.after, *gaps.counts, len(left), rows.number, *named)


def _gaps(aim: Aim, held: Mapping[str, Held]) -> _Gaps:
    texts, counts = [], [0, 0, 0]
    for at, table in enumerate(aim.asked):
        parts: tuple[list[str], list[str], list[str]] = ([], [], [])
        met = 0
        for asked in table:
            one = held.get(asked.skill)
            have = one.level if one else 0
            met += asked.points[have]
            part = 0 if have >= asked.need else 1 if have else 2
            parts[part].append(aim.compared((at, asked.skill, one), asked, one))
        covered, below, missing = (",".join(part) for part in parts)
        coverage = met / aim.totals[at] if table else 0.0
        texts.append(
            f'{{"below_level":[{below}],"coverage":{coverage!r},"covered":[{covered}],'
            f'"missing":[{missing}],"occupation":{aim.ids[at]}}}'
        )
        for place, part_ in enumerate(parts):
            counts[place] += len(part_)
    return _Gaps(f"[{','.join(texts)}]", (counts[0], counts[1], counts[2]))


def _set_aside(choice: Choice, levels: Sequence[int]) -> str:
    counts: dict[str, int] = {}
    added = choice.order.added
    for pairs, reasons in choice.refused:
        if added(pairs, levels):
            for reason in reasons:
                counts[reason] = counts.get(reason, 0) + 1
    each = (
        f'{{"count":{counts[reason]},"filter":{compact(reason)}}}'
        for reason in sorted(counts)
    )
    return f"[{','.join(each)}]"


def _rows(  # noqa: PLR0913, PLR0917 - what a person holds, in the forms it is there in
    aim: Aim,
    choice: Choice,
    held: Mapping[str, Held],
    levels: Sequence[int],
    points: int,
    top: int,
) -> _Rows:
    options = choice.order.rows(levels, top)
    opens = _opens(options) if any(one.asks_first for one in options) else None
    reached, now, whole = list(levels), points, aim.goal.whole
    texts, first_adds = [], ""
    for rank, option in enumerate(options, start=1):
        added, closes, reasons = _steps(aim, choice, option, held, reached)
        now += added
        adds = repr(added / whole)
        first_adds = first_adds or adds
        credential = option.credential
        p = aim.row(credential.id, credential).parts
        texts.append(
            f"{p[0]}{adds}{p[1]}[{','.join(closes)}]{p[2]}{now / whole!r}{p[3]}"
            f"{opens[rank - 1] if opens else '[]'}{p[4]}{rank}{p[5]}"
            f"[{','.join(reasons)}]{p[6]}"
        )
    first = options[0].credential if options else None
    adds_first = float(first_adds) if options else ""
    text = f"[{','.join(texts)}]"
    return _Rows(text, now / whole, len(options), first, adds_first)


def _steps(
    aim: Aim,
    choice: Choice,
    option: Option,
    held: Mapping[str, Held],
    reached: list[int],
) -> tuple[int, list[str], list[str]]:
    """The points that a row adds, what it closes and why; raises the levels reached."""
    added, closes, reasons = 0, [], []
    for at, level in choice.order.steps(option):
        before = reached[at]
        if level <= before:
            continue
        row, skill = aim.worth[at], aim.skills[at]
        added += row[level] - row[before]
        one = held.get(skill)
        found = aim.raised((skill, before, level, one), one)
        if found:
            closes.append(closing_text(aim.labels[at], before, level))
            reasons += found
        reached[at] = level
    reasons.sort(key=_share)
    return added, closes, [text for _less, text in reasons]


def _share(reason: tuple[float, str]) -> float:
    return -reason[0]


def _opens(options: Sequence[Option]) -> list[str]:
    """For each row the rows below that ask for it and for none above it, as JSON."""
    ids = [one.credential.id for one in options]
    found = []
    for place, own in enumerate(ids):
        above = set(ids[:place])
        opened = [
            compact(credential_record(other.credential))
            for other in options[place + 1 :]
            if any(own in g and above.isdisjoint(g) for g in other.asks_first)
        ]
        found.append(f"[{','.join(opened)}]")
    return found
