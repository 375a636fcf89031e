"""Count emoji as a reader does: a joined sequence, a flag or a keycap is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT_DEFAULT: Final = (
    "©®‼⁉™ℹ↔-↙↩↪⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻◼⤴⤵⬅-⬇〰〽㊗㊙\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f237"
)
"""Signs that are pictures only with the emoji selector after them."""
_PICTURES: Final = (
    "⌚⌛⏩-⏬⏰⏳◽◾☀-☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸-☺♀♂♈-♓♟♠♣♥♦♨♻♾♿⚒-⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰-⛵⛷-⛺⛽"
    "✂✅✈-✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓-❕❗❣❤➕-➗➡➰➿⬛⬜⭐⭕\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a"
    "\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f"
    "\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f900-\U0001f9ff\U0001fa70-\U0001faff"
)
_MODIFIER: Final = "\U0001f3fb-\U0001f3ff"
_ONE: Final = (
    rf"(?:[{_PICTURES}](?!\ufe0e)\ufe0f?|[{_TEXT_DEFAULT}]\ufe0f)[{_MODIFIER}]?\ufe0f?\u20e3?"
    r"(?:[\U000e0020-\U000e007e]++\U000e007f)?"
)
_EMOJI: Final = re.compile(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d(?:{_ONE}|[{_TEXT_DEFAULT}]))*+"
)


_SIGN: Final = re.compile("[©®\u203c-\U0010ffff]")
"""Characters one of which every emoji holds; letters with accents, dashes and quotes are none."""


def find_emoji(body: str) -> Iterator[tuple[int, int]]:
    """Yield the emoji of a text as half-open code points, from left to right."""
    sign = None if body.isascii() else _SIGN.search(body)
    if sign is None:
        return
    # a keycap's digit stands right before the first such character
    for match in _EMOJI.finditer(body, max(0, sign.start() - 1)):
        yield match.span()
