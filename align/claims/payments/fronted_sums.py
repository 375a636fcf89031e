"""The sum that stands before who hands it over: "fees you can give at the end", "the remaining €252 your dad can …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_SIGN: Final = r"(?:[$£€¥₹₦₱₺₵฿₫₩₪₴₽]|(?:s|au|ca|nz|hk|nt|r) \$|gh ₵|rm?|rs|k?sh|chf) ?"
_FIGURE: Final = r"\d[\d.,]*(?: \d{3})*"
_SUM: Final = (
    rf"(?:{_SIGN}{_FIGURE}|\b(?:remaining|other|last|final|outstanding) {_FIGURE}(?: (?:euros?|quid|pounds|dollars|bucks))?"
    r"|\b(?:fees?|money|cash|balance|payment|amount|remainder|rest|(?<!first )(?<!second )half))"
    r"(?: (?:of it|amount|due|outstanding|(?:that's|that is|which is) (?:left|due|owed|outstanding)|you (?:still )?owe))?"
    r"(?: ,)?"
)
_KIN: Final = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|sister|brother|mum|mom|mam|mother|dad|father"
    r"|son|daughter|aunt|uncle|cousin|friend|mate|boss|assistant|pa|manager|planner|maid of honour|best man"
    r"|host|hostess|in ?- ?laws?|guests?|housemate|flatmate|roommate|colleague|secretary|office)"
)
_PAYER: Final = (
    rf"(?:(?:your|his|her|their|the) (?:[\w-]+ )?{_KIN}|he|she|they|someone|somebody|anyone|everyone"
    r"|(?:one|either|any) of you|the (?:two|three|four|others) of you|whoever(?: [\w'-]+){1,3}?)"
)
_MAY: Final = r"(?:'ll|'d| can| could| may| might| should| will|(?: is|'s| are|'re) welcome to)"
_ADVERB: Final = r"(?: (?:just|always|also|usually|only|then|even|\w+ly))?"
_FRONTED: Final = re.compile(
    rf"{_SUM} (?:(?:you|u|ye|ya)(?: (?:can|could|may|should|will))?"
    rf"|(?P<takes>i|we|i'll|we'll|i can|i'd)|{_PAYER}{_MAY}){_ADVERB} \Z"
)
_REACH: Final = 14
"""Words before a verb of handing over that the sum, who pays and a modal take up."""


def fronted_sum(reading: Reading, index: int) -> re.Match[str] | None:
    """Return the sum before the verb at `index` and who hands it over, or takes it: the group `takes`."""
    at = reading.line_at
    first = max(reading.sentence(index)[0], index - _REACH)
    return _FRONTED.search(reading.line, at[first], at[index])
