"""Words of street addresses, units and entry codes."""

from align.reading.cues import STREET

WORDS: dict[int, str] = {
    STREET: (
        "street st road rd avenue ave av boulevard blvd lane ln drive dr court ct place pl terrace"
        " way square sq crescent close row parade highway hwy mews grove gardens unit flat apt"
        " apartment suite ste floor buzzer buzz bell gate code keysafe lockbox door pin building"
        " house number"
    ),
}
