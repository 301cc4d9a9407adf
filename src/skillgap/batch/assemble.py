"""A client's line put together from pieces: the bytes that ``work.plainly`` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.record import Record
from skillgap.render.batch_records import compact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.filters import Filters
    from skillgap.advice.options import Option
    from skillgap.batch.choice import Choice
    from skillgap.batch.goals import Aim
    from skillgap.batch.wording import Wording
    from skillgap.model import Credential, Held

OPEN_IN_LINE = (
    "also_needed",
    "client",
    "coverage_before",
    "fits",
    "gaps",
    "matches",
    "not_taught",
    "occupations",
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
    aim: Aim, wording: Wording, filters: Filters, held: Mapping[str, Held], top: int
) -> tuple[dict[str, str], tuple[Any, ...]]:
    """The values of a line that follow from the aim and what is held, and figures.

    The figures are the coverage before and after, the counts of the gap's parts, of
    what is not taught and of rows, and the first credential with what it adds.
    """
    choice: Choice = aim.choice[filters]
    levels = [held[skill].level if skill in held else 0 for skill in aim.skills]
    now = [row[level] for row, level in zip(aim.worth, levels, strict=True)]
    added, points = aim.added(now), sum(now)
    gaps = _gaps(aim, wording, held)
    options = choice.rows(levels, added, top)
    rows = _rows(choice, wording, options, held, levels, points)
    left = [
        wording.skill[aim.skills[at]]
        for at, level in enumerate(levels)
        if aim.most[at] <= level and now[at] < aim.worth[at][-1]
    ]
    before = points / aim.goal.whole
    aims = aim.occupations
    values = {
        "also_needed": _list(
            [text for one in aims for text in wording.needs(one.id, one)]
        ),
        "coverage_before": repr(before),
        "gaps": gaps.text,
        "not_taught": _list(left),
        "occupations": _list([wording.occupation(one.id, one) for one in aims]),
        "recommendations": rows.text,
        "set_aside": _set_aside(choice, added),
    }
    named = (rows.first, rows.adds)
    return values, (before, rows.after, *gaps.counts, len(left), rows.number, *named)


def _list(texts: Sequence[str]) -> str:
    return f"[{','.join(texts)}]"


def _gaps(aim: Aim, wording: Wording, held: Mapping[str, Held]) -> _Gaps:
    texts, counts = [], [0, 0, 0]
    for occupation, table, total in zip(
        aim.occupations, aim.asked, aim.totals, strict=True
    ):
        parts: tuple[list[str], list[str], list[str]] = ([], [], [])
        met = 0
        nothing = wording.missing(occupation.id, table)
        for asked, missing in zip(table, nothing, strict=True):
            one = held.get(asked.skill)
            if one is None:
                parts[2].append(missing)
                continue
            met += asked.points[one.level]
            parts[one.level < asked.need].append(wording.compared(asked, one))
        covered, below, missing = (",".join(part) for part in parts)
        coverage = met / total if table else 0.0
        texts.append(
            f'{{"below_level":[{below}],"coverage":{coverage!r},"covered":[{covered}],'
            f'"missing":[{missing}],"occupation":{compact(occupation.id)}}}'
        )
        for place, part_ in enumerate(parts):
            counts[place] += len(part_)
    return _Gaps(_list(texts), (counts[0], counts[1], counts[2]))


def _set_aside(choice: Choice, added: Any) -> str:  # noqa: ANN401 - an array
    """How many credentials that would help are refused, by reason."""
    counts: dict[str, int] = {}
    for code, count in choice.refusals(added):
        for reason in choice.reasons(code):
            counts[reason] = counts.get(reason, 0) + count
    each = (
        f'{{"count":{counts[reason]},"filter":{compact(reason)}}}'
        for reason in sorted(counts)
    )
    return f"[{','.join(each)}]"


def _rows(  # noqa: PLR0913, PLR0917 - what a person holds, in the forms it is there in
    choice: Choice,
    wording: Wording,
    options: Sequence[Option],
    held: Mapping[str, Held],
    levels: Sequence[int],
    points: int,
) -> _Rows:
    opens = None
    if any(one.asks_first for one in options):
        opens = _opens(options, wording)
    reached, now, whole = list(levels), points, choice.aim.goal.whole
    texts, first_adds = [], ""
    for rank, option in enumerate(options, start=1):
        added, closes, reasons = _steps(choice, wording, option, held, reached)
        now += added
        adds = repr(added / whole)
        first_adds = first_adds or adds
        credential = option.credential
        p = wording.row(credential.id, credential).parts
        texts.append(
            f"{p[0]}{adds}{p[1]}[{','.join(closes)}]{p[2]}{now / whole!r}{p[3]}"
            f"{opens[rank - 1] if opens else '[]'}{p[4]}{rank}{p[5]}"
            f"[{','.join(reasons)}]{p[6]}"
        )
    first = options[0].credential if options else None
    adds_first = float(first_adds) if options else ""
    return _Rows(_list(texts), now / whole, len(options), first, adds_first)


def _steps(
    choice: Choice,
    wording: Wording,
    option: Option,
    held: Mapping[str, Held],
    reached: list[int],
) -> tuple[int, list[str], list[str]]:
    """The points that a row adds, what it closes and why; raises the levels reached."""
    aim = choice.aim
    added, closes, reasons = 0, [], []
    for at, level in choice.pairs_of(option):
        before = reached[at]
        if level <= before:
            continue
        row, skill = aim.worth[at], aim.skills[at]
        added += row[level] - row[before]
        one, closing = held.get(skill), False
        for asked in aim.asking[at]:
            points = asked.points[level] - asked.points[before]
            if points:
                closing = True
                text = wording.reason(asked, one, before, level)
                reasons.append((points / asked.total, text))
        if closing:
            closes.append(closing_text(wording.skill[skill], before, level))
        reached[at] = level
    reasons.sort(key=_share)
    return added, closes, [text for _less, text in reasons]


def closing_text(skill: str, before: int, after: int) -> str:
    """A closing (see ``render.projection``) as JSON."""
    return f'{{"from":{before},"skill":{skill},"to":{after}}}'


def _share(reason: tuple[float, str]) -> float:
    return -reason[0]


def _opens(options: Sequence[Option], wording: Wording) -> list[str]:
    """For each row the rows below that ask for it and for none above it, as JSON."""
    ids = [one.credential.id for one in options]
    found = []
    for place, own in enumerate(ids):
        above = set(ids[:place])
        opened = [
            wording.credential(other.credential.id, other.credential)
            for other in options[place + 1 :]
            if any(own in g and above.isdisjoint(g) for g in other.asks_first)
        ]
        found.append(_list(opened))
    return found
