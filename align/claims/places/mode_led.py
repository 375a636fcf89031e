"""What stands before a word around which a mode may be told: cheap looks before anything is read."""

from __future__ import annotations

from typing import Final, NamedTuple

from align.claims.places import mode_owned as owned
from align.claims.places import mode_passed as passed
from align.claims.places import mode_readied as readied
from align.claims.places import mode_things as things
from align.claims.places.mode_frames import FRAMES

LED_REACH: Final = 8
_ASKED_BY: Final = frozenset("is are any do have got what's what how's how where's where there".split())
SAID: Final = frozenset(
    (
        "'s is are will would 'll could can should 'd works does has all and , that there here fits folds goes packs "
        "free open available set made laid by near in beside"
    ).split()
)
_TELLING: Final = frozenset("here need fits folds goes packs folds yours free open laid set".split())
_OWNERS: Final = frozenset("my our your ur yr".split())
_OWNED_BEFORE: Final = 4


class _Look(NamedTuple):
    """What may lead to a thing that tells a mode, and what a host would do with it."""

    led: frozenset[str]
    hosts: frozenset[str]


def may_tell(words: list[str], index: int) -> bool:
    """Tell whether a thing may tell a mode: a cheap look at the words around it, before any of them is read."""
    look = LOOKS[words[index]]
    before, behind = words[max(0, index - LED_REACH) : index], words[index + 1 : index + LED_REACH]
    if not look.led.isdisjoint(before):
        return True
    if not look.hosts.isdisjoint(before) and not owned.LISTENERS.isdisjoint(behind):
        return True
    if not _OWNERS.isdisjoint(before[-_OWNED_BEFORE:]):
        return True
    return not SAID.isdisjoint(behind[:1]) and not _TELLING.isdisjoint(behind)


def _look_at(word: str) -> _Look:
    led: frozenset[str] = frozenset()
    if word in passed.ASKED_OF:
        led |= _ASKED_BY
    if word in things.ACCESS:
        led |= passed.ENTERING | {"which", "what"}
    if word in readied.CLEARED:
        led |= readied.READYING
    if word in readied.NEEDED:
        led |= {"need"}
    if word in things.KIT:
        led |= readied.CARRIES
    hosted = word in things.INDOORS or word in readied.HOSTS_THINGS
    return _Look(led, readied.HOSTS_MAKE if hosted else frozenset())


LOOKS: Final = {word: _look_at(word) for word in things.THINGS}


def _led(word: str) -> frozenset[str]:
    """Return what one word before must be for anything to be told around a word; nothing where it may stand alone."""
    leds = [led for _, _, led in FRAMES.get(word, ())]
    if word in LOOKS:
        leds.append(LOOKS[word].led | _OWNERS)
    return frozenset().union(*leds) if all(leds) else frozenset()


LED: Final = {word: _led(word) for word in things.THINGS | FRAMES.keys()}


_BEHIND: Final = {
    word: _TELLING | ({"you", "your", "both"} if look.hosts else frozenset()) for word, look in LOOKS.items()
}


def may_be_around(words: list[str], index: int) -> bool:
    """Tell whether anything may be told around a word of `LED`."""
    word = words[index]
    led = LED[word]
    if not led or not led.isdisjoint(words[index - LED_REACH if index > LED_REACH else 0 : index]):
        return True
    return word in _BEHIND and not _BEHIND[word].isdisjoint(words[index + 1 : index + 1 + LED_REACH])
