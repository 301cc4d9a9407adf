"""The field's fixed words in the language in use.

A code that is not listed here (data may grow) is shown as it is, its underscores
opened: nothing is ever left out for want of a translation.
"""

from __future__ import annotations

from skillgap.locale import _


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
        "unknown": _("unknown whether it is offered"),
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
    }
    return words.get(code) or _opened(code)


def demand_kind(code: str) -> str:
    """What a sign of demand is."""
    words = {
        "cops_future": _("COPS outlook"),
        "cops_recent": _("COPS recent conditions"),
        "oinp_invitations": _("OINP invitations"),
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
    }
    return words.get(code) or _opened(code)


def education(code: str) -> str:
    """A kind of schooling."""
    words = {
        "secondary_school": _("secondary school"),
        "secondary school": _("secondary school"),
        "college": _("college"),
        "apprenticeship": _("apprenticeship"),
        "bachelor": _("bachelor's degree"),
        "bachelor's degree": _("bachelor's degree"),
        "bachelors_degree": _("bachelor's degree"),
        "university": _("university"),
        "master": _("master's degree"),
        "master's degree": _("master's degree"),
        "doctorate": _("doctorate"),
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
        "languages": _("language"),
        "language": _("language"),
        "max_hours": _("most hours"),
        "max_cost": _("highest cost"),
        "kinds": _("kind"),
        "kind": _("kind"),
        "fields": _("field"),
        "field": _("field"),
        "issuers": _("issuer"),
        "issuer": _("issuer"),
        "funding": _("funding"),
        "strict": _("unknown does not pass (strict)"),
    }
    return words.get(code) or _opened(code)


def _opened(code: str) -> str:
    return code.replace("_", " ")
