"""Street addresses, unit and door numbers, and entry codes, and whose they are."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from align.claims.addresses.asked_houses import asked_for, is_where_asked
from align.claims.addresses.block_numbers import find_block, may_be_block
from align.claims.addresses.entry_codes import CODE_WORDS, find_code, typed_numbers
from align.claims.addresses.hosting import sends_there
from align.claims.addresses.named_streets import beside_a_name, find_named_number
from align.claims.addresses.number_last import find_number_last, standing_last
from align.claims.addresses.numbered_mains import MAINS, find_main, may_be_main
from align.claims.addresses.street_forms import find_form, in_a_form
from align.claims.addresses.streets import STREET_KINDS, find_street
from align.claims.addresses.units import UNIT_WORDS, find_storey_unit, find_unit
from align.claims.addresses.visits import goes_to, is_for_driver
from align.claims.claim import AddressClaim, Speaker, Stance
from align.claims.contacts.giving import given_stance
from align.claims.contacts.owners import Owner, owner_of
from align.reading.cues import CONTACT, NUMBER, NUMBER_WORD, STREET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.addresses.asked_houses import Find, Kind
    from align.claims.utterance import Utterance

_REACH: Final = 12
"""Words between a street word and the number that belongs to it."""


def read_addresses(u: Utterance) -> None:
    """Add an `AddressClaim` for every street address, unit and entry code, and settle its words."""
    reading = u.reading
    seen, words = reading.seen, reading.words
    if not seen & (NUMBER | NUMBER_WORD | STREET):
        return
    if not seen & (NUMBER | NUMBER_WORD | CONTACT) and "o" not in words:
        if not UNIT_WORDS.isdisjoint(words):
            _read_lettered_units(u)
        return
    numbers = reading.where(NUMBER | NUMBER_WORD)
    cues = _near(words, reading.where(STREET), numbers) if seen & STREET else []
    if cues:
        _read_all(u, "code", _code_cues(words, cues, numbers), find_code)
        _read_all(u, "street", [i for i in cues if words[i] in STREET_KINDS], find_street)
    if "-" in words:
        _read_all(u, "street", [i for i in numbers if may_be_block(reading, i)], find_block)
    if not MAINS.isdisjoint(words):
        _read_all(u, "street", [i for i in numbers if may_be_main(reading, i)], find_main)
    _read_all(u, "street", in_a_form(words, numbers), find_form)
    named = beside_a_name(reading, numbers)
    if "#" in words:
        _read_all(u, "unit", [i - 1 for i in named if i and words[i - 1] == "#"], find_storey_unit)
    _read_all(u, "street", named, find_named_number)
    _read_all(u, "street", standing_last(reading, numbers), find_number_last)
    if cues:
        _read_all(u, "unit", [i for i in cues if words[i] in UNIT_WORDS], find_unit)
    for kind, answers, find in asked_for(u, numbers):
        _read_all(u, kind, answers, find)
    _join_units(u)


def _read_lettered_units(u: Utterance) -> None:
    """Read "flat b": all that a text without numbers can hold."""
    cues = [index for index, word in enumerate(u.reading.words) if word in UNIT_WORDS]
    _read_all(u, "unit", cues, find_unit)
    _join_units(u)


def _code_cues(words: list[str], cues: Sequence[int], numbers: Sequence[int]) -> Sequence[int]:
    """Return the words that a code can be named by, or typed near to."""
    if "o" in words:
        return cues
    typed = typed_numbers(words, numbers)
    near = set(_near(words, cues, typed)) if typed else ()
    return [i for i in cues if words[i] in CODE_WORDS or i in near]


def _near(words: list[str], cues: Sequence[int], numbers: Sequence[int]) -> Sequence[int]:
    """Return the street words that have a number in reach; a lettered unit needs none."""
    if not numbers:
        return cues
    near: list[int] = []
    for index in cues:
        if words[index] in UNIT_WORDS and len(words[min(index + 1, len(words) - 1)]) == 1:
            near.append(index)
            continue
        at = bisect_left(numbers, index - _REACH)
        if at < len(numbers) and numbers[at] <= index + _REACH:
            near.append(index)
    return near


def _read_all(u: Utterance, kind: Kind, cues: Sequence[int], find: Find) -> None:
    """Read what each of the cues belongs to, unless its words are settled."""
    for index in cues:
        if not u.taken[index]:
            found = find(u.reading, index)
            if found is not None and u.is_free(*found):
                _add(u, kind, *found)


def _add(u: Utterance, kind: Kind, first: int, last: int) -> None:
    u.take(first, last)
    driven = u.speaker is Speaker.PROFESSIONAL and is_for_driver(u.reading, first)
    u.addresses.append(
        AddressClaim(
            first=first,
            last=last,
            stance=Stance.ASSERTED if driven else _stance(u, kind, first, last),
            kind=kind,
            owner="professional" if driven else _owner(u, kind, first, last),
        )
    )


def _stance(u: Utterance, kind: Kind, first: int, last: int) -> Stance:
    """Return the stance towards an address; a code that is written out is given away, refused or not."""
    stance = given_stance(u.reading, first, last)
    if stance is Stance.QUOTED and u.speaker is Speaker.PROFESSIONAL and sends_there(u.reading, first):
        return Stance.ASSERTED  # "the neighbour has the key for …"
    return Stance.ASSERTED if kind == "code" and stance is Stance.REFUSED else stance


def _owner(u: Utterance, kind: Kind, first: int, last: int) -> Owner:
    """Return whose address it is; one that the client gave stays the client's when it is echoed.

    A code is for whoever is let in, so in a draft it is ours unless it is called the client's.
    """
    if u.speaker is Speaker.PROFESSIONAL and u.inbound is not None:
        said = _essence(u, first, last)
        for given in u.inbound.addresses:
            if given.owner != "professional" and said & _essence(u.inbound, given.first, given.last):
                return given.owner
    owner = goes_to(u, first, last) or owner_of(u, first, last)
    if owner != "other" or u.speaker is not Speaker.PROFESSIONAL:
        return owner
    return "professional" if kind == "code" or is_where_asked(u, first) else owner


def _essence(u: Utterance, first: int, last: int) -> set[str]:
    """Return the numbers of an address, by which an echo is known."""
    return {w for w in u.reading.words[first:last] if w[0].isdigit()} or set(u.reading.words[first:last])


def _join_units(u: Utterance) -> None:
    """Make one claim of a street and the unit right beside it: "88 Mare Street, flat 2"."""
    u.addresses.sort(key=lambda a: a.first)
    joined: list[AddressClaim] = []
    for claim in u.addresses:
        before = joined[-1] if joined else None
        between = u.reading.words[before.last : claim.first] if before is not None else ["."]
        if before is not None and between in ([], [","]) and {before.kind, claim.kind} == {"street", "unit"}:
            u.take(before.first, claim.last)
            joined[-1] = AddressClaim(
                first=before.first, last=claim.last, stance=before.stance, kind="street", owner=before.owner
            )
        else:
            joined.append(claim)
    u.addresses[:] = joined
