"""Words of everyday speech that the word list lacks, and that are no slips of others.

The word list (align/data) is of written English. These are said and texted from Scotland to
Singapore: "the missus", "a smoko", "no wahala". Not each of them has to be here, only those
that a slip away from a common word would be taken for it, and their like.
"""

from typing import Final

COLLOQUIAL: Final = frozenset(
    "kindy lis fash missus missis fella fellas oul auld bairn lassie bottlo smoko servo arvo arvos "
    "brekkie rellie rellies tradie postie munted"
    " arre arrey accha achha haan theek beta didi yaar timepass servus moin prego danke bitte merci "
    "coucou gezellig hola porfa"
    " wahala abeg oga una wetin shey abi sef eish yebo lekker braai bakkie howzit boet takkies naartjie "
    "tannie"
    " kopi shiok alamak aiyo aiyah bojio chope jialat paiseh sian walao craic slainte gaffer gaffs "
    "minging dreich"
    " blether wean weans mardy snicket ginnel nowt owt summat cuppa biccy telly hubby footy footie "
    "bevvy bevvies choccy chippie"
    " sparky ambo sanga snag togs jandals hoagie jawn".split()
)
