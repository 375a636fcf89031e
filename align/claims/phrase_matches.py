"""The words that say a phrase of several words around its rarest stem.

The stems stand close together: in order with at most a word between, or in another order
joined only by function words ("session for couples" for "couples session"). What another
does, what is liked and what an ordinary verb or particle makes of the words is no match.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.inflections import (
    BARRIER,
    BARRIER_OR_VERB,
    OBJECTS,
    PLURAL_VERBS,
    VEHICLES,
    is_asked,
    lead_before,
)
from align.claims.offered_phrases import FUNCTION, written_words
from align.claims.split_words import split_words
from align.claims.verbal_names import is_said_of_us
from align.reading.cues import BREAK, CALENDAR, EMOJI, NUMERIC, SENTENCE_END, SPLIT_HEAD
from align.reading.stems import stem

if TYPE_CHECKING:
    from align.claims.offered_phrases import Phrase
    from align.claims.utterance import Utterance

_LINKS: Final = FUNCTION - {"and", "or", "&"} | frozenset(
    "- 's ur both all more little whole entire full own big small new lovely nice good".split()
)
_JOINT: Final = frozenset("and i me we us".split())
_PLACING: Final = frozenset(
    (
        "on at from by into per off against through around onto across out away along beside near inside "
        "within between"
    ).split()
)
_OBJECT_LINKS: Final = frozenset(
    "a an the this that these those his her their your my our any some to both all".split()
)
_NO_GAP: Final = frozenset(
    "will would can could is are was were be been has have had do does did must should may might near "
    "behind under"
    " over after before until than then when where who which that if while not no i we he she they "
    "looking looks looked seems seem"
    " feels getting gets".split()
)
"""Words that open a new phrase: "the DJ will set up" is no DJ set."""
_GAP: Final = 1
_REORDER_GAP: Final = 3


def match_several(u: Utterance, phrase: Phrase, at: int, last: int, root: str) -> tuple[int, int] | None:
    """Return the words that say a phrase of several words around its rarest stem, else None."""
    words = u.reading.words
    window = _window(words, at, last, len(phrase.stems) + _REORDER_GAP + 2)
    places: dict[str, int] = {root: at}
    ends: dict[str, int] = {root: last}
    for wanted in phrase.stems:
        if wanted in places:
            continue
        nearest = _nearest(u, wanted, window, (at, last))
        if nearest is None:
            return None
        places[wanted], ends[wanted] = nearest
    first, stop = min(places.values()), max(ends.values())
    used = {i for s in places for i in range(places[s], ends[s])}
    between = [words[i] for i in range(first, stop) if i not in used]
    order = [places[s] for s in phrase.stems]
    if phrase.slipped and order != list(range(first, stop)):
        return None
    is_ordered = order == sorted(order)
    if phrase.is_verbal and not (
        is_ordered and is_said_of_us(u, (first, stop), between, closes=_ends_name(u, stop))
    ):
        return None
    if _is_phrasal(words, stop) or _is_plain_verb(words, first, stop, phrase) or _is_liked(words, first):
        return None
    if (is_ordered and _is_done_by_it(words, first, stop, phrase)) or _is_verb(words, first, stop, phrase):
        return None
    if is_ordered:
        content = [w for w in between if w not in _LINKS]
        ok = (
            len(content) <= _GAP + (phrase.is_verbal and "and" in content)  # "I teach cello and bass"
            and len(between) <= _REORDER_GAP
            and _NO_GAP.isdisjoint(content)
            and _placing(phrase.phrase).isdisjoint(between)  # "sleep on the train" trains no sleep
            and not _is_with_the(between)
        ) or _is_done_to(words, stop, phrase, between)
    else:
        ok = _is_reordered(u, phrase, between, (first, stop))
    return (first, stop) if ok else None


@lru_cache(maxsize=1024)
def _placing(phrase: str) -> frozenset[str]:
    """Return the prepositions that part the words of a phrase: "hands-on adjustments" has an "on" of its own."""
    return _PLACING.difference(written_words(phrase))


def _is_with_the(between: list[str]) -> bool:
    """True for "I left my bow with the rehair guy", which is no bow rehair."""
    return any(pair in _WITH_THE for pair in pairwise(between))


_WITH_THE: Final = (("with", "the"), ("with", "my"), ("with", "your"))


def _is_arranged(words: list[str], stop: int) -> bool:
    """True for what a date is: "a time for Saturday", "something", "the details"."""
    return words[stop : stop + 1] == ["something"] or not _DATES.isdisjoint(words[stop + 1 : stop + 3])


_ARRANGED: Final = frozenset("a an another some something the your our".split())
_DATES: Final = frozenset(
    "time times date dates day slot slots spot appointment session visit hour call details plan".split()
)


def _is_phrasal(words: list[str], stop: int) -> bool:
    """True for "cover up with a long sleeve", which is no cover-up, and "line up a time", which is no line-up."""
    if words[stop - 1] not in _PARTICLES or stop >= len(words):
        return False
    return words[stop] in _GOVERNED or (words[stop] in _ARRANGED and _is_arranged(words, stop))


def _is_liked(words: list[str], first: int) -> bool:
    """True for "I love reading too" where a "love reading" is sold: a pronoun makes the noun a verb."""
    before = first - 1 - (words[first - 1 : first] in _ADVERBS)
    return words[first] in _LIKING and before >= 0 and words[before] in _WHO_LIKES


_LIKING: Final = frozenset("love like hate fear dream hope".split())
_WHO_LIKES: Final = frozenset("i you we they people clients who to i'd you'd we'd they'd would".split())
_ADVERBS: Final = [[word] for word in "just really also still always both all so too absolutely".split()]


def _is_verb(words: list[str], first: int, stop: int, phrase: Phrase) -> bool:
    """True where the last word of a phrase is what its first word does: "the DJ sets up at six".

    A verb's ending, behind an article that makes the word before it one person, and a
    particle or an object behind it.
    """
    if words[stop - 1] not in (phrase.written + "s", phrase.written + "es") or first == 0:
        return False
    before, after = words[first - 1], words[stop : stop + 1]
    return before in _ONE or (
        before in _DEFINITE and bool(after) and (after[0] in _PARTICLES or after[0] in OBJECTS)
    )


def _is_plain_verb(words: list[str], first: int, stop: int, phrase: Phrase) -> bool:
    """True where a plural's last word is what several do: "the kids cut their own hair"."""
    return (
        words[stop - 1] + "s" == phrase.written
        and words[stop - 2].endswith("s")
        and words[first - 1 : first] in _SEVERAL_LEAD
        and not _TAKEN.isdisjoint(words[stop : stop + 1])
    )


def _is_done_by_it(words: list[str], first: int, stop: int, phrase: Phrase) -> bool:
    """True where an "-ing" phrase's last word is what its first does: "the wig fits"; "my hair styles are" is none."""
    last = words[stop - 1]
    return (
        phrase.written.endswith("ing")
        and words[first - 1 : first] in _SUBJECTS_LEAD
        and last.endswith("s")
        and not last.endswith("ings")
        and words[stop : stop + 1] not in PLURAL_VERBS
    )


_SEVERAL_LEAD: Final = (["the"], ["your"], ["my"])
_TAKEN: Final = frozenset("a an the his their its my own".split())
"""What opens the object of a verb; behind "this" or "that" a day or a clause may follow."""
_SUBJECTS_LEAD: Final = tuple([w] for w in "the your her his their my that this".split())
_ONE: Final = frozenset("a an each every another".split())
_DEFINITE: Final = frozenset("the your their our his her this that".split())


def _is_reordered(u: Utterance, phrase: Phrase, between: list[str], span: tuple[int, int]) -> bool:
    """True where a phrase's words stand in another order, linked as one phrase.

    "session for couples", "write the essay"; but "in class the group was loud" is no group
    class, and "plan the payment" tells the client to.
    """
    first, stop = span
    between = [w for i, w in enumerate(between) if not w.endswith("'s") and between[i + 1 : i + 2] != ["'s"]]
    if phrase.written.endswith("ing") and u.reading.words[first].endswith("s"):
        return False  # "my brother tunes pianos": somebody else's doing
    if u.reading.words[first].endswith("ed") and u.reading.words[first - 1 : first] in (["i"], ["we"]):
        return False  # "I coached a band once"
    if _is_done(u, phrase, between, first):
        return True
    links = _LINKS | _JOINT if "as" in between else _LINKS
    if len(between) > _REORDER_GAP + ("as" in between) or not all(w in links for w in between):
        return False
    words = u.reading.words
    if between and _OBJECT_LINKS.issuperset(between) and "to" not in between:
        begins = first == 0 or bool(u.reading.marks[first - 1] & SENTENCE_END)
        if begins and (words[first].endswith(_NOUN_ENDINGS) or _is_for_them(words, stop)):
            return True  # "dyeing her fur" is done, "plan the payment" is told
        return not begins and words[first - 1] not in _BEFORE_NOUNS and words[stop : stop + 1] not in _FINITE
    if between[:1] == ["to"]:
        return False
    return _PLACING.isdisjoint(between) or _ends_phrase(u, stop)


def _is_done(u: Utterance, phrase: Phrase, between: list[str], first: int) -> bool:
    """True where the verb of a phrase is promised of somebody: "I could board Rex overnight"."""
    words = u.reading.words
    if not phrase.written.endswith("ing"):
        return False
    lead = lead_before(words, first) if first else "."
    names = bool(between) and _THEIR_OWN.isdisjoint(between)
    begins = not lead[0].isalnum() and words[first].endswith("ing")  # "boarding dogs overnight is what I do"
    if (
        lead not in _PROMISES
        and not is_asked(words, first)
        and not (names and (begins or lead in ("i", "we")))
    ):
        return False
    return len(between) <= _REORDER_GAP and _NO_REORDER.isdisjoint(between)


def _is_done_to(words: list[str], stop: int, phrase: Phrase, between: list[str]) -> bool:
    """True where the verb of a phrase is promised in the passive: "wigs can be made", "your back gets cupped"."""
    if not phrase.written.endswith("ing") or not 0 < len(between) <= _PASSIVE_GAP:
        return False
    done = words[stop - 1].endswith("ed") or words[stop - 1] in _PARTICIPLES
    return (
        done and between[-1] in _BEING and _PASSIVE.issuperset(between) and not _PASSIVE.isdisjoint(between)
    )


_PASSIVE_GAP: Final = 4
_BEING: Final = frozenset("be get gets".split())
_PASSIVE: Final = frozenset("can could will would 'll may also always both all be get gets".split())
_PARTICIPLES: Final = frozenset("made done cut built sewn drawn shot cooked woven dyed".split())


def _is_for_them(words: list[str], stop: int) -> bool:
    """True where it is done for the client: "sculpt the beard for you, yeah"."""
    return words[stop : stop + 1] == ["for"] and words[stop + 1 : stop + 2] in (
        ["you"],
        ["him"],
        ["her"],
        ["them"],
    )


_NOUN_ENDINGS: Final = ("ing", "ery", "ion", "ions", "ment", "ments", "ance", "phy")
_PROMISES: Final = frozenset("can could will would i'll i'd we'll we'd also always gladly happily to".split())
_THEIR_OWN: Final = frozenset("my our mine own his her their your".split())
_NO_REORDER: Final = _PLACING | _NO_GAP | VEHICLES
"""What people board."""
_BEFORE_NOUNS: Final = frozenset("after before during since until till at in from of".split())
"""What comes first behind these is no verb: "after class the puppies nap"."""
_FINITE: Final = (["is"], ["are"], ["was"], ["were"], ["has"], ["will"], ["can"], ["had"])


def _ends_phrase(u: Utterance, stop: int) -> bool:
    """True unless a further noun follows: "ink on a white sofa" is no "white ink"."""
    words = u.reading.words
    if stop >= len(words):
        return True
    return bool(u.reading.marks[stop]) or words[stop] in _BEHIND_PHRASE


_BEHIND_PHRASE: Final = FUNCTION | BARRIER_OR_VERB
_PARTICLES: Final = frozenset("up off out in down over away back".split())
_GOVERNED: Final = frozenset("with the your it them him her his that this my through to and past".split())


def _ends_name(u: Utterance, stop: int) -> bool:
    """True where no further noun follows: "I'd teach you the bass line" is no bass lesson."""
    words = u.reading.words
    if stop >= len(words) or u.reading.marks[stop] & _CLOSING:
        return True
    if words[stop] == "of":
        return False  # "I do groups of four bars"
    return words[stop] in _BEHIND_PHRASE or words[stop] in _BEHIND_SUBJECT


_CLOSING: Final = BREAK | CALENDAR | NUMERIC | EMOJI
_BEHIND_SUBJECT: Final = _NO_GAP | frozenset(
    "till til basics technique theory fundamentals beginners only all every most often regularly twice sometimes"
    " now anyway myself".split()
)


def _window(words: list[str], at: int, last: int, reach: int) -> tuple[int, int]:
    begin = at
    while begin and at - begin < reach and words[begin - 1] not in BARRIER:
        begin -= 1
    end = last
    while end < len(words) and end - last < reach and words[end] not in BARRIER:
        end += 1
    return begin, end


def _nearest(
    u: Utterance, wanted: str, window: tuple[int, int], root: tuple[int, int]
) -> tuple[int, int] | None:
    """Return where a stem stands nearest to the root's words inside a window."""
    (begin, end), (at, last) = window, root
    words = u.reading.words
    tails = u.known.offers.tails if u.reading.seen & SPLIT_HEAD else None
    best: tuple[int, int] | None = None
    distance = 99
    for i in range(begin, end):
        if at <= i < last:
            continue
        stop = i + 1
        if stem(words[i]) != wanted:
            if tails is None:
                continue
            stops = [s for s, whole in split_words(words, i, end, tails) if whole == wanted]
            if not stops:
                continue
            stop = stops[0]
        away = i - last if i >= last else at - i
        if away < distance:
            best, distance = (i, stop), away
    return best
