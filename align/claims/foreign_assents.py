"""How people say yes in the language that they grew up with: "passt", "vale", "d'accord", "sawa".

The few that would be taken for misspelt English words are also in align/reading/lexicon/grammar.py.
"""

from __future__ import annotations

import re
from typing import Final

# each way opens with a word in plain letters, which is looked up before the pattern is tried
_WAYS: Final = (
    r"passt(?: so| mir| schon| scho)?|alles klar|geht klar|geht in ordnung|abgemacht|einverstanden|genau"
    r"|stimmt|klar|gern|gerne|naturlich|jawohl"
    r"|vale|claro(?: que si)?|de acuerdo|trato hecho|perfecto|dale|listo|sin problema"
    r"|d'accord|ca marche|ca me va|bien sur|parfait|c'est (?:bon|parfait|d'accord)|ca roule|esta bien"
    r"|entendu|volontiers|marche conclu|pas de probleme|pas de souci"
    r"|va bene|d'accordo|certo|perfetto|affare fatto|certamente"
    r"|prima|akkoord|afgesproken|tuurlijk|natuurlijk|zeker|is goed|komt goed"
    r"|absolut|visst|okej|avgjort|sjalvklart|selvfolgelig|den er fin|det gar bra|avtalt|aftale"
    r"|jasne|zgoda|dobrze|umowa stoi|combinado|fechado|beleza|pode ser|claro que sim"
    r"|lekker|reg so|sawa(?: sawa| tu| basi| kabisa)?|haya|poa|hakuna (?:shida|matata|noma)"
    r"|oya(?: na| now)?|e go work|no yawa|e no (?:bad|be wahala)"
    r"|sige(?: po| na)?|oo (?:po|naman)|theek hai|thik hai|chalega|pakka|boleh(?: boleh)?"
    r"|opo|pwede|puwede|(?:okay|ok) lang|tama|syempre|walang problema|bilkul|zaroor|bisa|siap|baik|yebo"
    r"|hongu|zvakanaka"
    r"|tamam|aywa|akeed|olur|tabii|entaxei|bine|desigur|rendben|persze|joo|sopii|selva|tudo bem|d'acord"
    r"|ceart go leor|cinnte|iawn|wrth gwrs|ka pai|irie|hao de|keyi|mei wenti"
)
_FOREIGN_YES: Final = re.compile(
    rf"(?:{_WAYS})(?: (?:sir|ma|ma'am|oga|madam|boss))?(?= [,.!—]|$"
    r"| (?:that's|that is|see|for|then|so|we|i|das|fur)\b)"
)
FOREIGN_WORDS: Final = frozenset(re.findall(r"(?:\A|(?<=\|))[a-z']+", re.sub(r"\([^()]*\)", "", _WAYS)))
"""The words that such a yes opens with."""
_IS_A_NAME: Final = re.compile(
    r"(?:(?<=\bhi )|(?<=\bhey )|(?<=\bhello )|(?<=\bhiya )|(?<=\bheya )|(?<=morning )|(?<=afternoon )"
    r"|(?<=evening )|(?<=\bdear )|(?<=\bthanks ))(?:dale|haya|vale)\b"
    r"|(?:dale|haya|vale) [,.!—] (?:thanks|thank|thx|cheers|what|which|when|how|where|who|hi|hey|hello"
    r"|lovely to|nice to|great to|good to)\b"
)
"""A client who is spoken to: "Hey Haya!", "Dale, thanks for getting in touch"."""
_BUT: Final = re.compile(
    r" (?:[,.!—] )?(?:but(?! (?:just|this once|make it|please|pls|bring|remember|keep|mind)\b)|although"
    r"|though|however|only|sorry|unfortunately|i'm afraid)\b"
)
"""Behind such a yes: "klar, but before we start"."""


def foreign_assent(line: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the foreign yes that `line[start:stop]` opens with."""
    if line[start : start + _LONGEST].split(" ", 1)[0] not in FOREIGN_WORDS or _IS_A_NAME.match(line, start):
        return None
    match = _FOREIGN_YES.match(line, start, stop)
    return None if match is None or _BUT.match(line, match.end()) else match


_LONGEST: Final = max(map(len, FOREIGN_WORDS)) + 1
"""Characters in which the longest of these words ends."""
