import unicodedata

import pytest

from align.data.confusables import load_confusables, load_look_alike_scripts, load_regional

SEEN = {
    "Cyrillic small letters": ("асеорхуіјѕһԁԛԝ", "aceopxyijshdqw"),
    "Cyrillic capitals": ("АВЕІЅМНОРСТХ", "ABEISMHOPCTX"),
    "Cyrillic letters that look like small capitals": ("внкмт", "bhkmt"),
    "Cyrillic letters with marks": ("ёї", "ei"),
    "Cyrillic digits": ("Зб", "36"),
    "Greek small letters": ("αονρτυικεωχη", "aovptuikewxn"),
    "Greek capitals": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    "Greek letters with accents": ("άόί", "aoi"),
    "Armenian": ("օսհց", "ouhg"),
    "Cherokee": ("ᎪᏴᏟᎠᎬ", "ABCDE"),
    "Lisu": ("ꓐꓑꓓꓔꓖꓲ", "BPDTGI"),
    "Coptic": ("ⲟⲥⲢⲒ", "ocPI"),
    "small capitals": ("ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    "phonetic letters": ("ɑɡıɩʃɛəɔ", "agiiseec"),
    "letters with strokes and hooks": ("øłđħŧɓɖƙ", "oldhtbdk"),
    "negative squared": ("🅲🅰🅻🅻", "CALL"),
    "negative circled": ("🅒🅐🅛🅛", "CALL"),
    "negative circled digits": ("❶❷❸⓿", "1230"),
    "other digits": ("٣०๗〇", "3070"),
    "a digit that looks like another": ("৪", "8"),
    "quotes and dashes": ("’“”–−", '\'""--'),
}


@pytest.mark.parametrize("case", SEEN)
def test_what_a_reader_sees(case: str) -> None:
    disguised, plain = SEEN[case]
    table = load_confusables()
    assert "".join(table.get(char, "?") for char in disguised) == plain


@pytest.mark.parametrize(("emoji", "text"), [("🆗", "OK"), ("🆓", "FREE"), ("🔟", "10")])
def test_emoji_that_are_words(emoji: str, text: str) -> None:
    assert load_confusables()[emoji] == text


@pytest.mark.parametrize("char", list("жшщюяЫЮйλ中あ한€£₹é①ℂＡ\u200b\u0301 aA1"))
def test_what_looks_like_nothing_or_is_left_to_normalising(char: str) -> None:
    assert char not in load_confusables()


def test_every_row_is_one_foreign_character_and_visible_ascii() -> None:
    for char, plain in load_confusables().items():
        assert len(char) == 1
        assert not char.isascii()
        assert plain.isascii()
        assert plain.isprintable()
        assert plain.strip() == plain != ""


def test_digits_of_every_script_give_digits() -> None:
    digits = {c: p for c, p in load_confusables().items() if unicodedata.decimal(c, None) is not None}
    assert len(digits) > 500
    assert all(len(p) == 1 and p.isdigit() for p in digits.values())


@pytest.mark.parametrize(
    ("char", "script"),
    [("а", "cyrillic"), ("ο", "greek"), ("օ", "armenian"), ("Ꭺ", "cherokee"), ("ꓐ", "lisu"), ("ⲟ", "coptic")],
)
def test_scripts(char: str, script: str) -> None:
    assert load_look_alike_scripts()[char] == script


@pytest.mark.parametrize("char", list("ᴀøı🅲❶–"))
def test_latin_letters_and_symbols_have_no_script(char: str) -> None:
    assert char not in load_look_alike_scripts()


def test_scripts_are_of_characters_in_the_table() -> None:
    assert load_look_alike_scripts().keys() <= load_confusables().keys()


def test_regional_indicators() -> None:
    table = load_regional()
    assert "".join(table[c] for c in "🇨🇦🇱🇱") == "CALL"
    assert len(table) == 26
    assert not table.keys() & load_confusables().keys()


@pytest.mark.parametrize("load", [load_confusables, load_look_alike_scripts, load_regional])
def test_a_table_is_loaded_once_and_cannot_change(load: object) -> None:
    assert callable(load)
    assert load() is load()
    with pytest.raises(TypeError):
        load()["x"] = "y"
