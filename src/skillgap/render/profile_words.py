"""The fixed words of profiles in the language in use (see ``words``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext

if TYPE_CHECKING:
    from skillgap.profile.merge import Change


def learning_kind(code: str) -> str:
    """What a person learnt from, or what stands behind a claim."""
    words = {
        "book": _("book"),
        "workshop": _("workshop"),
        "conference": _("conference"),
        "podcast": _("podcast"),
        "video": _("video"),
        "article": _("article"),
        "course": _("course"),
        "volunteering": _("volunteering"),
        "work": _("work"),
        "project": _("project"),
        "education": _("education"),
        "credential": _("credential"),
        "certificate": _("certificate"),
        "endorsement": _("endorsement"),
        "document": _("document"),
        "other": _("noted"),
    }
    return words.get(code) or code.replace("_", " ")


def learning_count(code: str, number: int) -> str:
    """A number of things of one kind."""
    words = {
        "book": ngettext("{number} book", "{number} books", number),
        "workshop": ngettext("{number} workshop", "{number} workshops", number),
        "conference": ngettext("{number} conference", "{number} conferences", number),
        "podcast": ngettext("{number} podcast", "{number} podcasts", number),
        "video": ngettext("{number} video", "{number} videos", number),
        "article": ngettext("{number} article", "{number} articles", number),
        "course": ngettext("{number} course", "{number} courses", number),
        "credential": ngettext("{number} credential", "{number} credentials", number),
        "volunteering": ngettext(
            "volunteering ({number} time)", "volunteering ({number} times)", number
        ),
    }
    text = words.get(code)
    if text is None:
        return f"{number} {learning_kind(code)}"
    return text.format(number=number)


def verification(code: str) -> str:
    """Whether the signature of an award was checked."""
    words = {
        "checked": _("checked"),
        "not_checked": _("not checked"),
        "failed": _("does not hold, or taken back"),
    }
    return words.get(code) or code.replace("_", " ")


def action(code: str) -> str:
    """What an edit did to an entry."""
    return {"added": _("added"), "changed": _("changed")}.get(code, code)


def profile_part(code: str) -> str:
    """A part of a profile, of which one entry is spoken of."""
    words = {
        "claims": _("claim"),
        "awards": _("credential"),
        "learning": _("learning"),
        "corrections": _("correction"),
        "targets": _("occupation aimed at"),
        "settings": _("setting"),
    }
    return words.get(code) or code


def change_text(change: Change) -> str:
    """What was added or changed, in words; settings by their names."""
    name, colon, value = change.text.partition(": ")
    if change.what != "settings" or not colon:
        return change.text
    names = {
        "language": _("language"),
        "hours_per_week": _("hours a week"),
        "budget": _("budget"),
    }
    return _("{label}: {value}").format(label=names.get(name, name), value=value)
