"""Messages as a chatty model writes them, made from templates with a seed.

Two kinds: cue-dense (amounts, durations, times, places, contacts and offers in most
sentences) and cue-free (small talk that no rule can have an opinion on). A quarter of each
holds characters outside ASCII: curly quotes, dashes, accents, emoji.
"""

from __future__ import annotations

import random
from typing import Final, Literal

Kind = Literal["cue-dense", "cue-free"]

SHORTEST, LONGEST = 60, 600
"""Bounds of a message's length in code points."""

_DENSE: Final = (
    "An hour at the studio is ${hour}, and ninety minutes is ${ninety}.",
    "The {minutes} minute session comes to {hour} and the deposit is {deposit}.",
    "I'm in {city} from {day} until Sunday, mostly in the afternoons.",
    "Would {clock} on {day} suit you, or is {other} better?",
    "I don't take calls, but text me here any time and I'll answer between clients.",
    "{service} is what most people start with, and it fits well into {minutes} minutes.",
    "I could do {clock} tonight if you send the deposit of ${deposit} before {other}.",
    "Payment is due before we start, cash or transfer are both fine.",
    "I can come to your hotel in {city}, the visit takes about {minutes} minutes.",
    "No, I don't offer {never}, sorry, but {service} may help just as much.",
    "You mentioned {wrong}, the rate is {hour} for the hour though.",
    "My minimum is {minutes} minutes, shorter ones never feel worth it.",
    "You'll find everything at https://ines-bodywork.example/book, or on instagram as @ines.bodywork.",
    "{day} at {clock} is gone, but {other} is still open.",
    "If you'd like the longer one, it's {ninety} for an hour and a half.",
)
_FREE: Final = (
    "Thank you so much for writing, it really made my morning.",
    "I was just watering the plants and thinking about how quiet the garden has become.",
    "It's lovely to hear that you slept better after all that rain.",
    "Please let me know whether anything has changed with your shoulder since then.",
    "I hope the move went well and that the boxes are finally empty.",
    "Honestly, that sounds like a wonderful way to spend the weekend with the kids.",
    "Most people feel a little nervous beforehand and very relaxed once they settle in.",
    "Wear whatever is comfortable, and bring a bottle of water if you like.",
    "I always warm the room a little, put some soft music on and dim the lights.",
    "That book you recommended turned out to be a delight, by the way.",
    "Tell me a bit about what you are hoping for and I'll think about it.",
    "There's no rush at all, take the time that you need to decide.",
    "My sister keeps telling me that I should write more letters, and she has a point.",
    "I'm glad that it helped, your message was very kind.",
    "The weather has been strange here, sunny and cold and then suddenly warm again.",
)
_OUTSIDE_ASCII: Final = (
    " I\u2019ll be around \u2014 just say the word.",
    " Looking forward to it \U0001f60a",
    " The caf\u00e9 next door is lovely, tr\u00e8s calme.",
    " \u201cSlow and steady\u201d, as they say \u2728",
    " Thank you \u2764\ufe0f",
    " See you soon\u2026 \U0001f469\u200d\U0001f4bb",
)
_CITIES: Final = ("Austin", "South Congress", "Houston", "San Antonio", "Round Rock", "Marfa")
_DAYS: Final = ("Friday", "Saturday", "tomorrow", "next Tuesday", "the 23rd")
_CLOCKS: Final = ("6pm", "6:30", "seven", "half six", "8 pm", "18:30")
_SERVICES: Final = ("Deep tissue", "Swedish massage", "Cupping", "Stretching")
_NEVERS: Final = ("hot stones", "prenatal massage", "a couples session")


def messages(kind: Kind, count: int, seed: int) -> list[str]:
    """Return `count` different messages; the same arguments give the same messages."""
    rng = random.Random(f"{kind} {seed}")
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(_message(kind, rng, ascii_only=len(found) % 4 != 0))
    return list(found)


def _message(kind: Kind, rng: random.Random, *, ascii_only: bool) -> str:
    target = rng.randint(SHORTEST, LONGEST)
    ending = "" if ascii_only else rng.choice(_OUTSIDE_ASCII)
    if kind == "cue-free":
        parts = rng.sample(_FREE, len(_FREE))
    else:
        parts = [
            part for pair in zip(rng.sample(_DENSE, 10), rng.sample(_FREE, 10), strict=True) for part in pair
        ]
        parts = [part for n, part in enumerate(parts) if n % 2 == 0 or rng.random() < 0.25]
    text = _name(rng)
    for part in parts:
        longer = f"{text} {_filled(part, rng)}"
        if len(longer) + len(ending) > target and len(text) + len(ending) >= SHORTEST:
            break
        text = longer
    return text + ending


def _name(rng: random.Random) -> str:
    letters = rng.choice("BCDFGLMNPRST") + rng.choice("aeiou") + rng.choice("lmnrst") + rng.choice("aeiy")
    return f"{rng.choice(('Hi', 'Hey', 'Hello', 'Dear'))} {letters},"


def _filled(template: str, rng: random.Random) -> str:
    hour = rng.choice((180, 180, 180, 170, 200))
    return template.format(
        hour=hour,
        ninety=hour + 70,
        wrong=rng.randint(90, 160),
        deposit=rng.choice((50, 50, 40)),
        minutes=rng.choice((60, 60, 90, 45)),
        city=rng.choice(_CITIES),
        day=rng.choice(_DAYS),
        clock=rng.choice(_CLOCKS),
        other=rng.choice(_CLOCKS),
        service=rng.choice(_SERVICES),
        never=rng.choice(_NEVERS),
    )
