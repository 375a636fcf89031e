"""Currencies, their slang, and talk of prices."""

from typing import Final

from align.reading.cues import CURRENCY, DISCOUNT, PRICE

NO_CENTS: Final = ",-"
"""The word that a reading makes of the dash for no cents, however it is joined: "60,-", "950:-"."""

WORDS: dict[int, str] = {
    CURRENCY: (
        "$ € £ ¥ ₹ ₽ ₩ ₺ ₫ ₪ ₴ ₱ ฿ ¢ dollar dollars euro euros pound pounds quid buck bucks grand"
        " usd eur gbp aud cad nzd chf sek nok dkk jpy cny inr zar sgd hkd mxn brl pln czk huf rmb yuan"
        " franc francs yen rupee rupees rand peso pesos krona kronor kroner krone kr cent cents pence penny "
        "pennies"
        " aed dhs dirham dirhams kes ksh kshs shilling shillings ngn naira ghs cedi cedis egp ugx tzs rwf "
        "zmw bwp mur"
        " xaf xof thb baht php idr rupiah rupiahs myr ringgit ringgits rs pkr lkr npr bdt taka krw twd vnd ils"
        " shekel shekels qar bhd kwd omr jod riyal riyals rial rials dinar dinars zloty zlotych zlotys "
        "forint forints"
        " reais rands ruble rubles rouble roubles koruna hryvnia uah leu bgn rsd isk tenge renminbi ttd jmd "
        "bbd bsd clp ars uyu"
        " tenner tenners fiver fivers benjamin benjamins benji benjis bill bills ton tons score pony"
        f" monkey loonie toonie k {NO_CENTS}"
    ),
    PRICE: (
        "price prices priced pricing rate rates charge charges charged charging cost costs costing"
        " fee fees deposit deposits retainer total totals balance remainder quote quoted special"
        " deal budget per flat each all-in worth much"
    ),
    # names that no dictionary lists, kept from being taken for misspelt words
    0: (
        "american canadian australian aussie kiwi taiwanese jamaican bahamian bermudian caribbean fijian "
        "guyanese"
        " liberian namibian trinidadian surinamese zimbabwean british english egyptian lebanese syrian "
        "sudanese"
        " irish cypriot scottish swiss french belgian congolese rwandan mexican argentine argentinian chilean"
        " colombian cuban dominican philippine filipino uruguayan indian pakistani nepalese nepali mauritian"
        " swedish norwegian danish icelandic estonian kuwaiti bahraini iraqi jordanian libyan serbian "
        "tunisian"
        " algerian macedonian emirati moroccan saudi qatari yemeni omani iranian kenyan tanzanian ugandan "
        "somali"
        " turkish italian german finnish bosnian brazilian korean romanian moldovan azerbaijani chinese "
        "japanese"
        " hungarian polish czech thai dutch spanish israeli indonesian malaysian vietnamese russian ukrainian"
        " portuguese greek austrian nigerian ghanaian hong kong singapore zloty zlotych forint forints "
        "hryvnia"
        " ringgit ringgits rupiah shekel shekels markka baht naira dirham dirhams riyal riyals dinar dinars "
        "bitcoin"
        " bitcoins satoshi satoshis renminbi tenge paise paisa centavo centavos centimes rappen kobo "
        "pesewas groszy"
        " mln mio agorot kopeks kopecks kopiykas kopiyok satang stotinki"
    ),
    DISCOUNT: (
        "% percent pct cent pc off discount discounted discounts concession concessions rebate reduction "
        "buy foc cost costs whatever free complimentary gratis half quarter third fifth waive waived"
        " waiving skip cheaper less reduced bogo bogof gift treat house no nothing charge charging price "
        "rates"
        " prices rate match matching beat beating undercut honour honor honouring honoring paid paying pay "
        "pays charged"
        " charges quoted quoting quotes same"
    ),
}
