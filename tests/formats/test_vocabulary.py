"""Words near each other name the one skill that both are used of."""

from __future__ import annotations

from skillgap.catalogue import Named
from skillgap.formats.vocabulary import vocabulary_of
from skillgap.normalise import label_key

LABELS = {
    "medication": ("helping with doses", "reminding clients", "dose reminders"),
    "pesticides": ("pesticide use", "applying pesticides", "pesticide licence"),
    "sprayer": ("Sprayer Pro", "Sprayer", "Sprayer licence"),
    "clients": ("meeting clients", "client advice"),
}
EVERY = tuple(
    (label_key(label), Named(id_, label, "en", preferred=False))
    for id_, labels in LABELS.items()
    for label in labels
)


def test_two_words_of_one_skill_name_it_though_no_label_has_both() -> None:
    vocabulary = vocabulary_of(EVERY, frozenset())
    assert vocabulary.together("remind", "dose") == "medication"
    assert vocabulary.together("dose", "remind") == "medication"


def test_words_of_several_skills_or_of_none_name_nothing() -> None:
    vocabulary = vocabulary_of(EVERY, frozenset())
    assert vocabulary.together("remind", "pesticid") is None
    assert vocabulary.together("remind", "unheard") is None
    assert vocabulary.together("remind", "remind") is None


def test_a_word_used_often_and_of_one_skill_alone_tells_it() -> None:
    vocabulary = vocabulary_of(EVERY, frozenset(["sprayer"]))
    assert vocabulary.telling == {"pesticid": "pesticides"}
