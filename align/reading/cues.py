"""The lexical classes a word can carry, one bit each.

A word's classes are looked up once, when it is read; a room of `align.claims` enters
only where a class that it cares about was seen. Plain integers, since `IntFlag`
arithmetic is some twenty times slower and these are tested for every word.
"""

from typing import Final

SENTENCE_END: Final = 1 << 0
"""`.`, `!`, `?`, `;`, an ellipsis or a line break: a sentence ends here."""
COMMA: Final = 1 << 1
"""A comma, colon, bracket or dash: a clause may end here."""
CONJUNCTION: Final = 1 << 2
"""but, so, and, or, though, because, otherwise …: a clause may begin here."""
NUMBER: Final = 1 << 3
"""A number in digits: `180`, `1.5`, `7:30`, `1,200`."""
NUMBER_WORD: Final = 1 << 4
"""A number in words, or part of one: `one`, `eighty`, `hundred`, `half`, `couple`."""
CURRENCY: Final = 1 << 5
"""A currency's symbol, code, name or slang; also slang that is an amount (`tenner`)."""
PRICE: Final = 1 << 6
"""Talk of prices without an amount: rate, charge, deposit, discount, free, fee."""
DURATION_UNIT: Final = 1 << 7
"""minute, hour, day … and their short forms."""
CLOCK: Final = 1 << 8
"""am, pm, noon, o'clock, past, tonight, morning …: words that make a time."""
CALENDAR: Final = 1 << 9
"""today, tomorrow, weekdays, months, week, weekend …: words that make a date."""
NEGATION: Final = 1 << 10
"""no, not, never, don't, can't, without, sorry, afraid …"""
QUESTION: Final = 1 << 11
"""what, when, where, who, how, which; `?` carries it as well."""
AGREEMENT: Final = 1 << 12
"""yes, sure, ok, perfect, deal, course …"""
CONTACT: Final = 1 << 13
"""A chunk that looks like a link, an e-mail address, an @handle or a payment id."""
CONTACT_WORD: Final = 1 << 14
"""dot, slash, underscore, insta, handle, number, line, link, email …"""
CHANNEL: Final = 1 << 15
"""call, ring, facetime, zoom, telegram, voice, video, email …"""
PAYMENT: Final = 1 << 16
"""pay, settle, money, cash, venmo, transfer …"""
MOVE: Final = 1 << 17
"""come, travel, visit, host, swing, drive, over, round …: words of modes."""
PREMISES: Final = 1 << 18
"""studio, house, place, home, venue, office, mine, yours …: words of modes."""
STREET: Final = 1 << 19
"""street, road, avenue, unit, flat, gate, buzzer, code, door …: words of addresses."""
SPATIAL: Final = 1 << 20
"""in, at, near, to, from, around …: prepositions that can introduce a place."""
QUOTING: Final = 1 << 21
"""said, mentioned, told, heard, asked, quoted …: someone's words are restated."""
SELF: Final = 1 << 22
"""I, I'm, I'll, me, my, mine, we, us, our …: the professional speaks of themselves."""
CLIENT: Final = 1 << 23
"""you, your, yours, you're, u, ur …: the draft speaks of the client."""
EMOJI: Final = 1 << 24
"""A pictograph or dingbat; it ends a clause."""
PLACEHOLDER: Final = 1 << 25
"""A bracket that can open a template placeholder: `{`, `[`, `<`."""
IDENTITY: Final = 1 << 26
"""ai, assistant, bot, model, automated …: talk of what writes the draft."""
DISCOUNT: Final = 1 << 27
"""off, discount, knock, waive, free, half, house …: a price that is made smaller."""
OFFER_WORD: Final = 1 << 28
"""The rarest word of a phrase of the compiled spec: where a match is looked for."""
SERVICE_WORD: Final = 1 << 29
"""A word of a service of the compiled spec."""
PLACE_WORD: Final = 1 << 30
"""A word of a place of the compiled spec."""
BANNED_WORD: Final = 1 << 31
"""A word of a banned phrase of the compiled spec."""
MODAL: Final = 1 << 32
"""can, could, would, will, shall, happy, glad, let's …: an offer may follow."""

TURN: Final = 1 << 33
"""Words that can turn a claim without negating: gone, taken, instead, used, wish, typo …"""
SPLIT_HEAD: Final = 1 << 34
"""The first part of a spec's word that a space may have split ("sto nes")."""
PERSON: Final = 1 << 35
"""friend, colleague, sister, she, they …: somebody else may be the one who does it."""
HEDGE: Final = 1 << 36
"""if, know, want, would, could, was …: a claim may be granted, wished for, or over."""

BREAK: Final = SENTENCE_END | COMMA | CONJUNCTION | EMOJI
"""Anything at which a clause may end."""
NUMERIC: Final = NUMBER | NUMBER_WORD
"""Any number, in digits or in words."""
FIGURES: Final = NUMERIC | CURRENCY | DURATION_UNIT | CLOCK | CALENDAR
"""Numbers and the words that numbers stand beside."""
TOPICS: Final = (
    BANNED_WORD | CHANNEL | CONTACT_WORD | DISCOUNT | OFFER_WORD | PAYMENT | PLACE_WORD | SPLIT_HEAD | STREET
)
"""What only a few words of a draft speak of."""
