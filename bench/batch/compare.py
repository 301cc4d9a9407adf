"""Clients a second: the loop over the single-client function, and the batch.

    python bench/batch/compare.py [--quick]            (else it writes RESULTS.md)

Both read a roster from CSV and write JSON Lines and a summary, through the same code
but for what is between; the loop is on the first clients of the batch's roster, in turn
with it, and its lines must be the batch's. What other programs take of a shared machine
shows in the wall clock and hardly in processor time, so both are told.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from made_catalogue import write_catalogue
from made_roster import write_roster
from measured import memory, stages

from skillgap.advice.filters import USUAL_FOCUS, Filters
from skillgap.batch.advisor import Advisor
from skillgap.batch.calm import one_thread
from skillgap.batch.manifest import RESULTS
from skillgap.batch.pool import Place, in_processes
from skillgap.batch.results import Results
from skillgap.batch.roster import Roster
from skillgap.batch.run import run
from skillgap.batch.settings import Settings
from skillgap.batch.work import plainly
from skillgap.catalogue import bundled_folder, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.catalogue import Catalogue

HERE = Path(__file__).parent
LENGTHS = (10_000, 20_000, 100_000)
LONG = LENGTHS[1:]

HEAD = """# The batch beside a loop over the single-client function

{date}, {cores} cores, Python {version}; other work on the machine took {busy:.1f} of
them when the run began, and {busy_after:.1f} when it ended.

`python bench/batch/compare.py`; the loop is measured before and after each batch. CSV
to JSON Lines with the whole gap, five fits and ten recommendations for each client;
cold: distinct phrases and aims are worked out within the time, so that a longer roster
goes faster. The lines are compared byte for byte before they count. numpy is kept to
one thread for both, which makes the loop faster too. Processor time is of all processes
together: two of them take on the wall half of it at best, where two cores are free.

The goals were 10 times the loop at the bundled size and 30 times at the large one. On
a machine shared with much else processor time is the fair figure, and even that moves
by a fifth with what runs beside it.

The rosters (`made_roster.py`): 6 to 18 phrases a client, by Zipf's law over the labels
of the catalogue, one in twenty misspelt; one aim; some with a budget or online only; a
quarter in French. *Any aim alike* means that each occupation is aimed at as often as
any other: the hardest for the batch, as at 3,000 occupations few clients share one.
*Aims by Zipf's law* is what a counselling service rather sees: few kinds of work are
asked for often (the first by one client in nine, the first hundred by three in
five).

Who aims at the same under the same filters, in the same language, and holds the same of
what is asked for, is told the same about it, which is kept for the next such client.
*Told anew* is the share of clients for whom it had to be worked out. In the invented
large catalogue skills have nothing to do with each other, so that nineteen clients in
twenty hold nothing of what they aim at; under Zipf's law that makes them alike more
often than on a real roster."""
COLUMNS = (
    "| | clients | told anew | a second, wall | a second of processor | wall, x loop |"
    " processor, x loop |"
)


class Size(NamedTuple):
    """A catalogue, and how many clients the loop, batches and two processes get."""

    name: str
    folder: Path
    looped: int
    batched: tuple[int, ...]
    pooled: tuple[int, ...] = (20_000,)
    alike: bool = False


class Spent(NamedTuple):
    """Clients, seconds on the wall, seconds of a processor."""

    clients: int
    wall: float
    cpu: float
    anew: int = 0

    def told(self) -> str:
        """Clients a second by both."""
        return f"{self.clients / self.wall:,.0f} | {self.clients / self.cpu:,.0f}"


def main() -> None:
    """Measure each size and write the results."""
    quick = "--quick" in sys.argv
    busy = os.getloadavg()[0]
    one_thread()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = folder / "large"
        words = load_catalogue(cache=folder / "cache")
        write_catalogue(large, words, occupations=3000, skills=14_000, credentials=3000)
        big = "3,000 occupations x 14,000 skills"
        sizes = (
            Size("bundled, any aim alike", bundled_folder(), 200, (20_000,)),
            Size(f"{big}, any aim alike", large, 50, LENGTHS, LONG),
            Size(f"{big}, aims by Zipf's law", large, 50, LENGTHS, LONG, alike=True),
        )
        if quick:
            few = {"looped": 20, "batched": (500, 1000), "pooled": (1000,)}
            sizes = tuple(one._replace(**few) for one in sizes)
        tables = [measure(size, folder) for size in sizes]
    text = report(tables, busy, os.getloadavg()[0])
    print(text)
    if not quick:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def measure(size: Size, folder: Path) -> tuple[Size, dict[str, list[Spent]]]:
    """The loop and the batches in turn, on the first clients of one roster."""
    catalogue = load_catalogue(size.folder, cache=folder / "cache")
    asked = Settings("made.csv", folder, filters=Filters(focus=USUAL_FOCUS))
    short, long = folder / "short.csv", folder / "long.csv"
    write_roster(short, catalogue, size.looped, alike=size.alike)
    spent: dict[str, list[Spent]] = {"loop": []}
    advisors: list[Advisor] = []

    def alone() -> object:
        advisors[:] = [Advisor(asked, catalogue)]
        return advisors[0].each

    works: list[tuple[str, int, Callable[[], object]]] = [
        (f"batch {clients}", clients, alone) for clients in size.batched
    ]
    works += [
        (
            f"batch, 2 processes {clients}",
            clients,
            lambda: pooled(asked, catalogue, size, folder),
        )
        for clients in size.pooled
    ]
    for name, clients, work in works:
        write_roster(long, catalogue, clients, alike=size.alike)
        loop, results = folder / f"loop {name}", folder / name
        spent["loop"].append(timed(short, loop, looping(asked, catalogue), asked))
        found = timed(long, results, work, asked)
        anew = advisors[0].told_anew if work is alone else 0
        spent[name] = [found._replace(anew=anew)]
        spent["loop"].append(
            timed(short, folder / f"{loop.name}2", looping(asked, catalogue), asked)
        )
        same(loop, results)
        for each in (loop, folder / f"{loop.name}2", results):
            shutil.rmtree(each)
        print(size.name, name, spent[name], flush=True)
    return size, spent


def looping(asked: Settings, catalogue: Catalogue) -> Callable[[], object]:
    """The straightforward loop."""
    return lambda: lambda chunks: (plainly(each, asked, catalogue) for each in chunks)


def pooled(asked: Settings, catalogue: Catalogue, size: Size, folder: Path) -> object:
    """The batch in two processes."""
    place = Place(size.folder, folder / "cache", catalogue.info.fingerprint)
    return in_processes(place, asked, 2)


def timed(
    roster: Path, results: Path, make: Callable[[], object], asked: Settings
) -> Spent:
    """One run from CSV to JSON Lines, what is prepared for it included."""
    started, before = time.perf_counter(), processor()
    folder = Results(results, "measured")
    (results / ".unfinished").mkdir(parents=True)
    read = Roster(roster, "made.csv", roster.parent)
    state = run(read, folder, make(), lambda _state: None, asked)  # type: ignore[arg-type]
    folder.close()
    return Spent(state.clients, time.perf_counter() - started, processor() - before)


def processor() -> float:
    """Seconds of a processor, of this process and of those that it waited for."""
    each = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = map(resource.getrusage, each)
    return sum(one.ru_utime + one.ru_stime for one in used)


def same(loop: Path, batch: Path) -> None:
    """Refuse to tell of a batch whose lines are not those of the loop."""
    with (
        (loop / ".unfinished" / RESULTS).open("rb") as expected,
        (batch / ".unfinished" / RESULTS).open("rb") as found,
    ):
        lines = expected.readlines()
        if lines != list(islice(found, len(lines))):
            raise SystemExit("the batch does not give the bytes of the loop")


def report(
    tables: list[tuple[Size, dict[str, list[Spent]]]], busy: float, busy_after: float
) -> str:
    """The results as Markdown."""
    cores = os.cpu_count()
    date, version = f"{datetime.now(UTC):%Y-%m-%d}", sys.version.split()[0]
    lines = [
        *HEAD.format(
            date=date, cores=cores, version=version, busy=busy, busy_after=busy_after
        ).splitlines(),
        "",
    ]
    for size, spent in tables:
        total = {name: _together(each) for name, each in spent.items()}
        lines += [
            f"## {size.name}",
            "",
            COLUMNS,
            "|---|---:|---:|---:|---:|---:|---:|",
        ]
        loop = total["loop"]
        for name, one in total.items():
            wall = (one.clients / one.wall) / (loop.clients / loop.wall)
            cpu = (one.clients / one.cpu) / (loop.clients / loop.cpu)
            ratios = f"{wall:,.1f} | {cpu:,.1f}"
            shown = name.rstrip(" 0123456789")
            anew = f"{one.anew / one.clients:.0%}" if one.anew else ""
            lines.append(
                f"| {shown} | {one.clients:,} | {anew} | {one.told()} | {ratios} |"
            )
        lines.append("")
    return "\n".join([*lines, *stages(), *memory()])


def _together(each: list[Spent]) -> Spent:
    return Spent(*(sum(part) for part in zip(*each, strict=True)))


if __name__ == "__main__":
    main()
