"""Currencies: symbols, codes, names and slang, and which ISO 4217 codes each can mean."""

from __future__ import annotations

from typing import Final, NamedTuple

from align.reading.lexicon.money import NO_CENTS

_CODES: Final = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
BYR BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD
FKP GBP GEL GGP GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS IMP INR IQD IRR ISK JEP JMD
JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK
MNT MOP MRO MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS
TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VEF VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
ZWL ATS BEF CYP DEM EEK ESP FIM FRF GRD IEP ITL LUF MTL NLG PTE SIT SKK BTC ETH XRP USDT USDC
"""
_SIMPLE: Final = """
EUR: € euro euros eur
JPY: yen 円
CNY: yuan renminbi rmb kuai 元 人民币
INR: ₹
RUB: ₽ ruble rubles rouble roubles
KRW: ₩
TRY: ₺ tl
VND: ₫ đ dong vnđ
ILS: ₪ shekel shekels nis
UAH: ₴ hryvnia hryvnias
PHP: ₱
THB: ฿ baht
NGN: ₦ naira
CRC: ₡ colones
GEL: ₾ lari
LAK: ₭
PYG: ₲ guarani guaranies
KZT: ₸ tenge
MNT: ₮ tugrik tugriks
AZN: ₼
AMD: ֏
BDT: ৳ taka
KHR: ៛ riel riels
GHS: ₵ cedi cedis gh₵
KES: ksh kshs
UGX: ush ushs
TZS: tsh tshs
BWP: pula
MMK: kyat kyats
GMD: dalasi dalasis
AOA: kwanza kwanzas
BTC: ₿ bitcoin bitcoins
PLN: zł zl zloty zlotys zlotych złoty
CZK: kč koruna korun koruny
HUF: forint forints
BRL: reais
ZAR: rand rands
MYR: ringgit ringgits
IDR: rupiah rupiahs
BGN: lev leva
HRK: kuna kunas
ESP: peseta pesetas
FIM: markka markkas
PTE: escudo escudos
GRD: drachma drachmas
NLG: guilder guilders
ATS: schilling schillings
ITL: lire
ETB: birr
GBP: quid sterling stg
CHF: sfr
"""
_FITS: Final = """
$: USD CAD AUD NZD SGD HKD MXN TWD BSD BBD BMD BND BZD KYD XCD FJD GYD JMD LRD NAD SBD SRD TTD ARS CLP COP CUP DOP UYU
£: GBP GIP FKP SHP GGP IMP JEP EGP LBP SYP SDG SSP
franc: CHF FRF BEF LUF XAF XOF XPF RWF BIF DJF GNF KMF CDF
peso: MXN ARS CLP COP CUP DOP PHP UYU
rupee: INR PKR LKR NPR MUR SCR
kr: SEK NOK DKK ISK EEK
dinar: KWD BHD IQD JOD LYD RSD TND DZD MKD
dirham: AED MAD
riyal: SAR QAR YER OMR IRR
shilling: KES TZS UGX SOS
lira: TRY ITL
mark: DEM FIM BAM
real: BRL
lei: RON MDL
won: KRW KPW
kwacha: ZMW MWK
¥: JPY CNY
penny: GBP
cent: USD CAD AUD NZD EUR SGD HKD ZAR
manat: AZN TMT
leu: RON MDL
"""
_NATIONS: Final = """
dollar: us=USD u.s=USD american=USD usa=USD canadian=CAD canada=CAD australian=AUD aussie=AUD zealand=NZD
 kiwi=NZD kong=HKD singapore=SGD taiwan=TWD taiwanese=TWD jamaican=JMD bahamian=BSD barbados=BBD
 barbadian=BBD belize=BZD bermuda=BMD brunei=BND caribbean=XCD fijian=FJD fiji=FJD guyanese=GYD
 guyana=GYD liberian=LRD namibian=NAD namibia=NAD trinidad=TTD tobago=TTD surinamese=SRD zimbabwean=ZWL
 cayman=KYD
pound: british=GBP uk=GBP english=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG irish=IEP cypriot=CYP
 gibraltar=GIP falkland=FKP scottish=GBP
franc: swiss=CHF french=FRF belgian=BEF luxembourg=LUF cfa=CFA congolese=CDF rwandan=RWF guinean=GNF
 burundian=BIF djiboutian=DJF comorian=KMF pacific=XPF
peso: mexican=MXN argentine=ARS argentinian=ARS chilean=CLP colombian=COP cuban=CUP dominican=DOP
 philippine=PHP filipino=PHP uruguayan=UYU
rupee: indian=INR pakistani=PKR pakistan=PKR lankan=LKR nepalese=NPR nepali=NPR mauritian=MUR
 mauritius=MUR seychelles=SCR
kr: swedish=SEK norwegian=NOK danish=DKK icelandic=ISK estonian=EEK
dinar: kuwaiti=KWD bahraini=BHD iraqi=IQD jordanian=JOD libyan=LYD serbian=RSD tunisian=TND algerian=DZD
 macedonian=MKD
dirham: uae=AED emirati=AED emirates=AED moroccan=MAD
riyal: saudi=SAR qatari=QAR yemeni=YER omani=OMR iranian=IRR
shilling: kenyan=KES kenya=KES tanzanian=TZS tanzania=TZS ugandan=UGX uganda=UGX somali=SOS
lira: turkish=TRY italian=ITL
mark: german=DEM deutsche=DEM finnish=FIM bosnian=BAM
real: brazilian=BRL brazil=BRL
won: korean=KRW korea=KRW
lei: romanian=RON moldovan=MDL
manat: azerbaijani=AZN azerbaijan=AZN turkmen=TMT turkmenistan=TMT
CNY: chinese=CNY
JPY: japanese=JPY
HUF: hungarian=HUF
PLN: polish=PLN
CZK: czech=CZK
THB: thai=THB thailand=THB
NLG: dutch=NLG
ESP: spanish=ESP
FIM: finnish=FIM
ZAR: african=ZAR
ILS: israeli=ILS
IDR: indonesian=IDR indonesia=IDR
MYR: malaysian=MYR malaysia=MYR
VND: vietnamese=VND vietnam=VND
RUB: russian=RUB
UAH: ukrainian=UAH
BRL: brazilian=BRL
PTE: portuguese=PTE
GRD: greek=GRD
ATS: austrian=ATS
NGN: nigerian=NGN nigeria=NGN
GHS: ghanaian=GHS ghana=GHS
"""
_PREFIXES: Final = """
us=USD usd=USD u.s=USD c=CAD ca=CAD can=CAD cad=CAD cdn=CAD a=AUD au=AUD aud=AUD aus=AUD nz=NZD nzd=NZD hk=HKD
hkd=HKD s=SGD sg=SGD sgd=SGD nt=TWD ntd=TWD twd=TWD mx=MXN mex=MXN mxn=MXN r=BRL brl=BRL bz=BZD rd=DOP j=JMD
jmd=JMD tt=TTD mop=MOP cuc=CUC gy=GYD bb=BBD bds=BBD ec=XCD fj=FJD nad=NAD ar=ARS cl=CLP co=COP uy=UYU
b=$ g=$ t=$ z=$ l=$
"""


class Mark(NamedTuple):
    """A currency mark as written: ISO code where it is fixed, its family, its factor.

    `symbol` is the family that `fits` knows ("$", "£", "kr") or the mark itself, and empty
    for the dash for no cents, which marks an amount of any currency;
    `factor` multiplies the amount ("MUSD" counts millions).
    """

    currency: str | None
    symbol: str
    factor: int = 1


CODES: Final = frozenset(_CODES.split())
_FAMILY_WORDS: Final = {
    "$": "$ dollar dollars buck bucks loonie loonies",
    "£": "£ pound pounds",
    "franc": "franc francs fcfa cfa",
    "peso": "peso pesos",
    "rupee": "rupee rupees rs ₨",
    "kr": "kr krona kronor kroner krone kronur",
    "dinar": "dinar dinars",
    "dirham": "dirham dirhams",
    "riyal": "riyal riyals rial rials ﷼",
    "shilling": "shilling shillings",
    "lira": "lira liras",
    "lei": "lei leu",
    "won": "won",
    "kwacha": "kwacha",
    "¥": "¥ ￥",
    "penny": "pence penny pennies",
    "cent": "cent cents ¢",
    "manat": "manat manats",
    "satoshi": "satoshi satoshis",
}
_SPELLED_EXACTLY: Final = (
    "Rp=IDR RM=MYR Fr=CHF Ft=HUF Br=Br KM=KM FBu=FBu BD=BD CFA=CFA FCFA=FCFA kn=kn Fdj=Fdj Nfk=Nfk KD=KWD"
    " LD=LD MK=MK Rf=Rf UM=UM Db=Db TSh=TZS KSh=KES USh=UGX DT=DT VT=VT Bs=Bs ZK=ZK FG=FG Lek=Lek Nu=Nu"
    " ƒ=ƒ ؋=؋ ₣=₣ ₶=₶ B/=B/. S/=S/. Kc=CZK zl=PLN Zl=PLN ZL=PLN KC=CZK kc=CZK zt=PLN SFr=CHF Dh=Dh Dhs=Dhs"
    " Esc=Esc NT=TWD GH₵=GHS G$=G$ d=VND Lei=lei LEI=lei R=ZAR KČ=CZK"
)
"""Marks that are too short, or too like units and words, to be read in running text: they
count only in a text that holds nothing but an amount, spelled exactly so."""
WORDLIKE: Final = frozenset(
    "all amd ang bam bob cop cuc cup dem eth esp gel imp lak mad mop pen ron sar sit sos std top try yer".split()
)
"""Codes that are also words or names: they count only in capitals."""


def _pairs(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in text.strip("\n").split("\n"):
        if line.startswith(" "):
            found[-1][1].extend(line.split())
        elif line:
            head, _, tail = line.partition(": ")
            found.append((head, tail.split()))
    return found


def _marks() -> dict[str, Mark]:
    table: dict[str, Mark] = {}
    table[NO_CENTS] = Mark(None, "")
    for code in CODES:
        table[code.lower()] = Mark(code, code)
        if len(code) == 3:
            table["m" + code.lower()] = Mark(code, code, 1_000_000)
    for family, words in _FAMILY_WORDS.items():
        for word in words.split():
            table[word] = Mark(None, family)
    for code, names in _pairs(_SIMPLE):
        for name in names:
            table[name] = Mark(code, name)
    return table


MARKS: Final = _marks()
"""Single-word marks, folded and in lower case."""
NEEDS_CAPITALS: Final = WORDLIKE | frozenset(word for word, mark in MARKS.items() if mark.factor > 1)
"""Marks that count only in capitals; all others count in any case, like what they disguise."""
FITS: Final = {head: frozenset(codes) for head, codes in _pairs(_FITS)}
"""The codes that a mark without a fixed currency can stand for."""
NATIONS: Final = {
    (head, nation): code
    for head, words in _pairs(_NATIONS)
    for nation, _, code in (w.partition("=") for w in words)
}
"""(family or code, nation's word) to ISO code: "hong kong dollars", "swiss francs"."""
NATIONS_OF_TWO: Final = frozenset("hong new sri south north saint trinidad".split())
"""The first words of nations with two: "hong kong dollars"."""
NATION_WORDS: Final = frozenset(nation for _, nation in NATIONS) | NATIONS_OF_TWO
DOLLAR_PREFIXES: Final = {prefix: code for prefix, _, code in (w.partition("=") for w in _PREFIXES.split())}
"""What stands before "$" in "US$", "C$", "NT$"."""
TAG_MARKS: Final = {
    word: Mark(code if len(code) == 3 and code in CODES else None, code)
    for word, _, code in (w.partition("=") for w in _SPELLED_EXACTLY.split())
}

PREFIX_MARKS: Final = {
    "r": Mark("ZAR", "R"),
    "rm": Mark("MYR", "RM"),
    "rp": Mark("IDR", "Rp"),
    "fr": Mark("CHF", "Fr"),
    "kr": Mark(None, "kr"),
}
"""Marks that count in running text where they touch the digits behind them: "R950"."""


def fits(currency: str | None, symbol: str | None, card: str) -> bool:
    """True when a mark can mean the card's currency; an unknown mark always can."""
    if currency is not None:
        return currency == card
    if not symbol:
        return True
    known = FITS.get(symbol)
    return known is None or card in known
