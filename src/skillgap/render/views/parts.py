"""What several views say alike: phrases, skills, sources, commands to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, current_language
from skillgap.render.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Verbatim,
)
from skillgap.render.quantities import percent
from skillgap.render.words import confidence, level_with_basis, rule, status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.model import (
        Basis,
        CatalogueSource,
        Credential,
        Field,
        Issuer,
        Match,
        Occupation,
        Requirement,
        Skill,
        Text,
        Texts,
    )


_OLD_AFTER_MONTHS = 24


def said(text: Text) -> str:
    """A catalogue's text in the language in use, else in the other one."""
    return text.in_language(current_language())


def in_use(texts: Texts) -> tuple[str, ...]:
    """Several texts in the language in use, else in the other one."""
    if current_language() == "fr":
        return texts.fr or texts.en
    return texts.en or texts.fr


def label_of(reference: str | None, known: Mapping[str, Skill | Field]) -> str:
    """The label that an id stands for, else the id; nothing where there is none."""
    found = known.get(reference or "")
    return said(found.label) if found else reference or ""


def quoted(text: str) -> str:
    """A text in the quotation marks of the language in use."""
    return _("“{text}”").format(text=text)


def skill_names(skills: Iterable[Skill]) -> tuple[str, ...]:
    """The labels of skills."""
    return tuple(said(skill.label) for skill in skills)


def occupation_name(occupation: Occupation) -> str:
    """The title of an occupation and its NOC code, where it has one."""
    title = said(occupation.title)
    if occupation.noc is None:
        return title
    return _("{title} (NOC {code})").format(title=title, code=occupation.noc)


def issuer_name(issuer: Issuer, unit: str | None = None) -> str:
    """The issuer, and the part of it that runs the credential."""
    name = said(issuer.name)
    return f"{name} ({unit})" if unit else name


def source_name(reference: str | None, sources: Mapping[str, CatalogueSource]) -> str:
    """A source in words: its title and date, or the address that was read."""
    if reference is None:
        return _("unknown")
    source = sources.get(reference)
    if source is None:
        return reference
    return f"{source.title}, {source.as_of}" if source.as_of else source.title


def basis_name(requirement: Requirement, bases: Mapping[str, Basis]) -> str:
    """Who says how important a requirement is."""
    if requirement.basis is None:
        return _("source not stated")
    basis = bases.get(requirement.basis)
    return said(basis.label) if basis else requirement.basis


def old(as_of: str | None, today: str) -> bool:
    """Whether a dated source was over two years old when the facts were gathered."""
    then, now = _months(as_of or "", 12), _months(str(today), 1)
    return then is not None and now is not None and now - then > _OLD_AFTER_MONTHS


def _months(date: str, otherwise: int) -> int | None:
    """Months since year 0 of an ISO date; ``otherwise`` is the month it leaves out."""
    year, _dash, rest = date.partition("-")
    month = rest[:2]
    if not (year.isdecimal() and year.isascii()):
        return None
    return int(year) * 12 + (int(month) if month.isdecimal() else otherwise)


def data_facts(credential: Credential, today: str) -> tuple[str, ...]:
    """How sure the data are: confidence, status, the date of the source."""
    as_of = credential.source.as_of
    if as_of is None:
        dated = _("source not dated")
    elif old(as_of, today):
        dated = _("as of {date}: old, check it").format(date=as_of)
    else:
        dated = _("as of {date}").format(date=as_of)
    return confidence(credential.confidence), status(credential.status), dated


def understood(matches: tuple[Match, ...], *, explain: bool) -> list[Block]:
    """How each phrase was understood, with candidates where that is not sure."""
    if not matches:
        return []
    columns = (
        Column(_("Your words"), least=14),
        Column(_("Understood as"), least=18, leading=True),
        Column(_("Level")),
        Column(_("How"), least=16, priority=1),
    )
    rows = tuple(_match_row(match, explain=explain) for match in matches)
    table = Table(columns, rows, _("Receipt"))
    blocks: list[Block] = [Heading(_("How your words were understood")), table]
    if any(match.status != "matched" for match in matches):
        blocks.append(Paragraph(_remedy()))
    return blocks


def _remedy() -> str:
    """What a person can do about words that are not counted."""
    return _(
        "What is not counted can be said in other words, or by the name of a skill: "
        "skillgap list skills --search WORD finds it."
    )


def coverage_note() -> str:
    """What coverage is, and why it may be too low."""
    return _(
        "Coverage is the share of what the work asks for that you have, by importance. "
        "What you have not mentioned counts as missing: add what else you can do "
        "with -s."
    )


def to_try(commands: tuple[str, ...]) -> list[Block]:
    """The commands that are worth typing next."""
    return [Heading(_("To try next")), Verbatim(commands)] if commands else []


def bullets(title: str, items: Iterable[str], *, label: str = "") -> list[Block]:
    """A titled list, or nothing where it would be empty."""
    listed = tuple(items)
    return [Heading(title), Bullets(listed, label)] if listed else []


def not_counted(match: Match) -> str:
    """Why a phrase that is not matched counts for nothing."""
    if match.status == "unsure":
        return _("not sure, not counted")
    if match.reason == "denied":
        return _("says that you cannot, not counted")
    if match.reason == "language":
        return _("a language you speak: no skill of this catalogue, not counted")
    return _("not understood, not counted")


def _match_row(match: Match, *, explain: bool) -> Row:
    notes = (_receipt(match),) if explain and match.candidates else ()
    if match.status == "matched" and match.skill is not None:
        level = level_with_basis(match.level, match.level_basis)
        return Row((match.phrase, said(match.skill.label), level, _how(match)), notes)
    if match.status == "unsure":
        names = [
            _("perhaps {skill} ({confidence} sure)").format(
                skill=said(candidate.skill.label),
                confidence=percent(candidate.confidence),
            )
            for candidate in match.candidates
        ]
        return Row((match.phrase, (not_counted(match), *names), "", ""), notes)
    return Row((match.phrase, not_counted(match), "", ""), notes)


def _how(match: Match) -> tuple[str, ...]:
    evidence = _("noted: {text}").format(text=match.evidence) if match.evidence else ""
    if match.rule in (None, "exact"):
        return (evidence,)
    how = rule(match.rule)
    if match.rule in ("typo", "meaning") and match.matched_label:
        how = _("{rule} to {label}, {confidence} sure").format(
            rule=how,
            label=quoted(match.matched_label),
            confidence=percent(match.confidence),
        )
    return (how, evidence)


def _receipt(match: Match) -> str:
    """The receipt of a match: the rule, the label, how sure, and the runner-up."""
    first = match.candidates[0]
    lead = _("{phrase}: best label {label} of {skill}, {confidence} sure").format(
        phrase=quoted(match.phrase),
        label=quoted(match.matched_label or first.matched_label),
        skill=quoted(said(first.skill.label)),
        confidence=percent(first.confidence),
    )
    by = _("rule: {rule}").format(rule=rule(match.rule)) if match.rule else ""
    return "; ".join(part for part in (lead, by, _runner_up(match)) if part)


def _runner_up(match: Match) -> str:
    others = [c for c in match.candidates if c.skill.id != match.candidates[0].skill.id]
    if not others:
        return _("no other skill comes near")
    second = others[0]
    return _("next: {skill} by {label}, {confidence} sure, {behind} behind").format(
        skill=quoted(said(second.skill.label)),
        label=quoted(second.matched_label),
        confidence=percent(second.confidence),
        behind=percent(match.candidates[0].confidence - second.confidence),
    )
