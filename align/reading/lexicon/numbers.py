"""Numbers in words, and slang for numbers."""

from align.reading.cues import NUMBER_WORD

WORDS: dict[int, str] = {
    NUMBER_WORD: (
        "zero oh nought one two three four five six seven eight nine ten eleven twelve thirteen"
        " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty"
        " sixty seventy eighty ninety hundred hundreds hundo hundy thousand million billion"
        " trillion lakh lakhs crore crores dozen half quarter quarters couple third thirds"
        " ½ ¼ ¾ ⅓ ⅔ single double triple"
    ),
}
