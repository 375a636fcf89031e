"""How people say yes in the language that they grew up with: "passt", "vale", "d'accord", "sawa".

The few that would be taken for misspelt English words are also in align/reading/lexicon/grammar.py.
"""

from __future__ import annotations

import re
from typing import Final

FOREIGN_YES: Final = re.compile(
    r"(?:"
    r"passt(?: so| mir| schon| scho)?|alles klar|geht klar|geht in ordnung|abgemacht|einverstanden|genau|stimmt|klar|gerne?|naturlich|jawohl"
    r"|vale|claro(?: que si)?|de acuerdo|trato hecho|perfecto|dale|listo|sin problema"
    r"|d'accord|ca marche|ca me va|bien sur|parfait|c'est (?:bon|parfait|d'accord)|ca roule|esta bien|entendu|volontiers|marche conclu|pas de probleme|pas de souci"
    r"|va bene|d'accordo|certo|perfetto|affare fatto|certamente"
    r"|prima|akkoord|afgesproken|tuurlijk|natuurlijk|zeker|is goed|komt goed"
    r"|absolut|visst|okej|avgjort|sjalvklart|selvfolgelig|den er fin|det gar bra|avtalt|aftale"
    r"|jasne|zgoda|dobrze|umowa stoi|combinado|fechado|beleza|pode ser|claro que sim"
    r"|lekker|reg so|sawa(?: sawa| tu| basi| kabisa)?|haya|poa|hakuna (?:shida|matata|noma)|oya(?: na| now)?|e go work|no yawa|e no (?:bad|be wahala)"
    r"|sige(?: po| na)?|oo(?: po| naman)?|theek hai|thik hai|chalega|pakka|boleh(?: boleh)?"
    r")(?: (?:sir|ma|ma'am|oga|madam|boss))?(?= [,.!—]|$| (?:that's|that is|see|for|then|so|we|i|das|fur)\b)"
)
FOREIGN_WORDS: Final = frozenset(
    "passt alles geht abgemacht einverstanden genau stimmt klar gern gerne naturlich jawohl vale claro acuerdo trato perfecto"
    " dale listo sin d'accord ca c'est esta bien parfait entendu volontiers pas va d'accordo perfetto affare certamente prima akkoord"
    " afgesproken tuurlijk natuurlijk zeker absolut visst okej avgjort sjalvklart jasne zgoda dobrze umowa combinado fechado"
    " beleza lekker reg sawa haya poa hakuna oya sige theek thik chalega pakka boleh sound dead ara arrah".split()
)
"""One of these is in the first words of such a yes."""
