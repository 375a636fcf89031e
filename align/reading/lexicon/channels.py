"""Ways to talk that are not text: calls, video, voice notes, other apps."""

from align.reading.cues import CHANNEL

WORDS: dict[int, str] = {
    CHANNEL: (
        "call calls called calling ring ringing bell buzz tinkle jingle dial phone phoning telephone "
        "telephonic blower video videocall videocalls"
        " videochat vid voice voicenote voicenotes voicey voicies voicemail voicemails vn vns vm vms audio "
        "face facetime zoom skype"
        " teams meet hangouts duo watsapp wotsapp whatsapps groupme kakaotalk kakao zalo threema botim "
        "voxer webex jitsi gchat qq whatsapp whatsap wa telegram tg signal viber wechat line kik messenger "
        "imessage"
        " snapchat snap discord slack gmeet instagram insta gram ig facebook fb tiktok twitter linkedin threads "
        "dm dms pm inbox app"
        " email emails emailing emailed e-mail mail try cal cll speak talk chat online screen camera "
        "internet webcam rings phones flash beep pick rang phoned"
    ),
    # words of proposals, so that a disguise of them is undone
    0: "message messages messaging msg reach contact text txt note notes ping add google microsoft",
}
