"""Talk of being a machine."""

from align.reading.cues import IDENTITY

WORDS: dict[int, str] = {
    IDENTITY: (
        "ai a.i artificial assistant bot chatbot robot model llm gpt chatgpt automated virtual"
        " language machine algorithm program"
    ),
}
