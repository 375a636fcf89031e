"""Going to a side: "I'll come to you", "you can swing by my studio", "come over".

Who goes is told by align/claims/places/mode_subjects.py; here, whether they go there at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker, Stance
from align.claims.places import mode_words as said
from align.claims.places.mode_claims import claim_of
from align.claims.places.mode_over import goes_over
from align.claims.places.mode_stays import is_wished
from align.claims.places.mode_subjects import THIRD_PERSONS, is_family_doing, mode_of, who_goes
from align.claims.places.mode_visits import is_rare
from align.claims.places.mode_ways import INVITING, TELLING
from align.reading.cues import SENTENCE_END
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance


def goes(u: Utterance, index: int) -> ModeClaim | None:
    """Read a verb of going with the side that it goes to."""
    words, line, position = u.reading.words, u.reading.line, u.reading.line_at[index]
    word = words[index]
    if word == "call" and words[index - 1 : index] == ["on"]:
        return None  # "you're on call at the hospital"
    if word in _RIDDEN and words[index - 1 : index] in _ARTICLES and words[index + 1 : index + 2] == ["in"]:
        return None  # "a bike in our living room"
    match = said.GO_THEIRS.match(line, position)
    if match is not None and _goes_to_theirs(u, match, index):
        return claim_of(u, match, mode_of(u, theirs=True))
    match = said.GO_OURS.match(line, position)
    if match is not None and _goes_to_ours(u, match, index):
        claim = claim_of(u, match, mode_of(u, theirs=False))
        # what somebody of the client's may do is no report of them
        family = claim.stance is Stance.QUOTED and is_family_doing(u, index)
        return changed(claim, stance=Stance.ASSERTED) if family else claim
    match = said.GO_THERE.match(line, position) if word in said.BIDDEN_TO_A_ROOM else None
    if match is not None:
        who = who_goes(u, index)
        if who == "listener" or (who == "none" and (not index or words[index - 1] in INVITING)):
            return claim_of(u, match, mode_of(u, theirs=False))
    match = said.GO_OVER.match(line, position) if word in said.GOING_OVER else None
    if match is None or is_rare(u, match, index):
        return None
    mode = goes_over(u, match, index)
    return None if mode is None else claim_of(u, match, mode)


_RIDDEN: Final = ("bike", "cycle", "slide")
_ARTICLES: Final = (["a"], ["an"], ["the"], ["my"], ["our"])
_PRONOUNS: Final = frozenset("me us you u ya ye y'all yous".split())
_SOMEBODY: Final = frozenset("him her them people clients families folks everyone".split())
_VAGUE: Final = frozenset("get getting go going run walk call dropping make turn show rock".split())
_COMES: Final = frozenset(
    "come coming travel travelling traveling call pop popping swing swinging nip drive driving drop "
    "head heading"
    " skip dash zip whizz stop pull roll".split()
)
_LEADS: Final = re.compile(r" (?:to|round|by|at|past|through|thru|over|into) ")


def _goes_to_theirs(u: Utterance, match: re.Match[str], index: int) -> bool:
    """Check that the speaker goes to the listener's side, not the listener themselves."""
    go, _, load = match["go"].partition(" ")
    side, subject, text = match["side"], who_goes(u, index), f" {match.group()} "
    by_third = u.speaker is Speaker.PROFESSIONAL and not THIRD_PERSONS.isdisjoint(
        u.reading.words[index - 1 : index]
    )
    if by_third or subject in ("listener", "other") or (load and subject != "speaker"):
        return False
    if side.startswith("the ") or side in _SOMEBODY:
        comes = go in _COMES or " make it " in text or (bool(load) and not _is_own_company(load))
        return subject == "speaker" and comes and _LEADS.search(text) is not None
    if go == "came" and not is_wished(u, index):
        return False
    if go in _COMES and said.NEWS.match(u.reading.line, match.end()):
        return False
    if go == "be" and _SOON.match(u.reading.line, match.end()):
        return False  # "take a seat, I'll be out to you in a minute"
    return _reaches(go, side, text, carried=bool(load)) and not _is_told(u, go, side, index)


def _is_own_company(load: str) -> bool:
    """True for the load of "I bring my dog to the park", not for "my kit" or "my colleague"."""
    return load.startswith(("my ", "our ")) and load.rpartition(" ")[2] in _COMPANIONS


_COMPANIONS: Final = frozenset(
    "dog dogs cat kid kids boy boys girl girls son sons daughter daughters wife husband mum mam mom dad mother father"
    " family sister brother nephew niece friends laptop lunch picnic blanket chairs bike car phone".split()
)


def _is_told(u: Utterance, go: str, side: str, index: int) -> bool:
    """True for "get to your hotel early": an imperative, so the client's own errand."""
    if side in _PRONOUNS or side == "yours" or go.endswith("ing"):
        return False
    before = u.reading.words[index - 1] if index else "."
    opens = not index or bool(u.reading.marks[index - 1] & SENTENCE_END) or before in TELLING
    return opens and who_goes(u, index) == "none"


def _goes_to_ours(u: Utterance, match: re.Match[str], index: int) -> bool:
    """Check that the listener goes to the speaker's side, not the speaker themselves."""
    go, _, load = match["go"].partition(" ")
    subject = who_goes(u, index)
    if go == "came" and not is_wished(u, index):
        return False
    if u.reading.words[max(0, index - 2) : index] in _THANKING:
        return False
    if go in _COMES and said.NEWS.match(u.reading.line, match.end()):
        return False  # "come to me with any questions"
    if subject == "other" or (subject == "speaker" and match["side"] not in _PRONOUNS and not _takes(load)):
        return False
    return _reaches(go, match["side"], f" {match.group()} ", carried=bool(load))


_THANKING: Final = (["thanks", "for"], ["you", "for"])


def _takes(load: str) -> bool:
    """True for "I'll bring you to my studio"."""
    return load.partition(" ")[0] in ("you", "him", "her", "them")


def _reaches(go: str, side: str, text: str, *, carried: bool) -> bool:
    """Read "come to you" and "swing by yours", not "get you" or "get your place sorted"."""
    if (go == "be" and not _IS_AT.search(text)) or (" back to " in text and side in _PRONOUNS):
        return False
    if (go in ("get", "getting") and " it " in text) or " make it up " in text or " the post " in text:
        return False  # "you can get it to me next week": the money; "I'll make it up to you"
    if side in _PRONOUNS:
        if text in _TO_YOU:
            return True
        if " to " not in text and go not in ("visit", "visiting"):
            return (" see " in text or " by " in text) and not carried and go in _COMES
        return carried or go not in _VAGUE or text.count(" ") > 4
    if said.ROOMED.fullmatch(side) is None:
        return (carried or go in _COMES) and re.search(_AIMS[carried], text) is not None
    if go in _VAGUE and not carried and " to " not in text and " at " not in text:
        return go == "call" and not _ROUND.isdisjoint(text.split())
    return True


_TO_YOU: Final = (" go to you ", " go over to you ")
_AIMS: Final = (r" (?:to|round|by) ", r" (?:to|round|by|at) ")
_SOON: Final = re.compile(r" (?:in (?:a|one|two|five) |shortly|right|now|as soon)")
_IS_AT: Final = re.compile(
    r" (?:be (?:at|outside) (?:your|ur|yr)|(?:over|round|out|up|down|across|back) (?:to|at)|in my|in our) "
)
_ROUND: Final = frozenset("round over by in out up down".split())
