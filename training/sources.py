"""What else than the skills of ESCO the table learns from, as pairs of like meaning.

Sources whose name ends in "french" have French texts; their labels are English, or
French that another pair of the source brings to English.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from corpus import Pair, lines, rows

if TYPE_CHECKING:
    from pathlib import Path

MOST_WORDS = 30
"""Descriptions are cut to their first words."""


def _start(text: str) -> str:
    return " ".join(text.split()[:MOST_WORDS])


def esco_occupation_pairs(root: Path) -> list[Pair]:
    """Titles and descriptions of ESCO's occupations, in both languages."""
    base = root / "tabiya-esco-1.1.2-en-fr"
    french = {r["ORIGINURI"]: r for r in rows(base / "esco-v1.1.2-fr/occupations.csv")}
    found = []
    for row in rows(base / "esco-v1.1.2/occupations.csv"):
        key, label = "occupation:" + row["ORIGINURI"], row["PREFERREDLABEL"].strip()
        texts = [*lines(row["ALTLABELS"]), _start(row["DESCRIPTION"])]
        found += [Pair("esco-occupation", key, text, label) for text in texts]
        other = french.get(row["ORIGINURI"])
        if other:
            title = other["PREFERREDLABEL"].strip()
            texts = [*lines(other["ALTLABELS"]), _start(other["DESCRIPTION"])]
            found.append(Pair("occupation-french", key, title, label))
            found += [Pair("occupation-french", key, text, title) for text in texts]
            if other["DESCRIPTION"] and row["DESCRIPTION"]:
                found.append(
                    Pair(
                        "description-french",
                        key,
                        other["DESCRIPTION"],
                        row["DESCRIPTION"],
                    )
                )
    return _complete(found)


def onet_title_pairs(root: Path) -> list[Pair]:
    """O*NET: alternate titles and descriptions with the title of their occupation."""
    onet = root / "onet-29.2-text"
    found = []
    titles = {}
    for row in rows(onet / "Occupation Data.txt", tabs=True):
        if "All Other" not in row["Title"]:
            code = row["O*NET-SOC Code"]
            titles[code] = row["Title"]
            text = _start(row["Description"])
            found.append(Pair("onet-title", "onet:" + code, text, row["Title"]))
    for row in rows(onet / "Alternate Titles.txt", tabs=True):
        code = row["O*NET-SOC Code"]
        if code in titles:
            text = row["Alternate Title"]
            found.append(Pair("onet-title", "onet:" + code, text, titles[code]))
    return _complete(found)


def noc_pairs(root: Path) -> list[Pair]:
    """NOC 2021: titles and definitions of classes in both languages; example titles."""
    base = root / "noc-2021"
    english = {
        row["Code - NOC 2021 V1.0"]: row
        for row in rows(base / "noc_2021_version_1.0_-_classification_structure.csv")
    }
    name = "cnp_2021_version_1.0_-_structure_de_la_classification.csv"
    found = []
    for row in rows(base / name):
        code = row["Code dela CNP 2021 v1.0"]
        other = english.get(code)
        if other:
            titles = row["Titres de classes"], other["Class title"]
            texts = row["Définitions de la classe"], other["Class definition"]
            found.append(Pair("noc-french", "noc:" + code, *titles))
            found.append(Pair("description-french", "noc:" + code, *texts))
    with (base / "workbc_titles.csv").open(encoding="utf-8", newline="") as file:
        for code, title, _ in csv.reader(file):
            if code in english:
                label = english[code]["Class title"]
                found.append(Pair("noc-title", "noc:" + code, title, label))
    return _complete(found)


def activity_pairs(root: Path) -> list[Pair]:
    """O*NET: tasks with their detailed activities, and these with broader ones."""
    onet = root / "onet-29.2-text"
    tasks = {
        row["Task ID"]: row["Task"]
        for row in rows(onet / "Task Statements.txt", tabs=True)
    }
    broad = {
        row["IWA ID"]: row["IWA Title"]
        for row in rows(onet / "IWA Reference.txt", tabs=True)
    }
    activities = {}
    found = []
    for row in rows(onet / "DWA Reference.txt", tabs=True):
        title, group = row["DWA Title"], row["IWA ID"]
        activities[row["DWA ID"]] = title
        found.append(Pair("onet-activity", "dwa:" + group, title, broad[group]))
    for row in rows(onet / "Tasks to DWAs.txt", tabs=True):
        task, key = tasks.get(row["Task ID"], ""), row["DWA ID"]
        found.append(Pair("onet-task", "dwa:" + key, task, activities[key]))
    return _complete(found)


def tool_pairs(root: Path) -> list[Pair]:
    """O*NET: names of tools and software with what kind of thing each is."""
    found = {}
    for name in ("Technology Skills.txt", "Tools Used.txt"):
        for row in rows(root / "onet-29.2-text" / name, tabs=True):
            text, label = row["Example"], row["Commodity Title"]
            key = "unspsc:" + row["Commodity Code"]
            found[text.lower(), label] = Pair("onet-tool", key, text, label)
    return _complete(list(found.values()))


def catalogue_pairs(data: Path) -> list[Pair]:
    """The project's own skills and occupations: every name with the preferred one."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for name, label, others in (
        ("skills", "label", "alternative_labels"),
        ("occupations", "title", "alternative_titles"),
    ):
        text = (data / f"{name}.yaml").read_text(encoding="utf-8")
        for entry in yaml.load(text, Loader=loader)[name]:  # noqa: S506 (a safe one)
            key = f"{name}:{entry['id']}"
            english, french = entry[label]["en"], entry[label]["fr"]
            other = entry.get(others) or {}
            found += [Pair("catalogue", key, t, english) for t in other.get("en", [])]
            texts = [french, *other.get("fr", [])]
            found += [Pair("catalogue-french", key, text, english) for text in texts]
    return _complete(found)


def _complete(pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair.text and pair.label]
