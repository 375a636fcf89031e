"""Words of paying and its timing."""

from align.reading.cues import PAYMENT

WORDS: dict[int, str] = {
    PAYMENT: (
        "pay pays paying paid payment payments settle settled settling square squared money cash"
        " transfer venmo zelle paypal revolut card invoice bill owe owed balance deposit sort"
        " sorted cough fork remainder rest due"
    ),
}
