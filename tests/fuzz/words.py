"""What the fuzzer writes with: the words and signs that change what a body says, and the characters that disguise them."""

from __future__ import annotations

from typing import Final

from align.data.confusables import load_confusables

SIGNS: Final = (
    "£", "$", "€", "¥", "₹", "CA$", "A$", "R$", "kr", "zł", "C$", "USD", "GBP", "eur", "quid", "bucks", "p", "k", "c",
    "£45", "$1.5k", "1.234,50", "1,234.50", "45/hr", "45-60", "½", "1½", "¾", "٤٥", "४५", "9️⃣", "①", "%", "10%", "2x",
    "@", "#", "+", "*", "=", "/", "\\", "|", "~", "^", "_", "-", "–", "—", "…", "...", "!?", "?", "!", ".", ",", ";", ":",
    "(", ")", "[", "]", "{name}", "{", "}", "<", ">", '"', "'", "“", "”", "‘", "’", "«", "»", "`", "\n", "\r\n", "\t", "\u2028",
)  # fmt: skip

NUMBERS: Final = (
    "one", "two", "ten", "twelve", "fifteen", "twenty", "forty-five", "one eighty", "one fifty", "a hundred", "two hundred and ten",
    "a ton", "a tenner", "a score", "grand", "half", "quarter", "double", "dozen", "couple", "zero", "nil", "oh", "o", "l", "1O0",
    "0", "1", "30", "45", "60", "90", "150", "180", "555", "07700 900318", "416-555-0176", "00", "999999999999999999999", "1e9", "0x1F",
)  # fmt: skip

CUES: Final = (
    "call me", "ring", "text", "whatsapp", "telegram", "email", "dm", "insta", "not", "don't", "never", "no", "isn't", "you said",
    "if you", "would", "could", "can't", "won't", "sorry", "instead", "it's", "for the hour", "an hour", "half an hour", "mins", "hr",
    "per", "each", "off", "discount", "deposit", "travel", "from", "up to", "between", "and", "or", "to", "at", "in", "on", "by", "until",
    "tonight", "tomorrow", "next Tuesday", "14th", "May 12", "12/05", "6pm", "18:30", "half six", "noon", "now", "later", "this week",
    "come to you", "your place", "my studio", "hotel", "incall", "outcall", "12 Main St", "SW1A 1AA", "Dallas", "London", "Nice", "Reading",
    "pay after", "upfront", "cash", "transfer", "paypal", "venmo", "yes", "yep, that works", "ok", "deal", "sure", "AI", "bot", "assistant",
    "https://x.example/a?b=c#d", "www.x.example", "x dot com", "a@b.example", "a at b dot com", "@handle", "c a l l", "c.a.l.l", "c4ll", "ca11",
)  # fmt: skip

DISGUISES: Final = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069",
    "\u061c", "\u180e", "\u3164", "\u115f", "\u034f", "\ufe0f", "\ufe0e", "\u20e3", "\u0301", "\u0308", "\u0338", "\u0489", "\u0e31",
    "\ud800", "\udfff", "\udc41", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\xa0", "\u2003", "\u3000", "\u1680", "\ufffd", "\uffff",
    "\U0001f1e6", "\U0001f1ff", "👩‍👩‍👧", "🎻", "👍🏽", "\U000e0041", "\U000e007f", "\U0010ffff", "ﬁ", "㎏", "℡", "™", "№", "㏂", "Ⅻ", "ｃａｌｌ", "１５０",
    "İ", "ı", "ß", "ẞ", "ǆ", "Ω", "ﬅ", "ŉ", "ΐ", "שלום", "مرحبا", "ไทย", "中文", "한국", "𝟙𝟝𝟘", "𝓬𝓪𝓵𝓵", "🅲", "🄲", "ⓒ",
)  # fmt: skip

LOOK_ALIKES: Final = tuple(sorted(load_confusables()))[::11]
"""A slice of those of Unicode TR39 that the reading knows."""

DICTIONARY: Final = (*SIGNS, *NUMBERS, *CUES, *DISGUISES, *LOOK_ALIKES)
