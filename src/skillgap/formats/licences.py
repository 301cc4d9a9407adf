"""The works that are imported, with the licence and the words that its owner asks for.

What is written here is the wording of the owners; it goes into every catalogue that is
made of their work.
"""

from __future__ import annotations

from skillgap.model import CatalogueSource

_OGL = "Open Government Licence - Canada"
_OGL_URL = "https://open.canada.ca/en/open-government-licence-canada"
_OGL_WORDS = (
    "Contains information licensed under the Open Government Licence \u2013 Canada."
)
_ESDC = "Employment and Social Development Canada"


def onet(version: str | None, released: str | None) -> CatalogueSource:
    """The O*NET database; the wording is that of its licence page."""
    name = f"O*NET {version} Database" if version else "O*NET Database"
    return CatalogueSource(
        id=f"onet-{version}" if version else "onet",
        title=name,
        publisher="U.S. Department of Labor, Employment and Training Administration",
        url="https://www.onetcenter.org/database.html",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        attribution=(
            f"This catalogue includes information from the {name} by the U.S. "
            "Department of Labor, Employment and Training Administration (USDOL/ETA). "
            "Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. "
            "The maintainers of this catalogue have modified all or some of this "
            "information. USDOL/ETA has not approved, endorsed, or tested these "
            "modifications."
        ),
        as_of=released,
        note="ratings by people working in the United States",
    )


def canadian(id_: str, title: str, url: str, as_of: str | None) -> CatalogueSource:
    """A work of Employment and Social Development Canada."""
    return CatalogueSource(id_, title, _ESDC, url, _OGL, _OGL_URL, _OGL_WORDS, as_of)


def oasis(year: str) -> CatalogueSource:
    """The Occupational and Skills Information System."""
    return canadian(
        f"oasis-{year}",
        f"Occupational and Skills Information System (OaSIS) {year}",
        "https://noc.esdc.gc.ca/Oasis/OasisWelcome",
        year,
    )


def noc_2021() -> CatalogueSource:
    """The National Occupational Classification."""
    return canadian(
        "noc-2021",
        "National Occupational Classification (NOC) 2021, version 1.0",
        "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1",
        "2021",
    )._replace(publisher="Statistics Canada")


def own(as_of: str) -> CatalogueSource:
    """The bundled catalogue, where a part of it is taken over; see LICENSE-DATA."""
    return CatalogueSource(
        id="skillgap",
        title="Career-skills catalogue of skillgap",
        publisher="The skillgap founders",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        attribution=(
            "Career-skills catalogue of skillgap by the skillgap founders, CC BY 4.0 "
            "(https://creativecommons.org/licenses/by/4.0/), with information from the "
            "sources named in its SOURCES.md."
        ),
        as_of=as_of,
        note="everyday labels of skills, and skills narrower than those of the source",
    )
