import pytest

from align.data.names import load_given_names, load_proper_names
from align.data.words import load_chat_words, load_common_words, load_dictionary_words, load_words

ORDINARY = (
    "a i the reading nice bath mobile march most same police orange split bar call price colour color"
    " organise organize cafe fiance naive deposit massage hotel booking tomorrow eighty hundred selfie"
    " emoji don't isn't they're"
).split()
NOT_IN_THE_DICTIONARY = (
    "london nancy paris jordan austin florence sydney chelsea lincoln madison jackson brooklyn b c x"
    " ii iii iv viii xii kg km cm u ur tmrw wassup fo'c'sle call's zzz qwerty1"
).split()
LOADERS = (
    load_words,
    load_chat_words,
    load_common_words,
    load_dictionary_words,
    load_given_names,
    load_proper_names,
)
CHAT = (
    "u ur tmrw thx gonna wanna lol pls cos cuz ok okay hiya yep yup nope xx dont cant i'm im whatsapp"
    " facetime".split()
)
NAMES = (
    "mary james nancy jordan austin florence charlotte sydney chelsea victoria jack will grace rose"
    " alfie callum isla freya aoife saoirse priya mohammed brooklyn jo ed"
).split()
NOT_NAMES = "the so see many my numbers season manchester texas o'neil Mary an in".split()


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_words_are_in_the_dictionary(word: str) -> None:
    assert word in load_dictionary_words()
    assert word in load_words()


@pytest.mark.parametrize("word", NOT_IN_THE_DICTIONARY)
def test_names_symbols_and_chat_are_not(word: str) -> None:
    assert word not in load_dictionary_words()


@pytest.mark.parametrize("word", CHAT)
def test_words_of_chat_are_words(word: str) -> None:
    assert word in load_chat_words()
    assert word in load_words()


@pytest.mark.parametrize("name", NAMES)
def test_given_names(name: str) -> None:
    assert name in load_given_names()


@pytest.mark.parametrize("word", NOT_NAMES)
def test_words_and_places_are_no_given_names(word: str) -> None:
    assert word not in load_given_names()


def test_the_lists_have_their_expected_sizes() -> None:
    assert 60_000 < len(load_dictionary_words()) < 70_000
    assert 4_000 < len(load_given_names()) < 6_000
    assert 11_000 < len(load_common_words()) < 13_000
    assert 10_000 < len(load_proper_names()) < 16_000


@pytest.mark.parametrize("word", ["the", "after", "lesson", "empty", "colour", "color"])
def test_common_words(word: str) -> None:
    assert word in load_common_words()
    assert word in load_dictionary_words()


def test_common_words_are_a_part_of_the_dictionary() -> None:
    assert load_common_words() <= load_dictionary_words()


@pytest.mark.parametrize("name", ["holmes", "weber", "moreland", "goodman", "chopin", "pisces"])
def test_proper_names(name: str) -> None:
    assert name in load_proper_names()


def test_proper_names_are_no_words() -> None:
    assert load_proper_names().isdisjoint(load_words())


@pytest.mark.parametrize("load", LOADERS)
def test_every_entry_is_folded(load: object) -> None:
    assert callable(load)
    odd = [
        w
        for w in load()
        if not w.isascii() or w != w.lower() or not w.replace("'", "").replace("-", "").isalnum()
    ]
    assert odd == []


@pytest.mark.parametrize("load", LOADERS)
def test_a_list_is_loaded_once_and_cannot_change(load: object) -> None:
    assert callable(load)
    assert load() is load()
    assert isinstance(load(), frozenset)
