"""Words of street addresses, units and entry codes."""

from align.reading.cues import STREET

WORDS: dict[int, str] = {
    STREET: (
        "street st road rd avenue ave av boulevard blvd lane ln drive dr court ct place pl terrace terr way "
        "square sq"
        " crescent cres close row parade highway hwy mews grove gardens gdns parkway pkwy walk hill park "
        "green circle"
        " cir loop trail path quay wharf rise view brow vale yard plaza promenade arcade alley pike heights "
        "point bend"
        " cottages villas circus strand broadway wynd ridge crossing vista paddock paddocks meadow meadows "
        "fields mount manor mansions haven croft estate towers embankment esplanade expressway expwy expy "
        "freeway fwy turnpike unit flat apt apartment"
        " suite ste floor level buzzer buzz bell gate code codes keysafe lockbox keybox keypad safe box "
        "passcode combo"
        " combination door pin building house number shop studio room calle carrer viale avenida rue rua "
        "strasse plot erf villa blk enclave residency layout nagar colony society apartments chambers"
        " cove glen hollow knoll bluff dell dale copse spinney garth orchard shores passage landing fold chase"
        " glade mead dene lea leas maltings moorings parkside precinct wynde ropewalk"
        " lock padlock panel lobby intercom entrance arch bay pod cabin stall kiosk chalet berth mooring"
    ),
    # parts of addresses that a typo's mending would turn into another word
    0: "chome",
}
