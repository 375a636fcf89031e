"""Rewrites of what stands around and between sentences: greetings, sign-offs, marks, line breaks, case."""

from __future__ import annotations

import textwrap
from typing import Final

from tests.rewrites.rewrite import Rewrite, before, behind, replacing

_SAYING: Final = r"(?=I (?:can|do|don't|can't|charge|offer|have)\b)"
_START: Final = r"(?:(?<=^)|(?<=[.!?] ))"

AROUND: Final[dict[str, Rewrite]] = {
    "Hi Anna,": before("Hi Anna, "),
    "Hey!": before("Hey! "),
    "So,": before("So, "),
    "Honestly,": before("Honestly, "),
    "Thanks for your message!": before("Thanks for your message! "),
    "Sorry for the slow reply": before("Sorry for the slow reply, it has been a mad week here. "),
    "Hope that helps!": behind("Hope that helps!", sentence=True),
    "Thanks so much.": behind("Thanks so much.", sentence=True),
    "How was your weekend": behind("How was your weekend, by the way?", sentence=True),
    "Let me know": behind("Let me know what you think.", sentence=True),
    "x": behind("x"),
    "haha": behind("haha"),
    "Well,": replacing((_START + _SAYING, "Well, "), cased=True),
    "Right so": replacing((_START + _SAYING, "Right so "), cased=True),
    "And": replacing((r"(?<=[.!?] )" + _SAYING, "And "), cased=True),
}
BETWEEN: Final[dict[str, Rewrite]] = {
    "lines": replacing((r"(?<=[.!?]) (?=[A-Z])", "\n"), cased=True),
    "semicolons": replacing((r"(?<=[a-z])\. (?=[A-Z])", "; "), cased=True),
    "exclamations": replacing((r"(?<=[a-z])\.(?= [A-Z]|$)", "!"), cased=True),
    "ellipses": replacing((r"(?<=[a-z])\. (?=[A-Z])", "... "), cased=True),
    "dashes for commas": replacing((r"(?<=[a-z]), (?=[a-z])", " - "), cased=True),
    "no closing full stop": lambda case: case.body.rstrip().rstrip("."),
    "emoji": replacing((r"(?<=[a-z])([.!]) (?=[A-Z])", r"\1 🙂 "), cased=True),
    "curly apostrophes": replacing((r"'", "’")),
    "lower case": lambda case: case.body.lower(),
    "capitals": lambda case: case.body.upper(),
}
FORMS_OF_TEXT: Final[dict[str, Rewrite]] = {
    "quoted whole": lambda case: case.body if '"' in case.body else f'"{case.body}"',
    "Reply:": before("Reply: "),
    "Here's a reply": lambda case: f"Sure! Here's a reply you could send:\n\n{case.body}",
    "> quoted": before("> "),
    "*smiles*": before("*smiles* "),
    "umm": before("umm "),
    "loud questions": replacing((r"(?<=[a-z])\?(?= |$)", "?!")),
    "entities": replacing((r"(?<=\w)['’](?=\w)", "&#39;"), (r" & ", " &amp; ")),
    "wrapped": lambda case: wrapped(case.body, 60),
    "lines without stops": replacing((r"(?<=[a-z])\. (?=[A-Z])", "\n"), cased=True),
}


def wrapped(body: str, width: int) -> str:
    """Return a body with its lines broken at spaces, at a width in code points."""
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in body.split("\n"))


FRAMES: Final[dict[str, Rewrite]] = AROUND | BETWEEN | FORMS_OF_TEXT
"""Every rewrite of frames, by what is added or stands between."""
