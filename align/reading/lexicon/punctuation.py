"""Marks that end sentences and clauses, and brackets that open placeholders."""

from align.reading.cues import COMMA, CONTACT_WORD, PLACEHOLDER, QUESTION, SENTENCE_END

WORDS: dict[int, str] = {
    SENTENCE_END: ". ! ; … \n",
    SENTENCE_END | QUESTION: "?",
    COMMA: ", : ( ) — -",
    PLACEHOLDER: "{ [ <",
    CONTACT_WORD: "@",
}
