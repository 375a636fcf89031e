"""The words that matter to the gate, one file a topic, merged into one table.

Each topic has `WORDS`: class bits to a text of words. A word may stand in several topics
and then carries all their classes. Only single folded lower-case words are listed here;
phrases belong to the room of `align.claims` that reads them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from align.reading.lexicon import (
    addresses,
    calendar,
    channels,
    contacts,
    durations,
    grammar,
    identity,
    modes,
    money,
    numbers,
    payment,
    punctuation,
)


def _merge() -> Mapping[str, int]:
    merged: dict[str, int] = {}
    for topic in (
        addresses,
        calendar,
        channels,
        contacts,
        durations,
        grammar,
        identity,
        modes,
        money,
        numbers,
        payment,
        punctuation,
    ):
        for bits, words in topic.WORDS.items():
            for word in filter(None, words.split(" ")):  # a line break is a word too
                merged[word] = merged.get(word, 0) | bits
    return MappingProxyType(merged)


LEXICON: Mapping[str, int] = _merge()
"""Every word of every topic with its class bits."""
