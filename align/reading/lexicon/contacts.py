"""Words around contacts: spelled-out addresses, handles and payment ids."""

from align.reading.cues import CONTACT_WORD

WORDS: dict[int, str] = {
    CONTACT_WORD: (
        "dot slash underscore dash hyphen number numbers line cell mobile phone handle insta"
        " instagram ig tiktok twitter facebook fb snapchat snap link links website site page"
        " url venmo cashapp zelle paypal payid revolut iban email e-mail mail"
    ),
}
