"""Words of travelling to a client and of hosting one."""

from align.reading.cues import MOVE, PREMISES

WORDS: dict[int, str] = {
    MOVE: (
        "come comes coming came travel travels travelling traveling visit visits visiting host"
        " arrive hosts hosting swing pop drop drive driving head roll duck enter land pass"
        " stroll wander step run ride cycle nip trek trip over round around"
        " mobile incall outcall incalls outcalls welcome meet bring go call calling stop ring knock"
    ),
    PREMISES: (
        "studio studios house place home homes venue office hotel apartment flat mine yours shop"
        " salon room kitchen door condo airbnb garden school workplace site location base"
        " boardroom lounge garage workshop clinic practice wedding party receive chair walk buzz table"
        " space balcony villa cabin cottage loft suite barn yard backyard basement den rental chalet patio "
        "porch"
    ),
}
