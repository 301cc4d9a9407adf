"""A new profile: a file that explains itself to the person who opens it."""

from __future__ import annotations

from skillgap.locale import _


def new_profile(language: str) -> str:
    """The text of an empty profile, with notes in the language in use."""
    parts = (
        (_about(), f"language: {language}"),
        (_claims(), "claims: []"),
        (_awards(), "awards: []"),
        (_learning(), "learning: []"),
        (_corrections(), "corrections: []"),
        (_targets(), "targets: []"),
        (_means(), ""),
    )
    sections = (_noted(text) + (f"{line}\n" if line else "") for text, line in parts)
    return "\n".join(sections)


def _noted(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _about() -> str:
    return _(
        "Your skillgap profile. It stays on this computer; nothing is sent anywhere.\n"
        "What follows a # is a note: keep it, change it or take it out.\n"
        "skillgap profile check says whether all is well after you changed something.\n"
        "\n"
        "The language to answer you in: en or fr."
    )


def _claims() -> str:
    return _(
        "What you can do, in your own words. A level may follow after a colon:\n"
        "beginner, basic, working, advanced or expert. For example:\n"
        "\n"
        "claims:\n"
        "  - excel:advanced\n"
        "  - phrase: paying bills\n"
        '    last_used: "2025"\n'
        "    evidence:\n"
        "      - {kind: work, text: 3 years at a dental office}\n"
    )


def _awards() -> str:
    return _(
        "Credentials that you hold: certificates, micro-credentials, badges.\n"
        "\n"
        "awards:\n"
        "  - name: Standard first aid\n"
        "    issuer: a training centre\n"
        '    awarded: "2025-03"\n'
        '    expires: "2028-03"\n'
    )


def _learning() -> str:
    return _(
        "What you learnt on your own. The kind is book, workshop, conference,\n"
        "podcast, video, article, course or volunteering.\n"
        "\n"
        "learning:\n"
        "  - kind: book\n"
        "    text: a book about bookkeeping\n"
        "    skills: [bookkeeping:basic]\n"
        "    hours: 12\n"
        '    date: "2026-10-02"\n'
    )


def _corrections() -> str:
    return _(
        "What your words mean, or surely do not mean. These commands write it here:\n"
        "skillgap profile confirm sage accounting-software\n"
        "skillgap profile reject java javascript"
    )


def _targets() -> str:
    return _(
        "The work you aim at: titles, everyday names or NOC codes.\n"
        "\n"
        'targets: [bookkeeper, "12200"]'
    )


def _means() -> str:
    return _(
        "The time and money that you have for learning. Take the # away to say it.\n"
        "\n"
        "hours_per_week: 6\n"
        "budget: 800"
    )
