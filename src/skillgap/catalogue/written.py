"""Records as the files of a catalogue have them: the tables, the other way round.

``catalogue.yaml`` is written as YAML, for people keep it; the tables of records as JSON
Lines, or as YAML where that is asked for. Reading what was written gives the records
again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue.tables.about import About
    from skillgap.model import (
        Credential,
        Fact,
        Issuer,
        Occupation,
        Quantity,
        Requirement,
        Skill,
        Text,
        Texts,
        Wage,
    )
    from skillgap.model.funding import FundingProgram, LongerProgram

Written = dict[str, Any]
_WIDTH = 110


class Content(Record):
    """The records of a catalogue that its folder is written from."""

    about: About
    skills: tuple[Skill, ...]
    occupations: tuple[Occupation, ...]
    issuers: tuple[Issuer, ...] = ()
    credentials: tuple[Credential, ...] = ()
    longer_programs: tuple[LongerProgram, ...] = ()
    funding: tuple[FundingProgram, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many records of each list there are."""
        return {
            "skills": len(self.skills),
            "occupations": len(self.occupations),
            "requirements": sum(len(each.requirements) for each in self.occupations),
            "credentials": len(self.credentials),
            "issuers": len(self.issuers),
            "fields": len(self.about.fields),
            "sources": len(self.about.sources),
        }


def about_written(about: About) -> Written:
    """The keys of catalogue.yaml."""
    return _present(
        name=about.name,
        title=_text(about.title),
        as_of=about.as_of,
        currency=about.currency,
        region=about.region,
        fields=[{"id": f.id, "label": _text(f.label)} for f in about.fields],
        bases={
            basis.id: _present(label=_text(basis.label), source=basis.source)
            for basis in about.bases
        },
        sources=[_present(**source._asdict()) for source in about.sources],
    )


def skill_written(skill: Skill) -> Written:
    """The keys of a skill."""
    return _present(
        id=skill.id,
        label=_text(skill.label),
        alternative_labels=_texts(skill.alternative_labels),
        kind=skill.kind,
        broader=list(skill.broader),
        uri=skill.uri,
    )


def occupation_written(occupation: Occupation) -> Written:
    """The keys of an occupation."""
    regulated, education = occupation.regulated, occupation.education
    return _present(
        id=occupation.id,
        noc=occupation.noc,
        title=_text(occupation.title),
        alternative_titles=_texts(occupation.alternative_titles),
        teer=occupation.teer,
        field=occupation.field,
        wage=_wage(occupation.wage),
        outlook=_outlook(occupation.outlook),
        outlook_regional=[_outlook(each) for each in occupation.outlook_regional],
        outlook_older=occupation.outlook_older
        and _present(**occupation.outlook_older._asdict()),
        demand=[_present(**fact._asdict()) for fact in occupation.demand],
        in_demand=occupation.in_demand,
        regulated=regulated
        and _present(
            **regulated._asdict() | {"other_sources": list(regulated.other_sources)}
        ),
        education=education
        and {"mentions": list(education.mentions), "source": education.source},
        uris=list(occupation.uris),
        onet=list(occupation.onet),
        requirements=[_requirement(each) for each in occupation.requirements],
    )


def _requirement(requirement: Requirement) -> Written:
    """As ``_present``, spelled out: a large catalogue has a hundred thousand."""
    skill, relation, importance, level, basis, note = requirement
    kept: Written = {"skill": skill, "relation": relation, "importance": importance}
    if level is not None:
        kept["level"] = level
    if basis is not None:
        kept["basis"] = basis
    if note is not None:
        kept["note"] = note
    return kept


def issuer_written(issuer: Issuer) -> Written:
    """The keys of an issuer."""
    return _present(
        id=issuer.id, name=_text(issuer.name), kind=issuer.kind, url=issuer.url
    )


def credential_written(credential: Credential) -> Written:
    """The keys of a credential."""
    kept = _present(**credential._asdict())
    asked = credential.prerequisites
    for name in ("cost_note", "cost_as_of"):
        kept.pop(name, None)
    return _present(
        **kept
        | {
            "name": _text(credential.name),
            "issuer": credential.issuer.id,
            "develops": [_present(**each._asdict()) for each in credential.develops],
            "hours": _quantity(credential.hours),
            "weeks": _quantity(credential.weeks),
            "cost": _cost(credential),
            "languages": list(credential.languages),
            "prerequisites": _present(
                credentials=[
                    *asked.credentials,
                    *({"any_of": list(group)} for group in asked.any_of),
                ],
                text=asked.text,
            ),
            "other_sources": list(credential.other_sources),
            "equivalent_to": list(credential.equivalent_to),
        }
    ) | {"source": _present(**credential.source._asdict())}


def longer_written(program: LongerProgram) -> Written:
    """The keys of a longer program."""
    written = credential_written(program.credential)
    return written | {"why_longer": _text(program.why_longer)}


def program_written(program: FundingProgram) -> Written:
    """The keys of a funding program."""
    rules = [
        _present(
            **rule._asdict()
            | {
                "text": _text(rule.text),
                "disagrees": [
                    _present(**each._asdict() | {"text": _text(each.text)})
                    for each in rule.disagrees
                ],
            }
        )
        for rule in program.rules
    ]
    written = _present(**program._asdict() | {"name": _text(program.name)})
    return written | {"rules": rules}


def about_file(content: Content) -> tuple[str, str]:
    """The name and text of catalogue.yaml."""
    return "catalogue.yaml", as_yaml(about_written(content.about))


def side_files(content: Content) -> Iterator[tuple[str, str]]:
    """The files that are always YAML, for they are short: longer programs, funding."""
    if content.longer_programs:
        longer = [longer_written(each) for each in content.longer_programs]
        yield "longer-programs.yaml", as_yaml({"credentials": longer})
    if content.funding:
        programs = [program_written(each) for each in content.funding]
        yield "funding.yaml", as_yaml({"programs": programs})


def yaml_files(content: Content) -> Iterator[tuple[str, str]]:
    """The names and texts of the files of a catalogue's folder, all of them YAML."""
    yield about_file(content)
    skills = [skill_written(skill) for skill in content.skills]
    yield "skills.yaml", as_yaml({"skills": skills})
    occupations = [occupation_written(each) for each in content.occupations]
    yield "occupations.yaml", as_yaml({"occupations": occupations})
    if content.issuers or content.credentials:
        taught = {
            "issuers": [issuer_written(issuer) for issuer in content.issuers],
            "credentials": [credential_written(each) for each in content.credentials],
        }
        yield "credentials.yaml", as_yaml(taught)
    yield from side_files(content)


def as_yaml(value: Written) -> str:
    """Plain values as YAML that people read."""
    import yaml

    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(
        value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    return text


def _present(**values: Any) -> Written:  # noqa: ANN401 - values of any key
    """Without what is unknown: an absent key says so."""
    return {name: value for name, value in values.items() if _is_known(value)}


def _is_known(value: object) -> bool:
    return value is not None and value not in ({}, [], ())


def _text(text: Text) -> Written:
    return _present(en=text.en, fr=text.fr)


def _texts(texts: Texts) -> Written:
    return _present(en=list(texts.en), fr=list(texts.fr))


def _wage(wage: Wage | None) -> Written | None:
    return _present(**wage._asdict()) if wage else None


def _outlook(fact: Fact | None) -> Written | None:
    if fact is None:
        return None
    return _present(
        rating=fact.value, region=fact.region, period=fact.period, source=fact.source
    )


def _quantity(quantity: Quantity) -> Any:  # noqa: ANN401 - a number or a range
    if quantity.basis == "range":
        return _present(min=quantity.low, max=quantity.high)
    return quantity.value


def _cost(credential: Credential) -> Written | None:
    cost = credential.cost
    if cost.basis == "unknown":
        return None
    amount = _quantity(cost)
    return _present(
        **(amount if isinstance(amount, dict) else {"amount": amount}),
        currency=cost.unit,
        as_of=credential.cost_as_of,
        note=credential.cost_note,
    )
