"""Clock times, the windows they make, and which of them start an appointment.

What a clock shows is read by align/claims/times/clock_faces.py; whether a bare number is a time by
align/claims/times/clock_evidence.py; its half of the day by align/claims/times/day_parts.py; its day by
align/claims/times/stated_days.py; whether it is proposed by align/claims/times/proposals.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker, Stance, Start
from align.claims.durations.length_words import FITTING_IN
from align.claims.money.short_thousands import spoken_sums
from align.claims.nearby import claims_between
from align.claims.numbers.numbers import NumberForm
from align.claims.stance import stance_of
from align.claims.times.appointment_words import MOVES
from align.claims.times.clock_evidence import is_pronoun, is_time
from align.claims.times.clock_faces import READERS, Face, read_face
from align.claims.times.counted_behind import is_called
from align.claims.times.day_parts import narrowed, part_after, part_said
from align.claims.times.foreign_hours import is_foreign_hour
from align.claims.times.granted_times import is_granted
from align.claims.times.proposal_stance import is_conditional, is_confirmed, is_fronted, is_plain
from align.claims.times.proposals import is_proposed
from align.claims.times.stated_days import stated_day
from align.claims.times.told_ages import is_told_age
from align.reading.cues import CLOCK, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_DAY: Final = 1440
_HALF_DAY: Final = 720
_TO: Final = frozenset("to - — till until til through thru".split())
_OR: Final = frozenset("or and , / & than".split())
_JOINTS: Final = _TO | _OR
_WINDOWED: Final = frozenset("do runs run from between open free available around anytime hours day".split())
_CHAIN: Final = 5
_JOINT: Final = 3
"""The most words that join two times: ", or at"."""
_MISSED: Final = [["can't", "make", "it"], ["couldn't", "make", "it"]]
"""What refuses nothing behind a time that is proposed: "my 3pm can't make it, so it's yours"."""
_SPELLED: Final = (NumberForm.WORDS, NumberForm.SPOKEN)
_REACH: Final = 14


class _Time(NamedTuple):
    first: int
    last: int
    minutes: tuple[int, ...]
    kind: str


class _Faces:
    """The faces further down a list and whether they are times, each read once.

    A list ("6, 7, 8 or 9 tonight") is walked from every number of it, so that without this
    its length would count several times. Nothing that `is_time` looks at changes meanwhile.
    """

    __slots__ = ("_faces", "_times", "u")

    def __init__(self, u: Utterance) -> None:
        self.u = u
        self._faces: dict[int, Face | None] = {}
        self._times: dict[tuple[int, bool], bool] = {}

    def face(self, at: int) -> Face | None:
        """Return the face that begins at the word `at`, if one does."""
        if at not in self._faces:
            self._faces[at] = read_face(self.u.reading, at)
        return self._faces[at]

    def is_time(self, at: int, face: Face, *, ends_time: bool) -> bool:
        """Tell whether a face that is not firm is a time (align/claims/times/clock_evidence.py)."""
        known = self._times.get((at, ends_time))
        if known is None:
            known = self._times[at, ends_time] = is_time(self.u, at, face, ends_time=ends_time)
        return known


def read_starts(u: Utterance) -> None:
    """Add a `Start` for every clock time in the text; the end of a window is no start."""
    reading = u.reading
    if not reading.seen & (NUMBER | NUMBER_WORD | CLOCK):
        return
    times = _read(u)
    if not times:
        return
    times = _halved(u, times)
    at = 0
    while at < len(times):
        one = times[at]
        at += 1
        two = times[at] if at < len(times) and _is_window(u, one, times[at]) else None
        if two is not None:
            at += 1
        _add(u, one, two)


def _read(u: Utterance) -> list[_Time]:
    """Read every clock time, left to right, without overlaps."""
    reading, taken = u.reading, u.taken
    words = reading.words
    faces = _Faces(u)
    numbers = [n for n in u.numbers if n.last - n.first > 1 and n.form in _SPELLED] + spoken_sums(u)
    inside = {i for n in numbers for i in range(n.first + 1, n.last)}
    spelled = {n.first: n.last for n in numbers}
    times: list[_Time] = []
    end = 0
    for at in reading.where(NUMBER | NUMBER_WORD | CLOCK):
        if at < end or at in inside:  # the "five" of "a hundred and sixty-five works"
            continue
        word = words[at]
        if (
            (word not in READERS and not word[0].isdigit())
            or (
                taken[at] and len(word) <= 2 and words[at + 1 : at + 2] != ["h"]
            )  # "1900" and "19 h" may be lengths
            or (face := read_face(reading, at)) is None
            or (taken.find(1, at, face.last) >= 0 and not _is_length_only(u, at, face))
            or face.last < spelled.get(at, 0)  # the "one" of "at one eighty"
        ):
            continue
        if face.kind == "relative":
            resolved = _resolved(u, at, face, times)
            if resolved is None:
                continue
            face = resolved
        elif not _is_time(faces, at, face, times):
            if face.kind == "bare" and (is_called(words, face.last) or is_told_age(u, at, face.last)):
                u.take(at, face.last)  # nor is it a sum
            continue
        end = part_after(u, face.last)
        times.append(_Time(at, end, face.minutes, face.kind))
    return times


def _is_length_only(u: Utterance, at: int, face: Face) -> bool:
    """True where only a length of time holds the words of a face, which gives way to "1900 hrs"."""
    led = face.kind == "h" and not _is_span(u, at, face.last)
    if face.kind not in ("military", "h") or not (face.firm or led):
        return False
    near = claims_between(u.durations, at - _REACH, face.last)
    held = {i for d in near for i in range(d.first, d.last)}
    return all(i in held for i in range(at, face.last) if u.taken[i])


def _is_span(u: Utterance, at: int, last: int) -> bool:
    """True for "within 15 h", "15h notice": the few lengths that long; "15h" by itself is an hour of the day."""
    words = u.reading.words
    if at and words[at - 1] in ("at", "@", "around"):
        return False
    return (
        not u.reading.touches(at + 1) or words[at - 1 : at] in _SPANNING or words[last : last + 1] in _SPANS
    )


_SPANNING: Final = [[word] for word in "in within of takes take took for every per over last next".split()]
_SPANS: Final = [
    [word] for word in "notice of session drive flight shift later ago away before after".split()
]


def _is_time(faces: _Faces, at: int, face: Face, times: list[_Time]) -> bool:
    if face.firm:
        return face.kind != ":" or not _is_length(faces.u, at, face)
    joined = bool(times) and at - times[-1].last <= _JOINT and _joins(faces.u, times[-1].last, at)
    return (
        faces.is_time(at, face, ends_time=joined)
        or _opens_list(faces, at, face)
        or (faces.u.speaker is Speaker.CLIENT and is_foreign_hour(faces.u.reading.words, at, face))
    )


def _joins(u: Utterance, last: int, first: int) -> bool:
    """True when a joint alone stands between two times: "6 or 7", "3 - 5", "2, 3 or 4"."""
    if first - last > _JOINT:
        return False
    between = u.reading.words[last:first]
    if len(between) == 2 and between[0] == ",":
        between = between[1:]
    if not between and first > last:
        return True
    if len(between) == 2 and between[1] in ("at", "around", "maybe", "even", "the"):
        between = between[:1]
    return len(between) == 1 and (between[0] in _TO or between[0] in _OR)


def _opens_list(faces: _Faces, at: int, face: Face) -> bool:
    """True for the "6" of "6 or 7 tonight" and "3-5pm": what it is joined to is a time."""
    words, taken = faces.u.reading.words, faces.u.taken
    end = len(words)
    if is_pronoun(faces.u.reading, at):
        return False
    windowed: bool | None = None
    for _ in range(_CHAIN):
        joint = words[face.last] if face.last < end else ""
        if joint not in _JOINTS:
            return False
        following = face.last + 1
        if joint == "," and following < end and words[following] in ("or", "and"):
            following += 1
        nxt = faces.face(following) if following < end else None
        if nxt is None or taken.find(1, following, nxt.last) >= 0 or face.minutes[0] >= _DAY:
            return False
        if nxt.firm:
            return True
        paired = False
        if joint in _TO:
            if windowed is None:
                windowed = _is_windowed(faces.u, at)
            paired = windowed or face.kind == "military"
        if faces.is_time(following, nxt, ends_time=paired):
            return True
        face = nxt
    return False


def _is_windowed(u: Utterance, at: int) -> bool:
    """True where a window is announced: "from", "between", "open", a day, "available"."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    return before in _WINDOWED or any(d.last == at for d in claims_between(u.days, at - _REACH, at))


_MEASURED: Final = frozenset(
    "long mile miles min mins minutes minute per pace ratio split mark km into".split()
)
_MEASURING: Final = frozenset("in of track song verse chapter psalm ratio pace v vs john luke romans".split())


def _is_length(u: Utterance, at: int, face: Face) -> bool:
    """True for "3:45 long", "in 22:30", "John 3:16", "verse 4:12": digits of no clock."""
    words = u.reading.words
    after = words[face.last] if face.last < len(words) else ""
    before = words[at - 1] if at else ""
    if after in _MEASURED or (before in _MEASURING and not _is_fitted_in(words, at)):
        return True
    if after == ":":
        return True
    halved = face.last > at + 1  # "a 5:30 pm visit": a clock, whatever has that hour
    return not halved and before in ("a", "an") and after.isalpha() and after not in _STARTS


def _is_fitted_in(words: list[str], at: int) -> bool:
    """True for "we could squeeze in 3:15": the "in" is the verb's."""
    return words[at - 1] == "in" and words[at - 2 : at - 1] != [] and words[at - 2] in FITTING_IN


_STARTS: Final = frozenset(
    "booking visit time reservation table arrival appt consult pickup start slot appointment opening gap spot"
    " session lesson finish call kickoff ceremony flight train "
    "cancellation and or"
    " is today tomorrow tonight on then works free open available if instead for this going left spare".split()
)


def _resolved(u: Utterance, at: int, face: Face, times: list[_Time]) -> Face | None:
    """Give "quarter past" the hour that was last spoken of; without one it stays unread."""
    known = times[-1].minutes if times else ()
    if not known and u.inbound is not None and u.inbound.starts:
        known = u.inbound.starts[-1].minutes
    if not known:
        return None
    shift = face.minutes[0]
    # "8 is too late, quarter to is the last": the full hour that was named is meant itself
    within = shift > 0 or _EARLIER.isdisjoint(u.reading.words[max(0, at - _REACH) : at])
    minutes = tuple(
        (m // 60 * 60 + (shift if shift > 0 or not (m % 60 and within) else 60 + shift)) % _DAY for m in known
    )
    return Face(face.last, minutes, firm=False, kind="relative")


_EARLIER: Final = frozenset(("latest", "last", "earlier"))
"""What comes before the half hour that is too late: "the latest I can do is quarter to"."""


# -- windows and claims ------------------------------------------------------------------


def _is_window(u: Utterance, one: _Time, two: _Time) -> bool:
    """True for "3 to 5", "between 3 and 5", "3-5pm"; not for "moved from 3 to 5"."""
    if two.first - one.last != 1:
        return False
    words = u.reading.words
    between = words[one.last]
    before = words[one.first - 1] if one.first else ""
    if between in ("and", "&"):
        return before == "between"
    if before == "from" and not MOVES.isdisjoint(words[max(0, one.first - 5) : one.first]):
        return False
    return between in _TO


def _add(u: Utterance, one: _Time, two: _Time | None) -> None:
    first, last = one.first, (two.last if two else one.last)
    until = _first_after(one.minutes, _later(two.minutes)) if two else None
    u.take(first, last)
    day = stated_day(u, first, last)
    granted = is_granted(u, first, last)
    proposed = granted or is_proposed(u, first, last, day)
    if until is not None and proposed and is_confirmed(u, first):
        until = None
    plain = proposed and (
        granted
        or u.reading.words[last : last + 3] in _MISSED
        or u.reading.words[last : last + 2] == ["it", "is"]
        or is_plain(u, first, last)
        or is_fronted(u, first)
        or is_conditional(u, first, last)
    )
    u.starts.append(
        Start(
            first=first,
            last=last,
            stance=Stance.ASSERTED if plain else stance_of(u.reading, first, last),
            minutes=one.minutes,
            day=day,
            proposed=proposed,
            until=until,
        )
    )


def _halved(u: Utterance, times: list[_Time]) -> list[_Time]:
    """Choose between the halves of the day: by what is said, then by neighbours in a list.

    "6 or 7pm" and "3-5pm" end in the half of their last; "10am or 2" begins with the first.
    """
    chosen = list(times)
    for at in range(len(times) - 1, -1, -1):
        first, last, minutes, kind = times[at]
        if len(minutes) < 2:
            continue
        joined = at + 1 < len(times) and _joins(u, last, times[at + 1].first)
        listed = joined and not _is_unordered(u, times[at + 1], last, minutes)
        own = part_said(u, minutes, first, last)
        near = _near(minutes, chosen[at + 1].minutes, -1) if listed and not own else ()
        chosen[at] = _Time(first, last, own or near or narrowed(u, minutes, first, last), kind)
    for at in range(1, len(chosen)):
        first, last, minutes, kind = chosen[at]
        if len(minutes) > 1 and _joins(u, chosen[at - 1].last, first):
            chosen[at] = _Time(first, last, _near(minutes, chosen[at - 1].minutes, 1) or minutes, kind)
    return chosen


def _is_unordered(u: Utterance, following: _Time, last: int, minutes: tuple[int, ...]) -> bool:
    """True for "4:30, or 2:30": alternatives that do not go on from the earlier to the later one."""
    open_half = len(following.minutes) > 1  # "11 or 1pm" goes on past noon
    later = minutes[0] % _HALF_DAY > following.minutes[0] % _HALF_DAY
    return open_half and later and not _APART.isdisjoint(u.reading.words[last : following.first])


_APART: Final = frozenset(("or", "than"))


def _near(minutes: tuple[int, ...], anchor: tuple[int, ...], way: int) -> tuple[int, ...]:
    """Return the one reading within half a day of a settled neighbour, if there is one."""
    if len(anchor) != 1:
        return ()
    near = tuple(m for m in minutes if 0 < (m - anchor[0]) * way % _DAY < _HALF_DAY)
    return near if len(near) == 1 else ()


def _later(ends: tuple[int, ...]) -> tuple[int, ...]:
    """Let the end of a window lie after midnight."""
    return (*ends, *(e + _DAY for e in ends))


def _first_after(starts: tuple[int, ...], ends: tuple[int, ...]) -> tuple[int, ...]:
    """Keep, for every start, the first end behind it."""
    return tuple(sorted({min((e for e in ends if e > s), default=ends[-1]) for s in starts}))
