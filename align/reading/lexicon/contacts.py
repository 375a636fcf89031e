"""Words around contacts: spelled-out addresses, handles and payment ids."""

from align.reading.cues import CONTACT_WORD

WORDS: dict[int, str] = {
    CONTACT_WORD: (
        "dot com slash underscore dash hyphen handle handles username insta instagram ig tiktok twitter "
        "facebook fb"
        " snapchat snap telegram wechat kik skype threads youtube pinterest linkedin discord venmo cashapp "
        "cashtag app"
        " zelle paypal payid revolut bizum monzo upi pix swish paynow gcash mpesa gpay paytm gmail hotmail"
        " outlook yahoo icloud protonmail aol btinternet line kakao kakaotalk viber zalo signal"
    ),
    # words that owners and labels are made of; they open no room of their own
    0: "number numbers cell mobile website site page url link links",
}
