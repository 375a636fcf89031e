"""Ordinary English words, and the words of chat.

`words.txt.z` holds lower-case dictionary words (SCOWL, American and British spelling):
no proper nouns, no single letters but `a`, `i` and `o`, letters without accents.
`common_words.txt.z` is SCOWL's two smallest sizes. `chat_words.txt` is kept by hand.
"""

from align.data.bundled import once, read_lines, read_text


@once
def load_dictionary_words() -> frozenset[str]:
    """Return the dictionary's words alone, with its contractions (`don't`)."""
    return frozenset(read_text("words.txt.z").split("\n"))


@once
def load_chat_words() -> frozenset[str]:
    """Return contractions, with and without apostrophe, and abbreviations of chat."""
    return frozenset(word for line in read_lines("chat_words.txt") for word in line.split())


@once
def load_words() -> frozenset[str]:
    """Return every word that an English text message holds: dictionary and chat."""
    return load_dictionary_words() | load_chat_words()


@once
def load_common_words() -> frozenset[str]:
    """Return the few thousand words that everybody uses, a part of the dictionary."""
    return frozenset(read_text("common_words.txt.z").split("\n"))
