"""What is said of a time: "6 works", "4 or 5 free", "6 is yours", "7 would be too late"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.poor_verdicts import is_poor
from align.claims.times.appointment_words import MEALS, OTHER, START
from align.claims.times.clock_faces import HOURS
from align.claims.times.freed_times import is_freed
from align.claims.times.governor_context import is_by_oneself
from align.claims.times.hour_predicates import serves

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

CONTRASTS: Final = frozenset(
    "but because cos cuz coz though although otherwise so while whereas — ; as unless plus".split()
)
"""Words at which a clause with a verb of its own begins."""


_PRAISE: Final = frozenset(
    "works suits free open available yours instead ok okay possible doable ideal perfect good great nice "
    "fine lovely cool easy"
    " confirmed set locked sorted pencilled penciled saved best better grand left clear empty cancelled "
    "canceled opened freed suit work alright brilliant safe going begging use convenient comfortable "
    "realistic feasible manageable workable quiet quieter easier easiest nicer noted logged blocked "
    "reserved held secured agreed settled".split()
)
_SAYS: Final = frozenset(
    (
        "is 's s would could will should might may can 'd 'll does looks sounds are 're just has it work be "
        "still also all gives leaves"
    ).split()
)
_SAID: Final = _PRAISE | _SAYS | frozenset("any then for with if or got gets".split())
"""All words that can begin what is said of a time."""
_IDLE: Final = frozenset(
    (
        "dead bang spot both still also be all now just definitely really absolutely totally it the a an my "
        "most up very for so any only probably even perfectly quite entirely completely wide"
    ).split()
)
_NAMED: Final = frozenset(
    "earliest next latest first slot gap opening time one start spot soonest last".split()
)


def said_of(u: Utterance, last: int, end: int) -> int:
    """Judge by what is said of the time: "6 works", "6 is yours", "6 if you want it"."""
    words = u.reading.words
    at = _past_place(u, _past_list(u, last, end), end)
    at = past_both(words, at)
    word = words[at] if at < end else ""
    if word == "'" and words[at + 1 : at + 2] == ["s"]:
        at += 1
        word = words[at] if at < end else ""
    if word in _CANNOT and (at + 1 >= end or words[at + 1] in _CLOSING):
        return -1  # "1pm on Tuesday cannot, I have a meeting"
    if is_as_agreed(words, at):
        return 1
    if _is_weather(words, at):
        return -1
    if word in _NO:
        return 1 if not TROUBLE.isdisjoint(words[at + 1 : at + 2]) else -1
    if serves(words, at) or _is_taken_up(words, at, end) or is_freed(u, at, end):
        return 1
    return _said(u, at, end) if word in _SAID and word not in _CANCELLED else 0


def _is_weather(words: list[str], at: int) -> bool:
    """True for "at 11 it's flat", "at 2 the wind is up": what the hour is like, and nothing that begins."""
    if words[at : at + 1] == ["the"]:
        return words[at + 1 : at + 2] != [] and words[at + 1] in _ELEMENTS
    if words[at : at + 1] not in _IT_IS:
        return False
    at += 1 + (words[at] == "it") + (words[at + 1 : at + 2] in _QUITE)
    return words[at : at + 1] != [] and words[at] in _WEATHER


_IT_IS: Final = [["it's"], ["it"], ["it'll"]]
_QUITE: Final = [["too"], ["so"], ["very"], ["still"], ["already"], ["all"], ["really"], ["be"], ["is"]]
_ELEMENTS: Final = frozenset("wind sun tide sea swell rain heat traffic light beach water snow".split())
_WEATHER: Final = frozenset(
    "flat windy hot cold dark rainy wet stormy choppy glassy foggy icy boiling freezing raining snowing "
    "crowded heaving"
    " rammed chaos madness mayhem".split()
)


def past_both(words: list[str], at: int) -> int:
    """Step over the "both" of "7:15 or 7:45 both work", "7 or 8, either suits", "3 and 4, both are free"."""
    behind = at + (words[at : at + 1] in ([","], ["—"], ["-"]))
    return behind + 1 if words[behind : behind + 1] in _BOTH and words[behind + 1 : behind + 2] in _DO else at


_BOTH: Final = [["both"], ["either"], ["all"]]
_DO: Final = [[verb] for verb in "work works suit suits are is would could will open free fine good".split()]
_CANNOT: Final = frozenset(("cannot", "can't", "cant"))


def is_as_agreed(words: list[str], at: int) -> bool:
    """True behind the hour of "11.00 as we said", "4 as planned": it stands."""
    if words[at : at + 1] != ["as"]:
        return False
    at += 1 + (words[at + 1 : at + 2] in (["we"], ["i"]))
    return words[at : at + 1] in _AGREED


_AGREED: Final = [[verb] for verb in "agreed said planned discussed arranged promised".split()]


def is_given(words: list[str], last: int) -> bool:
    """True for "(the place at 12) is still yours": the client's, whatever the place is called."""
    if words[last : last + 1] not in (["is"], ["'s"]):
        return False
    at = last + 1 + (words[last + 1 : last + 2] in _STILL)
    if words[at : at + 1] not in _HELD:
        return False
    behind = words[at + 1 : at + 2]
    if words[at] == "yours":
        return behind not in (["to"], ["truly"])
    return not behind or not behind[0].isalpha() or behind[0] in _GOES_ON


_GOES_ON: Final = frozenset("for so if and now then today tonight just as x".split())
_HELD: Final = [["yours"], ["kept"], ["saved"]]
_STILL: Final = [["still"], ["all"], ["now"]]
_CANCELLED: Final = frozenset(("cancelled", "canceled"))
"""What `is_freed` alone decides: "my 3 o'clock cancelled her membership" frees nothing."""


def _said(u: Utterance, at: int, end: int) -> int:
    """Judge praise and predicates: "(6) free", "(6) for you", "(6) if you want it", "(6) is yours"."""
    words = u.reading.words
    word = words[at]
    if word in _PRAISE or (word == "any" and words[at + 1 : at + 2] == ["good"]) or word == "then":
        return 1
    if (
        word in ("for", "with")
        and words[at + 1 : at + 2]
        and words[at + 1] in ("you", "u", "him", "her", "them", "me")
    ):
        return 1
    if word == "if" and words[at + 1 : at + 2] in (["you're"], ["ur"]):
        return 1 if not _KEEN.isdisjoint(words[at + 2 : at + 4]) else 0
    if word == "if" and words[at + 1 : at + 2] and words[at + 1] in ("you", "u", "that", "it", "ya"):
        return 0 if words[at + 2 : at + 3] == ["can't"] else 1
    if word == "or":
        return 1 if words[at + 1 : at + 2] == ["nothing"] else 0
    if word in ("got", "gets") and words[at + 1 : at + 2] in _LOST:
        return -1
    if word not in _SAYS:
        return 0
    return _predicate(u, at, end)


_LOST: Final = [["booked"], ["taken"], ["snapped"], ["filled"], ["nabbed"]]


def _is_all_there_is(words: list[str], at: int) -> bool:
    """True for "(3 is) what I have", "(is) all I've got", "(is the only) thing that's left"."""
    at += words[at : at + 1] in _THING
    at += words[at : at + 1] == ["that"]
    if words[at : at + 2] == ["that's", "left"]:
        return True
    if words[at - 1] in ("all", "what", "what's", "thing", "one", "that"):
        if words[at : at + 1] in (["left"], ["i've"], ["we've"], ["open"], ["free"]):
            return True
        return words[at : at + 2] in _I_OFFER and words[at + 2 : at + 3] not in (
            ["in"],
            ["down"],
            ["for"],
            ["as"],
        )
    return False


_THING: Final = [["what"], ["what's"], ["thing"], ["one"]]
_I_OFFER: Final = [[who, verb] for who in ("i", "we") for verb in ("have", "got", "can", "could")] + [
    ["is", "left"],
    ["'s", "left"],
    ["is", "free"],
    ["is", "open"],
]
_KEEN: Final = frozenset("game up free keen around about able willing happy good".split())
_NO: Final = frozenset(("no", "nope", "nah", "👎", "❌", "🚫", "✖", "🙅"))


_YOU_COME: Final = [["you", "come"], ["you'll", "be"]]
_CLOSING: Final = frozenset(". , ! ? ; … \n lah la leh also too one what also and but".split(" "))


def _is_taken_up(words: list[str], at: int, end: int) -> bool:
    """True for "6 I can do", "6 you come straight over", and the "6 also can" of Singapore."""
    if words[at : at + 2] in _YOU_COME:
        return not is_by_oneself(words, at + 2)
    if words[at : at + 2] in _IT_WILL_BE:
        return True
    if words[at : at + 1] in (["can"], ["come"]):
        return at + 1 >= end or words[at + 1] in _CLOSING
    return words[at : at + 1] in _SUBJECTS and _can_do(words[at : at + 4])


_IT_WILL_BE: Final = [["it'll", "be"], ["it'll", "have"], ["it", "will"], ["it", "shall"]]
_SUBJECTS: Final = [["i"], ["we"], ["that"], ["i've"], ["we've"]]


def _can_do(words: list[str]) -> bool:
    """True for "quarter to four I can manage", "a 5 that I could do", not for "at 6 I can text you"."""
    if words[0] == "that":
        words = words[1:]
    if words[:2] in (["i", "still"], ["we", "still"]) and words[2:3] == ["have"]:
        return len(words) == 3 or not words[3].isalpha() or words[3] in _FREE
    if words[:2] in _I_HAVE or words[:1] in (["i've"], ["we've"]):
        return not _FREE.isdisjoint(words[1:])
    return words[:2] in _I_CAN and OTHER.isdisjoint(words[2:3])


def _is_when_free(said: list[str]) -> bool:
    """True for "(3 is when) I'm free", "I have a slot"; not for "I have lunch", "I've a class"."""
    if said[:1] not in _HAVERS and said[:2] not in _I_HAVE:
        return False
    return not _VACANT.isdisjoint(said) and "full" not in said and MEALS.isdisjoint(said)


def _is_when(said: list[str]) -> bool:
    """True for "(3 is when) I can", "we start", "I'm free"."""
    return said[:2] in _I_CAN or _is_when_begun(said[:3]) or _is_when_free(said)


def _is_when_begun(said: list[str]) -> bool:
    """True for "(3 is when) we start", "you should come", "your session starts"."""
    if said[:1] == ["your"]:
        return said[1:2] != [] and said[1] in START
    if said[:2] in _WE_START:
        # not "when we start dinner"
        return not said[2:] or not said[2][0].isalpha() or said[2] in ("you", "your", "today", "tonight")
    return said[:3] in _YOU_SHOULD


_WE_START: Final = [[who, verb] for who in ("we", "we'd", "we'll") for verb in ("start", "begin", "meet")]
_YOU_SHOULD: Final = [["you", "should", "come"], ["i'd", "like", "you"], ["i", "want", "you"]]


_FREE_REACH: Final = 7
_HAVERS: Final = [["i'm"], ["we're"], ["i've"], ["we've"]]
_VACANT: Final = frozenset(
    "free open available room space time slot spot gap opening hole window you".split()
)
_I_HAVE: Final = [["i", "have"], ["we", "have"], ["i", "got"]]
_FREE: Final = frozenset("free open going available left".split())
_I_CAN: Final = [[who, can] for who in ("i", "we") for can in ("can", "could", "might", "would")]


def _predicate(u: Utterance, at: int, end: int) -> int:
    """Judge what follows "6 is": praise, a name for it, or something else."""
    words = u.reading.words
    copula = words[at]
    if copula in ("gives", "leaves"):
        return 1
    at += 1
    while at < end and words[at] in _IDLE:
        at += 1
    word = words[at] if at < end else ""
    if (
        word in _NAMED
        and words[at + 1 : at + 2] not in ([","], ["left"])
        and not OTHER.isdisjoint(words[at + 1 : at + 4])
    ):
        return -1  # "8's the latest I'd be finished"
    if (
        words[at - 1 : at + 1] == ["still", "there"]
        or _is_all_there_is(words, at)
        or (word in ("no", "zero") and not TROUBLE.isdisjoint(words[at + 1 : at + 2]))
    ):
        return 1
    chosen = words[at - 2 : at] == ["it", "is"] or (copula == "it" and word in ("is", "'s"))
    if chosen or word in _PRAISE or word in _NAMED or word in _FITTING:
        return 1
    too = word == "too" and copula in ("is", "'s") and words[end - 1] != "?"
    if too or word in _GONE or is_poor(u.reading, at, end):
        return -1
    if word == "not" and words[at + 1 : at + 2] != [] and words[at + 1] in _PRAISE:
        return -1
    if word == "when":
        return 1 if _is_when(words[at + 1 : at + _FREE_REACH]) else -1
    if copula in ("would", "could", "should", "might", "'d", "will", "'ll"):
        been = words[at : at + 2] == ["have", "been"]  # "5 would have been perfect"
        return -1 if been else int(word not in _DOUBTS)
    told = word.isalpha() or (word.endswith("'s") and word not in _SHORTENED)  # "1pm's Lily's"
    return -1 if copula in ("is", "'s", "s") and told and word not in ("not", "too", "i", "we") else 0


_SHORTENED: Final = frozenset(
    "it's that's there's he's she's what's here's let's where's how's who's".split()
)


_FITTING: Final = frozenset(
    (
        "work suit do happen on sweet lekker mint grabs sound yes goer runner winner deal date plan dream "
        "treat doddle"
    ).split()
)
"""What an hour does or is that suits: "3 will do", "2's a yes from me"."""
TROUBLE: Final = frozenset(
    "problem problems bother trouble issue worry worries hassle drama dramas bother".split()
)
"""What a welcome time is none of."""
_GONE: Final = frozenset("gone taken full booked out unavailable off pushing clash overlap".split())
_DOUBTS: Final = frozenset("not too never mean n't you i be we tight late early".split())


def _past_place(u: Utterance, at: int, end: int) -> int:
    """Step over a place behind a time: "10 in Ranelagh suits", "10 at mine it is"."""
    words = u.reading.words
    if at >= end or words[at] not in ("in", "at", "over", "here", "after", "before"):
        return at
    if words[at] in ("after", "before") and words[at + 1 : at + 2] and words[at + 1] not in MEALS:
        return at
    for ahead in range(at + 1, min(end, at + 7)):
        if words[ahead] in _PRAISE or words[ahead] in _SAYS:
            return ahead
        if words[ahead] in CONTRASTS or words[ahead] == ",":
            break
    return at


def _past_list(u: Utterance, at: int, end: int) -> int:
    """Step over days, further times and joints behind a time."""
    words, taken = u.reading.words, u.taken
    for _ in range(12):
        if at >= end:
            break
        word = words[at]
        if not (
            taken[at]
            or word in _STEPPED
            or word in HOURS
            or word[0].isdigit()
            or (word in _LISTED_AT and _is_joint(u, at))
        ):
            break
        at += 1
    return at


def _is_joint(u: Utterance, at: int) -> bool:
    """True for the "or" of "4 or 5", "ten or Friday at one"."""
    words = u.reading.words
    if words[at] == "at":
        return is_clock(u, at + 1)
    if words[at] not in _LISTED:
        return False
    return is_clock(u, at + 1) or _is_taken(u, at + 1) or words[at + 1 : at + 2] in (["or"], ["half"])


_STEPPED: Final = frozenset(
    (
        "on the dot pm am tonight evening morning afternoon arvo ish sharp half o'clock oclock exactly "
        "onwards onward"
    ).split()
)
_LISTED: Final = frozenset("or and , / - — to".split())
_LISTED_AT: Final = _LISTED | {"at"}


def _is_taken(u: Utterance, at: int) -> bool:
    return at < len(u.taken) and bool(u.taken[at])


def is_clock(u: Utterance, at: int) -> bool:
    """True for a word that may be an hour, in digits or in words."""
    if not 0 <= at < len(u.reading):
        return False
    word = u.reading.words[at]
    return word[0].isdigit() or word in HOURS


def is_list(u: Utterance, at: int) -> bool:
    """True for the comma of "at 3, 4 or 5" and "today, 5pm", which closes no clause."""
    words = u.reading.words
    if not at or not (
        is_clock(u, at - 1) or u.taken[at - 1] or words[at - 1] in ("am", "pm", "evening", "afternoon")
    ):
        return False
    return is_clock(u, at + 1) or words[at + 1 : at + 2] in (
        ["or"],
        ["and"],
        ["at"],
        ["around"],
        ["half"],
        ["say"],
    )
