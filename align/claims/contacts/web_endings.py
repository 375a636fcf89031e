"""The endings of web addresses: those of countries, and the ones that people buy."""

from __future__ import annotations

from typing import Final

_COUNTRY_TLDS: Final = frozenset(
    "ac ad ae af ag ai al am ao ar as at au az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd"
    " ch ci cl cm cn co cr cu cv cy cz de dk do dz ec ee eg es et eu fi fj fm fo fr ga gd ge gg gh gi "
    "gl gm gr"
    " gt gy hk hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh kr kw ky kz la lb li lk "
    "lt lu lv"
    " ly ma mc md me mg mk ml mn mo mt mu mv mw mx my mz na ng ni nl no np nu nz om pa pe pg ph pk pl "
    "pr ps pt"
    " py qa re ro rs ru rw sa sc sd se sg sh si sk sl sm sn so sr st sv sy tc td tg th tj tl tm tn to "
    "tr tt tv"
    " tw tz ua ug uk us uy uz va vc ve vg vi vn vu ws ye za zm zw".split()
)
_TRADES: Final = frozenset(
    "accountant accountants actor adult apartments attorney auction autos band bargains bike bingo "
    " boats broker builders business cab camp capital cards career careers catering charity "
    " church cleaning clothing codes coffee college condos construction contractors cooking coupons"
    " courses cricket cruises dance dating deals degree delivery dentist diamonds diet directory discount"
    " doctor engineer engineering enterprises equipment estate expert farm fish fishing fit"
    " flights florist flowers football forsale foundation fund furniture gift gifts glass golf graphics"
    " guide guitars healthcare hockey holdings holiday horse hospital hosting immobilien industries"
    " institute investments jewelry kids kiwi land lease lighting limo luxury makeup management"
    " market marketing mba memorial mortgage movie organic partners parts party pharmacy pizza "
    " plumbing productions properties property racing realty recipes rehab rent rentals repair"
    " rodeo science security shoes shopping singles skin soccer solar storage stream supplies"
    " surf surgery tax taxi tennis theater theatre tickets tips tires tools tours town toys trading"
    " tube vacations ventures villas vision vodka voyage watches wine yachts".split()
)
"""Endings that name a trade or a thing, which are all words."""
_OTHERS: Final = frozenset(
    "abogado bayern bzh casa corsica cymru desi esq eus haus hiphop immo jetzt kaufen koeln"
    " lgbt llp ltda luxe maison moda ngo nrw ong onl physio qpon quebec reise reisen ruhr"
    " saarland sarl schule scot srl tienda tirol uno versicherung viajes vin vlaanderen wien"
    " zuerich".split()
)
TLDS: Final = (
    _COUNTRY_TLDS
    | _TRADES
    | _OTHERS
    | frozenset(
        "com net org edu gov mil int info biz name pro mobi asia coop aero jobs tel travel cat post arpa "
        "app dev xyz"
        " site online shop store club live page link blog bio art music studio photo photos photography "
        "gallery"
        " design work works agency company services solutions consulting coach fitness yoga health care "
        "clinic"
        " dental beauty salon hair spa style fashion boutique events wedding tattoo dog pet vet school "
        "academy"
        " education tutor training tech digital media email group team social community network world global"
        " international today top vip fun cool best example test local london berlin paris nyc amsterdam "
        "cloud space"
        " website web wiki zone center services support systems software guru life love one plus express "
        "direct"
        " rocks ninja family house garden kitchen cafe restaurant bar pub menu film video camera pics "
        "pictures ink"
        " contact bet chat game games news press review reviews sale trade loan money cash finance"
        " credit bank insurance legal law lawyer llc ltd inc gmbh".split()
    )
)
WORD_TLDS: Final = _TRADES | frozenset(
    "am as at be by co de do es et fm hr id ie im in is it la ma me mo mr ms my na no nu om one pa pm "
    "ps re so"
    " st to us va vi ye info name pro jobs tel travel cat post app site online shop store club live page link"
    " blog bio art music studio photo photos photography gallery design work works agency company services"
    " solutions consulting coach fitness yoga health care clinic dental beauty salon hair spa style fashion"
    " boutique events wedding tattoo dog pet vet school academy education tutor training tech digital media"
    " email group team social community network world global international today top vip fun cool best test"
    " local london berlin paris cloud space website web wiki zone center support systems software guru life"
    " love plus express direct rocks ninja family house garden kitchen cafe restaurant bar pub menu "
    "film video"
    " camera pics pictures ink contact bet chat game games news press review reviews sale trade loan "
    "money cash"
    " finance credit bank insurance legal law lawyer".split()
)
"""Endings that are words as well: "ok.so" is a missing space, not a link."""


def is_tld(label: str) -> bool:
    """Tell whether a label ends web addresses."""
    return label in TLDS
