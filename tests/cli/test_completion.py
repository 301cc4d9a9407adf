"""What a shell is given to complete, and that the shells there are take the script."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


def completed(run: Run, *words: str) -> list[str]:
    outcome = run(
        _SKILLGAP_COMPLETE="complete_bash",
        COMP_WORDS=" ".join(("skillgap", *words)),
        COMP_CWORD=str(len(words)),
    )
    return outcome.out.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("recom",), ["recommend"]),
        (("profile", "im"), ["import"]),
        (("gap", "--for", "1220"), ["12200"]),
        (("gap", "--for", "bookk"), ["bookkeeper"]),
        (
            ("gap", "--for", "accounting-tech"),
            ["accounting-technicians-and-bookkeepers"],
        ),
        (("recommend", "--issuer", "sherid"), ["sheridan-college"]),
        (("recommend", "--field", "payr"), ["payroll"]),
        (("plan", "--funding", ""), ["osap"]),
    ],
)
def test_a_word_that_was_begun_is_completed(
    run: Run, words: tuple[str, ...], expected: list[str]
) -> None:
    assert completed(run, *words) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_reads_its_script(run: Run, tmp_path: Path, shell: str) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"there is no {shell}")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).out, "utf-8")
    done = subprocess.run([found, "-n", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bash_completes_by_the_script(run: Run, cache: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    script = tmp_path / "script"
    script.write_text(run("completion", "bash").out, "utf-8")
    asked = (
        f"source {script}; COMP_WORDS=(skillgap gap --for bookk); COMP_CWORD=3; "
        f'_skillgap_completion {COMMAND}; echo "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(
        ["bash", "-c", asked],
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SKILLGAP_CACHE": str(cache), "LANG": "C.UTF-8"},
        text=True,
    )
    assert done.stdout == "bookkeeper\n"
