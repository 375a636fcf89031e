"""How a stance is decided: negation, verdicts, concessions, quotations, the past, questions."""
