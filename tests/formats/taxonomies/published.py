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


def tabbed(*rows: str) -> str:
    """Rows whose cells are joined by bars, as tab-separated text."""
    return "".join(row.replace("|", "\t") + "\r\n" for row in rows)


ONET = {
    "Read Me.txt": "O*NET 99.1 Database\nMay 2031 Release\n",
    "Occupation Data.txt": tabbed(
        "O*NET-SOC Code|Title|Description",
        "11-1111.00|Tea Makers|Make tea.",
        "11-2222.00|Tea Managers|Manage tea.",
        "11-3333.00|Tea People, All Other|All others.",
    ),
    "Skills.txt": tabbed(
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Recommend Suppress"
        "|Not Relevant|Date",
        "11-1111.00|2.A.1.e|Mathematics|IM|2.50|N|n/a|08/2030",
        "11-1111.00|2.A.1.e|Mathematics|LV|3.50|N|N|08/2030",
        "11-1111.00|2.B.3.e|Programming|IM|1.49|N|n/a|08/2030",
        "11-1111.00|2.B.3.e|Programming|LV|0.88|N|Y|08/2030",
        "11-2222.00|2.A.1.e|Mathematics|IM|4.12|Y|n/a|08/2030",
        "11-2222.00|2.A.1.e|Mathematics|LV|7|N|N|08/2030",
        "11-2222.00|2.B.3.e|Programming|IM|2.00|N|n/a|08/2030",
        "11-2222.00|2.B.3.e|Programming|LV|0|N|N|08/2030",
        "11-2222.00|2.B.3.e|Programming|LV|1|N|N|08/2030",
        "11-2222.00|2.B.3.e|Programming|CX|1|N|N|08/2030",
        "11-2222.00|2.B.3.e|Programming|IM|5.1|N|N|08/2030",
    ),
    "Knowledge.txt": tabbed(
        "Element ID|O*NET-SOC Code|Element Name|Scale ID|Data Value",
        "2.C.4.a|11-1111.00|Mathematics|IM|4.50",
        "2.C.4.a|11-1111.00|Mathematics|LV|5.25",
    ),
    "Technology Skills.txt": tabbed(
        "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand",
        "11-1111.00|Microsoft Excel|1|Spreadsheets|Y|Y",
        "11-1111.00|TeaSoft|2|Tea software|N|N",
        "11-2222.00|Microsoft Excel|1|Spreadsheets|Y|N",
    ),
    "Alternate Titles.txt": tabbed(
        "O*NET-SOC Code|Alternate Title|Short Title|Source(s)",
        "11-1111.00|Brewer|n/a|08",
        "11-1111.00|Tea Makers|n/a|08",
    ),
}


OASIS = {
    "skills_oasis_2099_v1.0.csv": "\ufeffOaSIS Code - Final,OaSIS Label - Final,"
    "Writing  , Digital Production ,\r\n"
    "00010.00,Tea legislators,5,0,\r\n"
    "10010.1,Tea managers,2,3,\r\n"
    "10010.01,Tea bosses,7,,\r\n"
    "nonsense,Tea fools,1,1,\r\n"
    "00010.00,Tea legislators,1,1,\r\n",
    "knowledges_oasis_2099_v1.0.csv": "Code OaSIS;OaSIS 2021 Labels;Tea\n"
    "10010.10;Tea managers;3\n00010.00;Tea legislators;0\n",
    "example-titles_oasis_2099_v1.0.csv": "OaSIS profile code,Job title type,"
    "Job title text\n10010.1,Example,chief of tea\n99999.00,Example,nobody\n",
    "noc_2021_version_1.0_-_classification_structure.csv": "Level,Hierarchical structure,"
    "Code - NOC 2021 V1.0,Class title\n1,Broad Category,0,Legislative work\n"
    "1,Broad Category,1,Business\n"
    "2,Major Group,00,Legislators and so on\n5,Unit Group,00010,Legislators\n"
    "5,Unit Group,10010,Financial managers\n",
    "cnp_2021_version_1.0_-_structure_de_la_classification.csv": "Niveau,"
    "Structure hiérarchique,Code dela CNP 2021 v1.0,Titres de classes\n"
    "1,Grande catégorie,0,Législation\n5,Groupe de base,00010,Législateurs\n"
    "5,Groupe de base,10010,Directeurs financiers\n",
}
