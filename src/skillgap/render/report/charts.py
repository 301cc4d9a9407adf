"""Drawings for reports: small SVG pictures, each beside words that say the same.

They hold numbers alone, never text from outside, and are hidden from screen readers:
the words beside them are read instead. Colours come from the page's style sheet by
class, so one drawing serves light, dark and print.
"""

from __future__ import annotations

WIDTH = 240
"""Units that the whole of a drawing is wide; the page scales it to its room."""
_HEIGHT = 16
_TOP, _THICK = 4, 8


def meter_bar(reached: float, asked: float, divisions: int = 1) -> str:
    """How much is reached (a filled bar) and how much is asked for (an upright mark).

    Shares of the whole from 0 to 1; ``divisions`` steps are told apart by gaps.
    """
    parts = [_bar("whole", 0, 1), _bar("part", 0, reached)]
    parts += [
        _upright("gap", at / divisions, 1.5, _TOP, _THICK) for at in range(1, divisions)
    ]
    parts.append(_upright("asked", asked, 3, 0, _HEIGHT))
    return _drawing(parts)


def span_bar(start: float, end: float) -> str:
    """A stretch of a whole, such as of a time of study; shares from 0 to 1."""
    return _drawing([_bar("whole", 0, 1), _bar("part", start, end)])


def count_bar(count: float, most: float) -> str:
    """A number beside the largest of its kind."""
    share = count / most if most > 0 else 0.0
    return _drawing([_bar("whole", 0, 1), _bar("part", 0, share)])


def _drawing(parts: list[str]) -> str:
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>"
    )


def _bar(kind: str, start: float, end: float) -> str:
    first, last = _place(start), _place(end)
    if last <= first:
        return ""
    return (
        f'<rect class="{kind}" x="{first:.2f}" y="{_TOP}" '
        f'width="{last - first:.2f}" height="{_THICK}"/>'
    )


def _upright(kind: str, share: float, wide: float, top: int, tall: int) -> str:
    left = min(max(_place(share) - wide / 2, 0), WIDTH - wide)
    return (
        f'<rect class="{kind}" x="{left:.2f}" y="{top}" '
        f'width="{wide:g}" height="{tall}"/>'
    )


def _place(share: float) -> float:
    return WIDTH * min(max(share, 0.0), 1.0)
