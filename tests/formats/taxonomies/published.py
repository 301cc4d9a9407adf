# ruff: noqa: E501 - rows as publishers have them
"""Small sets of files in the forms of publishers; every row is invented."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.formats.intake import Intake

REAL = Path(__file__).parents[3].parent / "shared" / "taxonomies"
"""Where the files as published lie, if they do."""

S = "http://data.europa.eu/esco/skill/"
O = "http://data.europa.eu/esco/occupation/"  # noqa: E741

ESCO = {
    "skills_en.csv": f"""\ufeffconceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status
KnowledgeSkillCompetence,{S}aaaa1111,skill/competence,sector-specific,brew tea,"make tea
brewing tea
steep leaves",released
KnowledgeSkillCompetence,{S}bbbb2222,knowledge,cross-sector, tea varieties ,"steep leaves
kinds of tea
brew teas",released
KnowledgeSkillCompetence,{S}cccc3333,skill/competence,transversal,listen,,released
KnowledgeSkillCompetence,{S}dddd4444,skill/competence,sector-specific,brew teas,infuse,released
KnowledgeSkillCompetence,{S}eeee5555,knowledge,sector-specific,old craft,,obsolete
""",
    "occupations_en.csv": f"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,modifiedDate,code
Occupation,{O}1111aaaa,5131,tea server,"tea host
tea server",released,2024-01-25T11:28:50.295Z,5131.1
Occupation,{O}2222bbbb,5131,tea taster,,released,2024-03-01T00:00:00.000Z,5131.2
Occupation,{O}3333cccc,7515,tea server,,released,2023-01-01T00:00:00.000Z,7515.1
Occupation,{O}4444dddd,9999,nothing asked,,released,,9999.9
""",
    "occupationSkillRelations_en.csv": f"""occupationUri,relationType,skillType,skillUri,skillLabel,occupationLabel
{O}1111aaaa,optional,skill/competence,{S}aaaa1111,brew tea,tea server
{O}1111aaaa,essential,skill/competence,{S}dddd4444,brew teas,tea server
{O}1111aaaa,essential,skill/competence,{S}cccc3333,listen,tea server
{O}2222bbbb,essential,knowledge,,tea varieties,tea taster
{O}3333cccc,optional,skill/competence,{S}cccc3333,listen,tea server
""",
    "broaderRelationsSkillPillar_en.csv": f"""conceptType,conceptUri,broaderType,broaderUri
SkillGroup,{S}S1,SkillGroup,{S}S
KnowledgeSkillCompetence,{S}aaaa1111,SkillGroup,{S}S1
KnowledgeSkillCompetence,{S}aaaa1111,KnowledgeSkillCompetence,{S}bbbb2222
KnowledgeSkillCompetence,{S}bbbb2222,KnowledgeSkillCompetence,{S}aaaa1111
KnowledgeSkillCompetence,{S}dddd4444,KnowledgeSkillCompetence,{S}bbbb2222
""",
    "ISCOGroups_en.csv": """conceptType,code,preferredLabel
ISCOGroup,5,Service workers
ISCOGroup,51,Personal service workers
ISCOGroup,75,Food processing workers
""",
    "skills_fr.csv": f"""conceptUri,preferredLabel,altLabels
{S}aaaa1111,préparer le thé,"infuser
infuse"
{S}bbbb2222,Listen,
{S}cccc3333,écouter,
{S}ffff9999,autre chose,
""",
    "conceptSchemes_en.csv": "conceptType\nConceptScheme\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def account(intake: Intake) -> dict[str, tuple[int, int, dict[str, int]]]:
    """Rows, kept, and dropped by reason, of each part."""
    return {
        part.name: (
            part.rows,
            part.kept,
            {reason.reason: reason.rows for reason in part.dropped},
        )
        for part in intake.counted
    }
