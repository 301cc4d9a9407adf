"""The ways in which a phrase may be read for its meaning.

Labels name work by a gerund or an infinitive ("fixing computers", "réparer des
ordinateurs"); people say who does it, and when: "someone who fixes computers", "je
réparais des ordinateurs". A reading takes the person off and gives the verb as labels
have it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_PEOPLE = (
    *("guy", "guys", "person", "people", "someone", "somebody", "man", "men", "woman"),
    *("women", "lady", "girl", "boy", "one", "worker", "workers", "anyone", "dude"),
    *("gars", "quelqu'un", "personne", "personnes", "gens", "homme", "femme", "fille"),
    *("dame", "monsieur", "celui", "celle", "ceux", "celles", "monde", "travailleur"),
)
_ARTICLES = ("a", "an", "the", "those", "un", "une", "le", "la", "les", "des", "ceux")
_WHO = ("who", "that", "which", "qui")
_OPENINGS = (
    *("i want to be", "i would like to be", "i'd like to be", "i want to become"),
    *("i want to work as", "i would like to work as", "i worked as", "i work as"),
    *("working as", "worked as", "work as", "a job as", "job as", "a job", "job"),
    *("i used to", "i am used to", "i like to", "i love to", "i can", "i know how to"),
    *("i am", "i'm", "i was", "we", "i", "able to", "to", "being", "be"),
    *("je veux être", "je voudrais être", "j'aimerais être", "je veux devenir"),
    *("je veux travailler comme", "je travaille comme", "j'ai travaillé comme"),
    *("travailler comme", "une job de", "un emploi de", "un poste de", "job de"),
    *("je sais", "je peux", "j'ai déjà", "j'ai", "je suis", "j'aime", "capable de"),
    *("être capable de", "je", "j'", "on", "nous", "devenir", "être"),
)
"""What people begin with before they say what is done; the longest is taken off."""

_ENGLISH = (
    *("answer", "arrange", "assemble", "assist", "bake", "balance", "bathe", "book"),
    *("build", "buy", "calculate", "call", "care", "carry", "change", "check", "clean"),
    *("coach", "code", "collect", "cook", "coordinate", "count", "cut", "deal"),
    *("decorate", "deliver", "design", "develop", "dig", "dispense", "do", "draft"),
    *("draw", "dress", "drill", "drive", "edit", "enter", "feed", "file", "fill"),
    *("film", "find", "fit", "fix", "fly", "frame", "give", "greet", "grow", "guard"),
    *("handle", "harvest", "help", "hire", "inspect", "install", "interview", "keep"),
    *("lay", "lead", "lift", "load", "look", "make", "manage", "measure", "mend"),
    *("milk", "mix", "mop", "move", "mow", "negotiate", "operate", "order", "organize"),
    *("pack", "paint", "patrol", "pay", "pick", "plan", "plant", "post", "pour"),
    *("prepare", "process", "program", "prune", "publish", "pull", "put", "raise"),
    *("record", "recruit", "repair", "replace", "research", "run", "schedule", "sell"),
    *("send", "serve", "set", "sew", "ship", "sort", "speak", "spray", "stock"),
    *("supervise", "support", "take", "talk", "teach", "test", "tow", "track", "train"),
    *("translate", "transport", "treat", "troubleshoot", "type", "unload", "wash"),
    *("watch", "wax", "weld", "wire", "work", "wrap", "write"),
)
_DOUBLED = frozenset(
    *(["cut", "dig", "fit", "mop", "plan", "program", "put", "run", "set", "ship"],)
)
_PAST = {
    "built": "build",
    "bought": "buy",
    "dealt": "deal",
    "did": "do",
    "done": "do",
    "drew": "draw",
    "drove": "drive",
    "fed": "feed",
    "flew": "fly",
    "found": "find",
    "gave": "give",
    "grew": "grow",
    "kept": "keep",
    "laid": "lay",
    "led": "lead",
    "made": "make",
    "paid": "pay",
    "ran": "run",
    "sent": "send",
    "sold": "sell",
    "taught": "teach",
    "took": "take",
    "wrote": "write",
}
_FRENCH = (
    *("accompagner", "accueillir", "acheter", "administrer", "aider", "animer"),
    *("appeler", "arroser", "assembler", "balayer", "calculer", "charger", "chauffer"),
    *("classer", "coder", "commander", "compter", "conduire", "conseiller"),
    *("construire", "corriger", "couper", "couler", "creuser", "cueillir", "cuisiner"),
    *("cultiver", "decharger", "decorer", "dessiner", "donner", "ecrire", "elever"),
    *("emballer", "embaucher", "encadrer", "engager", "enseigner", "entretenir"),
    *("envoyer", "expedier", "fabriquer", "facturer", "faire", "filmer", "former"),
    *("garder", "gerer", "installer", "laver", "livrer", "magasiner", "manoeuvrer"),
    *("mesurer", "mettre", "monter", "negocier", "nettoyer", "nourrir", "operer"),
    *("organiser", "parler", "payer", "peindre", "peser", "planifier", "planter"),
    *("poser", "prendre", "preparer", "programmer", "publier", "ramasser", "recevoir"),
    *("recruter", "rediger", "remplacer", "remplir", "reparer", "repondre", "saisir"),
    *("servir", "soigner", "souder", "soulever", "soutenir", "superviser"),
    *("surveiller", "tailler", "tenir", "tester", "tondre", "traduire", "traire"),
    *("transporter", "travailler", "trier", "utiliser", "vendre", "verifier", "visser"),
)
_IRREGULAR = {
    "accueille": "accueillir",
    "conduit": "conduire",
    "conduisais": "conduire",
    "construit": "construire",
    "cueille": "cueillir",
    "ecrit": "ecrire",
    "ecrivais": "ecrire",
    "entretient": "entretenir",
    "entretenu": "entretenir",
    "faisais": "faire",
    "faisait": "faire",
    "fait": "faire",
    "fais": "faire",
    "font": "faire",
    "met": "mettre",
    "nettoie": "nettoyer",
    "nettoient": "nettoyer",
    "paie": "payer",
    "peint": "peindre",
    "prend": "prendre",
    "prends": "prendre",
    "prennent": "prendre",
    "pris": "prendre",
    "recoit": "recevoir",
    "repond": "repondre",
    "repondu": "repondre",
    "sert": "servir",
    "servi": "servir",
    "soutient": "soutenir",
    "tenait": "tenir",
    "tenu": "tenir",
    "tient": "tenir",
    "tiens": "tenir",
    "tond": "tondre",
    "tondu": "tondre",
    "traduit": "traduire",
    "trait": "traire",
    "vend": "vendre",
    "vends": "vendre",
    "vendais": "vendre",
    "vendu": "vendre",
}
_FRENCH_ENDINGS = ("e", "es", "ent", "ais", "ait", "aient", "ons", "ions")


def plainly(text: str) -> str:
    """The phrase without the person, its first verb as labels have it.

    "someone who fixes computers" -> "fixing computers"; what has none of this is given
    back folded.
    """
    words = _without_person(fold(text).split())
    if not words:
        return fold(text)
    return " ".join([_verbs().get(words[0], words[0]), *words[1:]])


def _without_person(words: list[str]) -> list[str]:
    """The words behind "someone who", "I used to" and the like."""
    for opening in _openings():
        size = len(opening)
        if tuple(words[:size]) == opening and len(words) > size:
            words = words[size:]
            break
    rest = words[1:] if words and words[0] in _ARTICLES else words
    for place in (1, 2):
        people, who = rest[:place], rest[place : place + 1]
        if who and who[0] in _WHO and people[-1] in _people() and rest[place + 1 :]:
            return rest[place + 1 :]
    return words


@cache
def _people() -> frozenset[str]:
    return frozenset(fold(word) for word in _PEOPLE)


@cache
def _openings() -> tuple[tuple[str, ...], ...]:
    """The openings as folded words, the longest first."""
    cut = {tuple(fold(opening).split()) for opening in _OPENINGS}
    return tuple(sorted(cut, key=lambda words: (-len(words), words)))


@cache
def _verbs() -> dict[str, str]:
    """Each form of a verb (folded) and the form that labels have."""
    return dict(_english_forms()) | dict(_french_forms())


def _english_forms() -> Iterator[tuple[str, str]]:
    for verb in _ENGLISH:
        gerund = _gerund(verb)
        yield verb, gerund
        yield _third(verb), gerund
        stem = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
        yield (verb[:-1] + "ied" if _ends_in_y(verb) else stem + "ed"), gerund
    for past, verb in _PAST.items():
        yield past, _gerund(verb)


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    return (verb if verb.endswith("ee") else verb.removesuffix("e")) + "ing"


def _third(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(s|x|ch|sh|o)$", verb) else "s")


def _ends_in_y(verb: str) -> bool:
    return re.search(r"[^aeiou]y$", verb) is not None


def _french_forms() -> Iterator[tuple[str, str]]:
    for verb in _FRENCH:
        if verb.endswith("er"):
            stem = verb[:-2]
            for ending in _FRENCH_ENDINGS:
                yield stem + ending, verb
            yield stem, verb
    yield from _IRREGULAR.items()
