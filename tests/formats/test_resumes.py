"""JSON Resume, Europass, LER-RS and LinkedIn become claims, awards and prose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from formats.made_files import badge, zipped
from skillgap.errors import DataError
from skillgap.formats import Imported, Line, SpokenLanguage, read_content
from skillgap.formats.json_resume import level_of
from skillgap.model import AwardedCredential, Claim, Evidence

LISTED = (Evidence("skills", "in the skills list"),)


def read(content: object, name: str = "me.json") -> Imported:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_content(data, Path(name))


RESUME = {
    "basics": {"name": "Not Kept", "email": "no@example.org", "summary": "I cook."},
    "work": [
        {
            "name": "Not Kept Ltd.",
            "position": "Cook",
            "startDate": "2019-02",
            "endDate": "2024-03-31",
            "highlights": ["Prepared meals", "Cleaned"],
        },
        {"position": "Chef", "startDate": "2024-04"},
    ],
    "skills": [
        {"name": "Kitchen", "level": "Master", "keywords": ["Soups", "Soups"]},
        {"name": "Excel", "level": "so-so"},
    ],
    "certificates": [{"name": "Food Handler", "issuer": "Example", "date": "2023-01"}],
    "languages": [{"language": "French", "fluency": "Fluent"}],
    "interests": [{"name": "Welding"}],
}


def test_json_resume_is_read() -> None:
    imported = read(RESUME)
    assert imported.claims == (
        Claim("Soups", 5, evidence=LISTED),
        Claim("Excel", None, evidence=LISTED),
    )
    assert imported.awards == (
        AwardedCredential(
            "Food Handler",
            "Example",
            "2023-01",
            verification_reason="it stands in a résumé",
        ),
    )
    assert imported.languages == (SpokenLanguage("French", "Fluent"),)
    assert [line[1:] for line in imported.lines] == [
        ("I cook.", "summary", None),
        ("Cook", "work", "2024-03-31"),
        ("Prepared meals", "work", "2024-03-31"),
        ("Cleaned", "work", "2024-03-31"),
        ("Chef", "work", "present"),
        ("Kitchen", "skills", None),
    ]
    assert [note.message for note in imported.notes] == [
        'the level "so-so" is not known and was left out',
        "not read: interests",
    ]
    assert "Kept" not in repr(imported)


@pytest.mark.parametrize(
    "skills",
    [
        ["Soups", "Excel"],
        {"Kitchen": ["Soups", "Excel"]},
        [{"name": "Kitchen", "keywords": "Soups, Excel"}],
        [{"skill": "Soups"}, {"name": "Excel", "keywords": []}],
    ],
)
def test_older_dialects_are_read(skills: object) -> None:
    assert [claim.phrase for claim in read({"skills": skills}).claims] == [
        "Soups",
        "Excel",
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [("Master", 5), ("Advanced", 4), ("avancé", 4), ("Beginner", 1), ("wizard", None)],
)
def test_levels_are_read_by_a_stated_table(text: str, level: int | None) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"$schema": "x", "properties": {}}, "the file is a JSON Schema: it describes"),
        ({"title": "x", "qualifications": []}, "the file describes a job and not a"),
        ({"worksValid": {}}, "the JSON is of no format that is read"),
        ([1, 2], "the JSON is of no format that is read"),
        ({"skills": 3}, "the JSON is of no format that is read"),
    ],
)
def test_other_json_is_refused(content: object, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(content)


EUROPASS_XML = """<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass">
<LearnerInfo>
 <Identification><PersonName><FirstName>Not Kept</FirstName></PersonName>
 </Identification>
 <WorkExperienceList><WorkExperience>
  <Period><From year="2010" month="--05"/><To year="2012" month="--07"/></Period>
  <Position><Label>Cook</Label></Position>
  <Activities>&lt;p&gt;Prepared meals&lt;/p&gt;- soups &amp;amp; stews</Activities>
  <Employer><Name>Not Kept</Name></Employer>
 </WorkExperience></WorkExperienceList>
 <Skills>
  <Linguistic><ForeignLanguageList><ForeignLanguage>
   <Description><Label>French</Label></Description>
   <ProficiencyLevel><Listening>B2</Listening><Reading>C1</Reading></ProficiencyLevel>
   <VerifiedBy><Certificate><Title>DELF B2</Title><AwardingBody>CIEP</AwardingBody>
    <Date year="2014" month="--06"/></Certificate></VerifiedBy>
  </ForeignLanguage></ForeignLanguageList></Linguistic>
  <Computer><Description>Excel</Description></Computer>
 </Skills>
</LearnerInfo></SkillsPassport>"""

EUROPASS_JSON = {
    "SkillsPassport": {
        "LearnerInfo": {
            "Identification": {"PersonName": {"FirstName": "Not Kept"}},
            "WorkExperience": [
                {
                    "Period": {
                        "From": {"Year": 2010, "Month": 5},
                        "To": {"Year": 2012, "Month": 7},
                    },
                    "Position": {"Label": "Cook"},
                    "Activities": "<p>Prepared meals</p>- soups &amp; stews",
                    "Employer": {"Name": "Not Kept"},
                }
            ],
            "Skills": {
                "Linguistic": {
                    "ForeignLanguage": [
                        {
                            "Description": {"Label": "French"},
                            "ProficiencyLevel": {"Listening": "B2", "Reading": "C1"},
                            "Certificate": [
                                {
                                    "Title": "DELF B2",
                                    "AwardingBody": "CIEP",
                                    "Date": {"Year": 2014, "Month": 6},
                                }
                            ],
                        }
                    ]
                },
                "Computer": {"Description": "Excel"},
            },
        }
    }
}

EUROPASS_OLD = """<learnerinfo xmlns="http://europass.cedefop.europa.eu/Europass/V2.0">
<workexperiencelist><workexperience>
 <period><to><year>2012</year><month>--07</month></to></period>
 <position><label>Cook</label></position>
 <activities>Prepared meals
- soups &amp; stews</activities>
</workexperience></workexperiencelist>
<languagelist><language><label>French</label>
 <level><listening>b2</listening><reading>c1</reading></level></language></languagelist>
<skilllist><skill type="computer">Excel</skill></skilllist>
</learnerinfo>"""


@pytest.mark.parametrize(
    "content", [EUROPASS_XML.encode(), EUROPASS_JSON, EUROPASS_OLD.encode()]
)
def test_europass_says_the_same_in_every_version(content: object) -> None:
    imported = read(content, "cv")
    assert imported.format == "europass"
    assert imported.languages == (SpokenLanguage("French", "B2, C1"),)
    assert imported.lines == (
        Line(1, "Cook", "work", "2012-07"),
        Line(2, "Prepared meals", "work", "2012-07"),
        Line(3, "- soups & stews", "work", "2012-07"),
        Line(4, "Excel", "skills", None),
    )
    assert "Kept" not in repr(imported)


def test_europass_certificates_of_languages_are_awards() -> None:
    for content in (EUROPASS_XML.encode(), EUROPASS_JSON):
        (award,) = read(content, "cv").awards
        assert award[:3] == ("DELF B2", "CIEP", "2014-06")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"<?xml version='1.0'?><Other/>",
            "no Europass CV: its root element is <other>",
        ),
        (b"<SkillsPassport/>", "holds no information"),
        ({"SkillsPassport": {}}, "holds no information"),
        (b"<SkillsPassport>", "the file is not XML"),
    ],
)
def test_other_xml_is_refused(content: object, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(content, "cv.xml")


def test_ler_rs_is_read_and_its_proven_certificates_with_it() -> None:
    resume = {
        "@context": [],
        "type": ["VerifiableCredential"],
        "credentialSubject": {
            "type": "http://schema.hropenstandards.org/4.5/LER-RSType.json",
            "person": {"name": {"formattedName": "Not Kept"}},
            "skills": [{"name": "Excel", "yearsOfExperience": 5}],
            "employmentHistories": [
                {
                    "organization": {"tradeName": "Not Kept"},
                    "positionHistories": [
                        {"title": "Cook", "end": "2022-01", "descriptions": ["Soups"]}
                    ],
                }
            ],
            "educationAndLearnings": [
                {
                    "verifications": [
                        {
                            "credentialSubject": {
                                "educationAndLearning": {
                                    "end": "2011",
                                    "educationDegrees": [{"name": "Culinary Arts"}],
                                }
                            }
                        }
                    ]
                }
            ],
            "certifications": [
                {
                    "name": "Food Handler",
                    "firstIssued": "2014-08-25",
                    "effectiveTimePeriod": {"validTo": "2024-08-25T00:00:00.0"},
                    "issuingAuthority": {"tradeName": "Example"},
                },
                {"verifications": [badge(), {"reference": "https://example.org"}]},
            ],
        },
    }
    imported = read(resume)
    assert imported.format == "ler-rs"
    assert imported.claims == (Claim("Excel", evidence=LISTED),)
    assert [award[:4] for award in imported.awards] == [
        ("Food Handler", "Example", "2014-08-25", "2024-08-25"),
        ("Kitchen Basics", "Example Academy", "2024-05-31", "2027-05-31"),
    ]
    assert [line[1:] for line in imported.lines] == [
        ("Cook", "work", "2022-01"),
        ("Soups", "work", "2022-01"),
        ("Culinary Arts", "education", "2011"),
    ]
    assert "Kept" not in repr(imported)


LINKEDIN = {
    "Profile.csv": "First Name,Last Name,Headline,Summary\nNot,Kept,Cook,I cook\n",
    "Skills.csv": "Name\nSoups\nExcel\nSoups\n",
    "Export/Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Not Kept,Cook,"Prepared meals\nCleaned",Here,Jan 2019,Mar 2024\n'
        "Not Kept,Chef,,Here,Apr 2024,\n"
    ),
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "Food Handler,,Example,janv. 2023,Jan 2028,1\n"
    ),
    "Languages.csv": "Name,Proficiency\nFrench,Native\n",
    "messages.csv": "FROM,CONTENT\nNot Kept,Welding\n",
    "__MACOSX/Skills.csv": "junk",
}


def test_linkedin_is_read_and_nothing_else_of_it() -> None:
    imported = read(zipped(dict(LINKEDIN)), "linkedin.zip")
    assert [claim.phrase for claim in imported.claims] == ["Soups", "Excel"]
    (award,) = imported.awards
    assert award[:4] == ("Food Handler", "Example", "2023-01", "2028-01")
    assert imported.languages == (SpokenLanguage("French", "Native"),)
    assert [line[1:] for line in imported.lines] == [
        ("Cook", "summary", None),
        ("I cook", "summary", None),
        ("Cook", "work", "2024-03"),
        ("Prepared meals", "work", "2024-03"),
        ("Cleaned", "work", "2024-03"),
        ("Chef", "work", "present"),
    ]
    assert "Kept" not in repr(imported)
    assert "Welding" not in repr(imported)


def test_one_table_of_linkedin_is_read_by_its_name() -> None:
    assert len(read(b"Notes\n\nName\nSoups\n", "Skills.csv").claims) == 1
    with pytest.raises(DataError, match="this table is not read"):
        read(b"a,b\n1,2\n", "budget.csv")


def test_a_damaged_table_is_told_and_the_others_are_read() -> None:
    imported = read(
        zipped({"Skills.csv": "Name\nSoups\n", "Courses.csv": b"\0\x01\0\0\xff"}),
        "l.zip",
    )
    assert len(imported.claims) == 1
    assert [note.severity for note in imported.notes] == ["warning"]
