"""Words cut to their stems, so that the forms of one word meet: rough on purpose.

Stems are for comparing labels with running text and are never shown. Verbs meet their
nouns ("prepared", "preparation"), and some words that mean the same beside another word
of a label share one stem.
"""

from __future__ import annotations

from functools import cache, lru_cache

from skillgap.normalise import label_key

AND = frozenset(("and", "or", "ou"))
JOINING = AND | frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "for", "to", "with", "our", "by", "at"),
        *("my", "their", "all", "using", "various", "daily", "its", "new", "s", "up"),
        *("de", "du", "des", "d", "la", "le", "les", "l", "en", "au", "aux", "un"),
        *("une", "sur", "par", "dan", "pour", "avec", "leur", "son", "sa", "ses"),
    )
)
"""Words that say nothing of what a label is about."""

ALIKE = (
    ("make", "do", "prepare", "create", "perform", "complete", "produce", "build"),
    ("faire", "préparer", "établir", "effectuer", "réaliser", "produire", "monter"),
    ("help", "assist", "aid"),
    ("aider", "assister"),
    ("check", "inspect", "verify"),
    ("fix", "repair"),
    ("drive", "operate"),
    ("wash", "clean"),
    ("lab", "laboratory"),
    ("medication", "medicine", "drug", "pill", "meds"),
    ("elderly", "senior"),
    ("résident", "patient", "bénéficiaire"),
    ("stock", "inventory", "merchandise", "goods"),
    ("laver", "nettoyer"),
    ("sell", "sale"),
    ("vendre", "vente"),
    ("buy", "purchase", "order"),
    ("acheter", "achat", "commander"),
    ("teach", "instruct"),
    ("phone", "telephone", "call"),
    ("money", "cash"),
    ("client", "customer"),
    ("cattle", "livestock", "animal"),
    ("bétail", "animal", "troupeau"),
    ("truck", "vehicle", "car"),
    ("camion", "véhicule", "automobile"),
    ("document", "paper"),
    ("conduire", "conduite"),
    ("lire", "lecture"),
    ("rédiger", "rédaction", "écrire"),
    ("recevoir", "réception"),
    ("accueillir", "accueil"),
    ("répondre", "réponse"),
    ("prendre", "prise"),
    ("tenir", "tenue"),
    ("cuire", "cuisson"),
    ("traire", "traite"),
    ("suivre", "suivi"),
    ("coordonner", "coordination"),
    ("concevoir", "conception"),
    ("construire", "construction"),
    ("soigner", "soin"),
    ("choisir", "choix"),
    ("nourrir", "alimentation", "nourriture"),
    ("analyse", "analyze", "analysis"),
    ("maintain", "maintenance"),
    ("answer", "respond", "response"),
    ("staff", "employee", "worker", "personnel", "apprentice", "hires", "coworker"),
    ("employé", "apprenti", "collègue"),
    ("child", "children", "kids", "toddler"),
    ("vérifier", "contrôler"),
    ("gérer", "gestion"),
    ("servir", "service"),
    ("entretenir", "entretien"),
)
"""Words that mean the same beside another word of a label."""

WEAK = (
    *("work", "manage", "lead", "run", "use", "design", "implement", "develop", "plan"),
    *("system", "service", "support", "user", "guide", "process", "general", "test"),
    *("product", "team", "group", "shop", "project", "program", "professional"),
    *("travailler", "travail", "gérer", "diriger", "utiliser", "système", "soutien"),
    *("projet", "développer", "concevoir", "programme", "équipe", "produit"),
)
"""Words that go with anything, so that their order must be that of a label."""

IRREGULAR = {
    "bought": "buy",
    "built": "build",
    "cut": "cutting",
    "dealt": "deal",
    "drawn": "draw",
    "drew": "draw",
    "driven": "drive",
    "drove": "drive",
    "fed": "feed",
    "gave": "give",
    "given": "give",
    "grew": "grow",
    "grown": "grow",
    "held": "hold",
    "kept": "keep",
    "led": "lead",
    "made": "make",
    "ran": "run",
    "sold": "sell",
    "taken": "take",
    "taught": "teach",
    "took": "take",
    "written": "write",
    "wrote": "write",
}
"""Forms of verbs that no ending tells."""

_ENDINGS = (
    *("cation", "cating", "cated", "cate", "quer", "quant"),
    *("isation", "ization", "ation", "ition", "ement", "ment", "ing", "euse", "eur"),
    *("age", "ion", "ed", "er", "ir", "es", "ee", "ez", "ant", "ent", "al"),
    *("e", "s", "y"),
)
_OF_VERBS = ("ing", "ed")
_SHORTEST_STEM = 4
_SHORTEST_VERB = 3


def bag_of(words: list[str]) -> frozenset[str] | None:
    """The stems of the weighty words; None where fewer than two are left."""
    stems = stems_of(words)
    bag = frozenset(stems)
    return bag if len(bag) == len(stems) > 1 else None


def stems_of(words: list[str]) -> tuple[str, ...]:
    """The stems of the weighty words, in order."""
    return tuple(stem(word) for word in words if word not in JOINING)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the ending of its verb, noun or adverb; rough on purpose."""
    word = IRREGULAR.get(word, word)
    if alike := _alike().get(word):
        return alike
    bare = _without_ending(word)
    return _alike_stems().get(bare, bare)


def _without_ending(word: str) -> str:
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        shortest = _SHORTEST_VERB if ending in _OF_VERBS else _SHORTEST_STEM
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def is_weak(stemmed: str) -> bool:
    """Whether a stem is one that goes with anything."""
    return stemmed in _weak()


@cache
def _weak() -> frozenset[str]:
    return frozenset(stem(label_key(word)) for word in WEAK)


@cache
def _alike() -> dict[str, str]:
    return {label_key(word): f"={group[0]}" for group in ALIKE for word in group}


@cache
def _alike_stems() -> dict[str, str]:
    return {_without_ending(word): alike for word, alike in _alike().items()}
