"""What somebody else does: "my friend Lou still does house calls"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_PEOPLE: Final = (
    r"(?:friends?|partners?|mates?|buddy|colleagues?|sister|brother|cousin|nephew|niece|son|daughter"
    r"|grandson|granddaughter|mum|mom|dad|aunt|uncle|neighbou?rs?|boss|flatmate|roommate|husband|wife"
    r"|boyfriend|girlfriend"
    r"|landlord|landlady|teacher|mentor|competitors?|therapist|stylist|trainer|barber|groomer"
    r"|photographer|tutor|sitter)"
)
_LET_HAVE: Final = (
    r"your (?:[\w-]+ ){1,2}(?:(?:can|could|may|will|would|might)"
    r" (?:also |just |still |even |both |only )?(?:have|get|book|join|come|be)"
    r"|(?:can|could|may|will) (?:just |only )?pay)\b"
)
"""What one of the client's people can have they have of us: "your husband can have the hour"."""
_OTHERS: Final = re.compile(
    r"(?:^|[,.—:;(] |\b(?:(?<!\byou )and|but|so|because|though|while|whereas|as"
    rf"|since) )(?!{_LET_HAVE})(?:a|an|my|our|your|the|another|one of my|some"
    rf"|other)(?: (?:old|former|good|last|other|dear|best|ex|lovely|local|previous))* {_PEOPLE}"
    r"(?: (?!(?:and|or|will|says)\b)\w+)?(?: (?:in|from|at|over|down|up|across|on) (?:\w+ ){1,3}?\w+)?"
    r" (?:(?:still|also|actually|only|usually|often|always|sometimes) )?"
    r"(?:does|did|gives?|gave|taught|showed|(?:thinks?|says?|reckons?) (?:that )?i should|offers?"
    r"|offered|has|had|runs?|ran|sells?|sold|takes?|took|charges?|charged|teaches|makes?|lets?|is|was"
    r"|will|can|could|would|might)\b(?: (?!i\b|i'll\b|i'm\b|we\b|so\b|but\b)[\w'-]+){0,6} ?$"
    r"|\b(?:she|he|they) ?(?:'s|'re|is|are) the (?:ones?|person|people|guy|girl|lot)"
    r" (?:with|for|who|that|doing|you want for)(?: [\w'-]+){0,2} $"
)
_SERVED: Final = re.compile(
    rf"\b(?:your|his|her|their) (?:\w+ )?{_PEOPLE} (?:can|could|will|would|may|might)"
    r" (?:(?:also|still|just|both|then) )?(?:have|get|join|book|enjoy"
    rf"|try)(?! (?:you|u)\b)(?: [\w'-]+){{0,3}} ?$"
)
"""A client's own people, who have it from us: "your aunt can have the hour for"."""


def is_others(scope: Scope) -> bool:
    """True for a claim in a clause whose subject is another person than the professional."""
    if _OTHERS.search(scope.before) is None:
        return False
    return _SERVED.search(scope.before) is None
