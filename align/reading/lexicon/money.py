"""Currencies, their slang, and talk of prices."""

from align.reading.cues import CURRENCY, DISCOUNT, PRICE

WORDS: dict[int, str] = {
    CURRENCY: (
        "$ € £ ¥ ₹ ₽ ₩ ₺ ₫ ₪ ₴ ₱ ฿ ¢ dollar dollars euro euros pound pounds quid buck bucks grand"
        " usd eur gbp aud cad nzd chf sek nok dkk jpy cny inr zar sgd hkd mxn brl pln czk huf"
        " franc francs yen rupee rupees rand peso pesos krona kronor kroner cent cents pence penny"
        " tenner tenners fiver fivers benjamin benjamins benji benjis bill bills ton tons score pony"
        " monkey loonie toonie k"
    ),
    PRICE: (
        "price prices priced pricing rate rates charge charges charged charging cost costs costing"
        " fee fees deposit deposits retainer total totals balance remainder quote quoted special"
        " deal budget per flat each all-in worth much"
    ),
    DISCOUNT: (
        "% percent pct off discount discounted discounts free complimentary gratis half waive waived"
        " waiving skip cheaper less reduced bogo gift treat house no nothing charge charging price rates"
    ),
}
