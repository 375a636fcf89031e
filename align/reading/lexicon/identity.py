"""Talk of being a machine."""

from align.reading.cues import IDENTITY

WORDS: dict[int, str] = {
    IDENTITY: (
        "ai a.i artificial assistant bot bots chatbot robot model llm gpt chatgpt automated automatic "
        "virtual language"
        " machine algorithm program programming training automation responder computer software human "
        "person openai anthropic generated"
        " programmed physical request cutoff developers"
    ),
}
