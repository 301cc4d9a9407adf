"""The field's fixed words in the language in use.

A code that is not listed here (data may grow) is shown as it is, its underscores
opened: nothing is ever left out for want of a translation.
"""

from __future__ import annotations

from skillgap.locale import _, ngettext


def level(number: int) -> str:
    """The word for a level from 1 to 5; 0 is none."""
    return (
        _("none"),
        _("beginner"),
        _("basic"),
        _("working"),
        _("advanced"),
        _("expert"),
    )[number]


def level_with_basis(number: int, basis: str | None) -> str:
    """The word for a level, marked where it is assumed."""
    if basis != "assumed":
        return level(number)
    return _("{value} (assumed)").format(value=level(number))


def listed(answer: str) -> str:
    """Yes, no or unknown."""
    return {"yes": _("yes"), "no": _("no")}.get(answer) or _("unknown")


def yes_or_no(answer: bool | None) -> str:
    """Yes, no or unknown."""
    return _("unknown") if answer is None else _("yes") if answer else _("no")


def relation(code: str) -> str:
    """Whether a requirement is essential or optional."""
    return {"essential": _("essential"), "optional": _("optional")}.get(code, code)


def delivery(code: str | None) -> str:
    """Where a credential is taken; unknown where no source says."""
    if code is None:
        return _("unknown")
    words = {
        "online": _("online"),
        "in_person": _("in person"),
        "hybrid": _("hybrid"),
    }
    return words.get(code) or _opened(code)


def languages(codes: tuple[str, ...]) -> str:
    """The languages of instruction; unknown where no source says."""
    words = {"en": _("English"), "fr": _("French")}
    return ", ".join(words.get(code, code) for code in codes) or _("unknown")


def confidence(code: str) -> str:
    """How sure the identity and the skills of a credential are."""
    words = {
        "high": _("high confidence"),
        "medium": _("medium confidence"),
        "low": _("low confidence"),
    }
    return words.get(code) or _opened(code)


def status(code: str) -> str:
    """Whether a credential is known to be offered."""
    words = {
        "current": _("offered"),
        "announced": _("announced"),
        "pilot": _("pilot"),
        "retired": _("no longer offered"),
        "unknown": _("status unknown"),
    }
    return words.get(code) or _opened(code)


def skill_kind(code: str) -> str:
    """The kind of a skill."""
    words = {
        "technical": _("technical"),
        "knowledge": _("knowledge"),
        "transferable": _("transferable"),
        "tool": _("tool"),
    }
    return words.get(code) or _opened(code)


def credential_kind(code: str) -> str:
    """The kind of a credential."""
    words = {
        "micro_credential": _("micro-credential"),
        "course": _("course"),
        "certificate": _("certificate"),
        "online_certificate": _("online certificate"),
        "industry_certification": _("industry certification"),
        "safety_certificate": _("safety certificate"),
    }
    return words.get(code) or _opened(code)


def skills_basis(code: str | None) -> str:
    """What the list of a credential's skills was read from."""
    words = {
        "page": _("the page of the credential"),
        "title_only": _("its title alone"),
        "field": _("its field alone"),
    }
    return words.get(code or "") or _opened(code or "") or _("unknown")


def issuer_kind(code: str) -> str:
    """The kind of an issuer."""
    words = {
        "college": _("college"),
        "university": _("university"),
        "indigenous_institute": _("Indigenous institute"),
        "industry": _("industry"),
        "vendor": _("vendor"),
        "association": _("association"),
        "government": _("government"),
        "platform": _("platform"),
        "other": _("other"),
    }
    return words.get(code) or _opened(code)


def regulation(code: str) -> str:
    """Whether a licence is asked for."""
    words = {
        "regulated": _("regulated: a licence or registration is required"),
        "compulsory": _("compulsory trade: a certificate is required"),
        "protected_title": _("the title is protected"),
        "voluntary": _("certification is voluntary"),
        "partly": _("regulated in part"),
        "not_regulated": _("not regulated"),
    }
    return words.get(code) or _opened(code)


def demand_kind(code: str) -> str:
    """What a sign of demand is."""
    words = {
        "cops_future": _("COPS outlook"),
        "cops_recent": _("COPS recent conditions"),
        "oinp_rounds": _("OINP invitations"),
        "oinp_in_demand": _("OINP in-demand list"),
        "oinp_tech": _("OINP tech list"),
        "outlook": _("Job Bank outlook"),
        "job_bank_outlook": _("Job Bank outlook"),
    }
    return words.get(code) or _opened(code)


def demand_value(code: str) -> str:
    """A rating of outlook or demand, as its source words it."""
    words = {
        "very_good": _("very good"),
        "good": _("good"),
        "moderate": _("moderate"),
        "limited": _("limited"),
        "very_limited": _("very limited"),
        "Balance": _("balance"),
        "Moderate risk of Shortage": _("moderate risk of shortage"),
        "Moderate signs of Shortage": _("moderate signs of shortage"),
        "Strong risk of Shortage": _("strong risk of shortage"),
        "Strong signs of Shortage": _("strong signs of shortage"),
        "Moderate risk of Surplus": _("moderate risk of surplus"),
        "Moderate signs of Surplus": _("moderate signs of surplus"),
        "Strong risk of Surplus": _("strong risk of surplus"),
        "Strong signs of Surplus": _("strong signs of surplus"),
        "listed": _("listed"),
        "eligible anywhere in Ontario": _("eligible anywhere in Ontario"),
        "eligible outside the GTA only": _("eligible outside the GTA only"),
    }
    rounds, latest, date = code.removesuffix(")").partition(" (")
    if latest and rounds.isdecimal():
        text = ngettext(
            "{number} round; latest {date}",
            "{number} rounds; latest {date}",
            int(rounds),
        )
        return text.format(number=rounds, date=date)
    return words.get(code) or _opened(code)


def education(code: str) -> str:
    """A kind of schooling."""
    words = {
        "secondary_school": _("secondary school"),
        "college": _("college"),
        "apprenticeship": _("apprenticeship"),
        "bachelors_degree": _("bachelor's degree"),
        "graduate_degree": _("graduate degree"),
        "on_the_job_training": _("on-the-job training"),
        "no_formal_requirement": _("no formal requirement"),
    }
    return words.get(code) or _opened(code)


def rule(code: str | None) -> str:
    """By which rule a phrase was understood."""
    words = {
        "exact": _("same words"),
        "alternative_label": _("another name for it"),
        "typo": _("close spelling"),
        "meaning": _("close meaning"),
        "correction": _("your correction"),
    }
    return words.get(code or "") or _opened(code or "")


def filter_name(code: str) -> str:
    """A filter, by what it asks for."""
    words = {
        "delivery": _("delivery"),
        "language": _("language"),
        "max-hours": _("most hours"),
        "max-cost": _("highest cost"),
        "kind": _("kind"),
        "field": _("field"),
        "issuer": _("issuer"),
        "funding": _("funding"),
        "retired": _("no longer offered"),
        "held": _("you hold it, or one that certifies the same"),
        "pace": _("asks for more hours a week than you have"),
        "unknown": _("hours or price unknown (strict)"),
        "focus": _("mostly about other things (--focus 0 shows them)"),
    }
    return words.get(code) or _opened(code)


def slice_name(code: str) -> str:
    """A group of requirements, or an occupation by its NOC code."""
    words = {
        "all": _("all occupations, all kinds of skill"),
        "technical_and_knowledge": _("all occupations, technical and knowledge"),
        "seeds": _("first five fields, all kinds of skill"),
        "seeds_technical_and_knowledge": _(
            "first five fields, technical and knowledge"
        ),
    }
    if code.isdecimal():
        return _("NOC {code}, technical and knowledge").format(code=code)
    return words.get(code) or _opened(code)


def stale_kind(code: str) -> str:
    """What an old fact is about."""
    words = {
        "credential": _("credentials"),
        "cost": _("costs"),
        "wage": _("wages"),
        "outlook": _("outlooks"),
        "demand": _("signs of demand"),
        "funding": _("funding rules"),
    }
    return words.get(code) or _opened(code)


def part_name(code: str) -> str:
    """A part of a catalogue, as a count names it."""
    words = {
        "skills": _("Skills"),
        "occupations": _("Occupations"),
        "requirements": _("Requirements"),
        "credentials": _("Credentials"),
        "issuers": _("Issuers"),
        "fields": _("Fields"),
        "sources": _("Sources"),
        "bases": _("Bases of importance"),
        "funding_programs": _("Funding programs"),
        "longer_programs": _("Longer programs"),
        "labels": _("Labels"),
    }
    return words.get(code) or _opened(code)


def _opened(code: str) -> str:
    return code.replace("_", " ")
