"""Ways to talk that are not text: calls, video, voice notes, other apps."""

from align.reading.cues import CHANNEL

WORDS: dict[int, str] = {
    CHANNEL: (
        "call calls called calling ring ringing bell buzz tinkle dial phone phoning telephone blower video videocall videocalls"
        " videochat vid voice voicenote voicenotes voicey voicies voicemail voicemails vn vns audio facetime zoom skype"
        " teams meet hangouts duo whatsapp whatsap wa telegram tg signal viber wechat line kik messenger imessage"
        " snapchat snap discord slack gmeet instagram insta ig facebook fb tiktok twitter linkedin threads dm dms inbox app"
        " email emails emailing e-mail mail"
    ),
    # words of proposals, so that a disguise of them is undone
    0: "message messages messaging msg reach contact chat text txt note notes ping google microsoft",
}
