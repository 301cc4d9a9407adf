"""The languages that people speak, as English and French name them."""

from __future__ import annotations

from functools import cache

from skillgap.normalise import label_key

NAMES = (
    *("English", "French", "Spanish", "Portuguese", "Italian", "German", "Dutch"),
    *("Polish", "Ukrainian", "Russian", "Romanian", "Hungarian", "Greek"),
    *("Turkish", "Arabic", "Farsi", "Persian", "Dari", "Pashto", "Urdu", "Hindi"),
    *("Punjabi", "Gujarati", "Bengali", "Tamil", "Telugu", "Malayalam", "Sinhala"),
    *("Nepali", "Mandarin", "Cantonese", "Chinese", "Korean", "Japanese"),
    *("Vietnamese", "Thai", "Tagalog", "Filipino", "Indonesian", "Malay"),
    *("Somali", "Swahili", "Amharic", "Tigrinya", "Yoruba", "Igbo", "Hausa"),
    *("Twi", "Kinyarwanda", "Lingala", "Wolof", "Hebrew", "Serbian", "Croatian"),
    *("Czech", "Slovak", "Swedish", "Ojibwe", "Cree", "Inuktitut", "Mohawk"),
    *("ASL", "LSQ", "Haitian Creole", "Kurdish", "Albanian", "Armenian"),
    *("Bulgarian", "Norwegian", "Danish", "Finnish", "Marathi", "Khmer", "Lao"),
    *("Latin",),
    *("anglais", "français", "espagnol", "portugais", "italien", "allemand"),
    *("néerlandais", "polonais", "ukrainien", "russe", "roumain", "grec", "turc"),
    *("arabe", "persan", "pendjabi", "tamoul", "cantonais", "chinois", "coréen"),
    *("japonais", "vietnamien", "créole", "berbère", "kabyle", "hébreu", "innu"),
    *("cri", "anglaise", "française", "espagnole", "hongrois", "croate", "serbe"),
    *("kurde", "népalais", "tchèque", "albanais", "arménien", "bulgare"),
    *("suédois", "danois", "ourdou", "somalien"),
)
"""Languages that people in Ontario name most; another one is left out."""


@cache
def names_of_languages() -> frozenset[str]:
    """The keys of the names (see ``normalise.label_key``)."""
    return frozenset(map(label_key, NAMES))
