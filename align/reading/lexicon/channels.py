"""Ways to talk that are not text: calls, video, voice notes, other apps."""

from align.reading.cues import CHANNEL

WORDS: dict[int, str] = {
    CHANNEL: (
        "call calls calling ring rings bell buzz phone phoning dial facetime zoom skype teams"
        " meet hangouts duo video videocall voice voicenote memo audio whatsapp telegram signal"
        " viber wechat line kik messenger snapchat snap discord slack instagram insta ig facebook"
        " fb dm dms inbox email emails e-mail mail shout blower chat tel"
    ),
}
