"""The words around a skill that are no part of it, in both languages.

They are written as people write them; ``keyed`` brings a table to the form of
``label_key``. Nothing here is taken off a phrase that a label answers as it stands.
"""

from __future__ import annotations

from functools import cache

from skillgap.normalise import label_key
from skillgap.profile.claims import level_words

BEFORE = {
    1: (
        *("new to", "currently learning", "still learning", "just learning"),
        *("learning", "beginner in", "beginner level", "entry level in"),
        *("débutant en", "débutante en", "niveau débutant en", "en apprentissage de"),
        *("j'apprends", "j'apprends à", "apprenti en"),
    ),
    2: (
        *("some", "a bit of", "bit of", "a little", "a little bit of", "little"),
        *("basics of", "the basics of", "basic knowledge of", "basic level"),
        *("limited", "familiar with", "familiarity with", "exposure to", "basics in"),
        *("some knowledge of", "introductory"),
        *("notions de", "notions d'", "notions en", "quelques notions de", "un peu de"),
        *("un peu d'", "bases en", "bases de", "base en", "les bases de"),
        *("connaissances de base en", "connaissance de base de", "initiation à"),
        *("familier avec", "familière avec"),
    ),
    3: (
        *("working knowledge of", "good knowledge of", "competent in", "good at"),
        *("comfortable with", "competent with", "intermediate level", "good with"),
        *("bonne connaissance de", "bonne connaissance d'", "bonne connaissance en"),
        *("bonnes connaissances en", "bonnes connaissances de", "à l'aise avec"),
        *("connaissance pratique de", "connaissance pratique en", "bon en", "bonne en"),
    ),
    4: (
        *("proficient in", "proficient with", "proficiency in", "skilled in"),
        *("skilled at", "skilled with", "very good at", "excellent at", "great at"),
        *("great", "solid", "extensive", "in-depth knowledge of", "advanced level"),
        *("strong knowledge of", "highly skilled in", "fluent in"),
        *("maîtrise de", "maîtrise d'", "maîtrise du", "bonne maîtrise de"),
        *("très bonne connaissance de", "très bonnes connaissances en"),
        *("excellente connaissance de", "excellente maîtrise de", "solide", "solides"),
    ),
    5: (
        *("expert in", "expert at", "expert with", "expert level", "expertise in"),
        *("mastery of", "expert en", "experte en", "expert de", "expertise en"),
    ),
}
"""What says a level before the skill; the words of ``LEVEL_WORDS`` do so as well."""

AFTER = {
    1: ("beginner level", "niveau débutant", "in progress", "en cours"),
    2: ("basic level", "niveau de base", "niveau élémentaire"),
    3: ("intermediate level", "niveau intermédiaire"),
    4: ("advanced level", "niveau avancé"),
    5: ("expert level", "niveau expert", "guru"),
}
"""What says a level after the skill; the words of ``LEVEL_WORDS`` do so as well."""

NOT_BEFORE = ("base", "bon", "bonne", "moyen", "moyenne", "courant", "native")
"""Level words that mean something else when they stand before a skill."""

NOT_AFTER = ("native", "working", "good", "strong", "bon", "bonne", "base", "moyen")
"""Level words that mean something else when they stand after a skill."""

EVIDENCE = (
    *("certified", "certificate in", "certification in", "licensed", "self taught"),
    *("self-taught", "trained in", "primary", "secondary", "college level"),
    *("certifié", "certifiée", "certificat en", "autodidacte", "formation en"),
    *("formé en", "formée en", "diplômé en", "diplômée en", "diploma in"),
)
"""What stands behind a claim without saying a level."""

NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("several", "many", "few", "a", "over", "about", "almost", "nearly", "more"),
    *("than", "at", "least", "half"),
    *("un", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "de"),
    *("plusieurs", "quelques", "environ", "plus", "près", "au", "moins"),
)
"""Words that count or round, before a unit of time."""

UNITS = ("year", "yr", "yrs", "month", "an", "ans", "année", "mois")
SINCE = ("since", "depuis", "until", "till", "valid", "valide", "jusqu'en", "expires")

AROUND = (
    *("experience", "experienced", "exp", "skill", "skilled", "ability", "knowledge"),
    *("language", "proficiency", "level", "understanding", "background"),
    *("in", "of", "with", "the", "a", "an", "and", "or", "on", "for", "from", "plus"),
    *("expérience", "connaissance", "compétence", "aptitude", "langage", "niveau"),
    *("en", "de", "du", "des", "le", "la", "les", "un", "une", "avec", "ou"),
    *("capacité", "expertise", "hands-on", "etc", "bit", "little", "some", "peu"),
    "pis",
)
"""Words around a skill that say only that it is one, or join."""

ELIDED = ("d", "l", "j", "qu")
"""French words that lost their vowel: around a skill only when they stand before it."""

EVERYDAY = (
    *("use", "used", "using", "i", "am", "my", "me", "can", "know", "knowing", "how"),
    *("have", "to", "do", "doing", "did", "able", "very", "really", "good", "also"),
    *("lots of", "at work", "at my job", "at my work", "for work", "on the job"),
    *("at home", "at school", "at the office", "every day", "daily", "work with"),
    *("working with", "worked with", "worked in", "working in", "work in", "work on"),
    *("working on", "previous", "past", "i have", "i am", "i'm", "i've"),
    *("je", "j'ai", "je suis", "je sais", "utiliser", "utilisation", "utilise"),
    *("faire", "capable", "mon", "ma", "mes", "au travail", "au bureau", "pour"),
    *("à la maison", "à l'école", "tous les jours", "au quotidien", "travailler avec"),
    *("travaillé avec", "travaille avec", "travailler en", "dans", "très", "bien"),
    *("beaucoup de", "beaucoup d'"),
)
"""Everyday words that may stand around a label and leave it what it is.

They are not taken off a label of one or two signs: "go to work" is no *Go*. Words that
make another skill of a label are none of them ("employment law" is no *law*).
"""

TOOL = (
    *("software", "program", "application", "app", "tool", "package", "system"),
    *("logiciel", "programme", "application", "outil", "système"),
)
"""Words that may stand around the name of a tool, and of nothing else.

"Excel software" is *Excel*; "payroll software" is not *payroll*.
"""

PASTIME = (
    *("play", "plays", "playing", "fan of", "collecting", "listening to music"),
    *("watching movies", "watching tv", "watching netflix", "going to", "hanging out"),
    *("reading novels", "video games", "board games", "my cat", "my dog"),
    *("need a job", "looking for", "any job", "i like"),
    *("jouer", "joue", "fan de", "amateur de", "écouter de la musique", "jeux de"),
    *("regarder", "lire des romans", "mon chat", "mon chien", "il fait"),
    *("je cherche", "j'aime"),
)
"""What begins that is no work, pastimes above all: by meaning alone it is no skill."""

PERSONAL = (
    *("own vehicle", "own car", "own truck", "own tools", "own transportation"),
    *("i have my own", "i own", "i have a car", "good health", "canadian citizen"),
    *("citizen", "permanent resident", "work permit", "open work permit", "see resume"),
    *("see cv", "see attached", "references", "born in", "married", "single mother"),
    *("j'ai une auto", "j'ai un char", "j'ai mon", "j'ai ma", "bonne santé", "citoyen"),
    *("citoyenne", "résident permanent", "résidente permanente", "permis de travail"),
    *("voir cv", "voir curriculum", "références", "né en", "née en", "marié", "mariée"),
)
"""What people say of themselves and what they have, which is no work either."""

RELATIVES = (
    *("mother", "father", "mom", "mum", "dad", "brother", "sister", "wife", "husband"),
    *("cousin", "friend", "neighbour", "neighbor", "uncle", "aunt", "son", "daughter"),
    *("boyfriend", "girlfriend", "grandmother", "grandfather", "kid", "child", "boss"),
    *("mère", "père", "frère", "soeur", "conjoint", "conjointe", "mari", "femme"),
    *("cousine", "ami", "amie", "voisin", "voisine", "oncle", "tante", "fils", "fille"),
    *("chum", "blonde", "enfant", "patron", "grand-mère", "grand-père"),
)
"""Whose doings are not the person's: "my wife is a nurse"."""

TERMS = (
    *("full time", "part time", "casual", "seasonal", "day shift", "night shift"),
    *("weekends", "evenings", "temps plein", "temps partiel", "à temps plein"),
    *("à temps partiel", "quart de jour", "quart de nuit", "fins de semaine", "soirs"),
)
"""Terms of work, and nothing that anyone can do."""

REGIONS = (
    *("Ontario", "ON", "Québec", "QC", "Manitoba", "MB", "Saskatchewan", "SK"),
    *("Alberta", "AB", "British Columbia", "BC", "Nova Scotia", "NS", "New Brunswick"),
    *("NB", "Newfoundland and Labrador", "NL", "Prince Edward Island", "PEI", "Canada"),
    *("Colombie-Britannique", "Nouvelle-Écosse", "Nouveau-Brunswick", "Terre-Neuve"),
)
"""What stands after the comma of a place: "Hamilton, Ontario"."""

_MINE = ("my", "mon", "ma", "mes", "our", "notre")
_YEAR_LENGTH = 4


@cache
def levels_before() -> dict[str, int]:
    """Keys that say a level when a phrase begins with them."""
    unfit = {label_key(word) for word in NOT_BEFORE}
    table = {key: level for key, level in level_words().items() if key not in unfit}
    return table | _keyed_levels(BEFORE)


@cache
def levels_after() -> dict[str, int]:
    """Keys that say a level when a phrase ends with them."""
    unfit = {label_key(word) for word in NOT_AFTER}
    table = {key: level for key, level in level_words().items() if key not in unfit}
    return table | _keyed_levels(AFTER)


@cache
def keyed(table: tuple[str, ...]) -> frozenset[str]:
    """The keys of a table of words."""
    return frozenset(label_key(word) for word in table)


def is_around(word: str) -> bool:
    """Whether a word only says that a skill is one, or is a number of a version."""
    return word in keyed(AROUND) or is_year(word)


def is_elided(word: str) -> bool:
    """Whether a word is a French one that lost its vowel to the next word."""
    return word in keyed(ELIDED)


def is_everyday(words: str) -> bool:
    """Whether everyday words may stand around a label and leave it what it is."""
    return words in keyed(EVERYDAY)


def is_no_work(key: str) -> bool:
    """Whether a key begins as pastimes do, or with what a person is, has or is told of.

    "Playing video games", "own car", "my wife is a nurse".
    """
    first, _, rest = key.partition(" ")
    if first in _MINE and rest.split(" ")[0] in keyed(RELATIVES):
        return True
    return f"{key} ".startswith(_no_work()) or key in keyed(TERMS)


def is_place(text: str) -> bool:
    """Whether a text is a place and its region."""
    place, comma, region = text.rpartition(",")
    return bool(comma and place) and label_key(region) in keyed(REGIONS)


@cache
def _no_work() -> tuple[str, ...]:
    return tuple(f"{begun} " for begun in sorted(keyed(PASTIME + PERSONAL)))


def is_tool(word: str) -> bool:
    """Whether a word may stand around the name of a tool only."""
    return word in keyed(TOOL)


def is_since(word: str) -> bool:
    """Whether a word leads to a date that something began or ends at."""
    return word in keyed(SINCE)


def is_year(word: str) -> bool:
    """Whether a word is a year, as of a version or a date ("Excel 2016")."""
    return len(word) == _YEAR_LENGTH and word.isdigit() and word[:2] in {"19", "20"}


def _keyed_levels(table: dict[int, tuple[str, ...]]) -> dict[str, int]:
    return {label_key(word): level for level, named in table.items() for word in named}
