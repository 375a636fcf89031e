"""Form that says nothing: emphasis, list marks, dashes, line ends, pictures and missing spaces."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary

VOCABULARY = Vocabulary({"airbrush": 0})


def _line(body: str) -> str:
    return Reading(body, VOCABULARY).line


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("**Call me** at *six*.", "call me at six ."),
        ("__Call__ _me_ `now`", "call me now"),
        ("**Price:** $180", "price : $ 180"),
        ("2 * 3", "2 * 3"),
        ("a*b", "a * b"),
        ("don`t", "don't"),
        (r"It's \$150\!", "it's $ 150 !"),
        (r"C:\dir", "c : \\ dir"),
        ("for ~90 minutes", "for 90 minutes"),
        ("*smiles* Call me", "call me"),
        ("Call me *laughs out loud*", "call me"),
        ("*Files* are yours", "files are yours"),
        ("*nods call me tonight*", "nods call me tonight"),
        ("> Call me", "call me"),
        ("- Call me", "call me"),
        ("What?! No", "what ? no"),
        ("@_anna_ and me_too_", "@_anna_ and me _ too _"),
        ("- one\n- two", "one \n two"),
        ("• one\n• two", "one \n two"),
        ("## Prices\nnone", "prices \n none"),
        ("1. one\n2. two", "one \n two"),
        ("1) one\n2) two", "one \n two"),
        ("on\n26. November", "on \n 26 . november"),
        ("Perfect - see you", "perfect , see you"),
        ("Perfect — see you", "perfect , see you"),
        ("Perfect—see you", "perfect , see you"),
        ("Friday - Sunday", "friday - sunday"),
        ("10 - 12", "10 - 12"),
        ("Perfect 🙂 see you", "perfect . see you"),
        ("Perfect 👍 see you", "perfect 👍 see you"),
        ("no 📞 phone calls", "no 📞 phone calls"),
        ("no 🙂 call me", "no . call me"),
        ("see you 🙂", "see you 🙂"),
        ("A wig?\nNo.\n\nBye", "a wig ? no . bye"),
        ("Hi Anna\nc@ll me", "hi anna \n call me"),
        ("yes,c@ll me", "yes , call me"),
        ("1,200 now", "1,200 now"),
        ("fortyfive or thirtyfirst", "forty five or thirty first"),
        ("me & you @ the studio w/ Tom", "me and you at the studio with tom"),
        ("1k8 or 2k2", "1800 or 2200"),
        ("2k 2 people", "2 k 2 people"),
        ("it's 8 5 an hour", "it's 85 an hour"),
    ],
)
def test_reads_as(body: str, line: str) -> None:
    assert _line(body) == line


@pytest.mark.parametrize(
    ("body", "word", "text"),
    [
        ("**Call** me", "call", "Call"),
        ("- one\n- two", "two", "two"),
        ("yes,c@ll me", "call", "c@ll"),
        ("Okay.\nFine—ca11 me", "call", "ca11"),
        ("“**Call**” me", "call", "Call"),
        ("Perfect - see you", ",", "-"),
    ],
)
def test_words_know_their_text(body: str, word: str, text: str) -> None:
    reading = Reading(body, VOCABULARY)
    at = reading.words.index(word)
    assert reading.text(at, at + 1) == text
