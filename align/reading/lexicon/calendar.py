"""Words of dates and clock times."""

from align.reading.cues import CALENDAR, CLOCK

WORDS: dict[int, str] = {
    CLOCK: (
        "am pm a.m p.m noon midday midnight o'clock oclock past morning mornings afternoon"
        " afternoons evening evenings tonight tonite 2nite lunchtime lunch breakfast dinnertime"
        " ish sharp half quarter"
    ),
    CALENDAR: (
        "today tonight tonite tomorrow tmrw tmr tomo 2moro tomorow yesterday monday mon tuesday"
        " tue tues wednesday weds thursday thu thur thurs friday fri saturday sunday"
        " mondays tuesdays wednesdays thursdays fridays saturdays sundays january jan february"
        " feb march mar april apr may june jun july jul august aug september sept october oct"
        " november nov december dec week weeks weekend weekends wknd month fortnight next now"
        " currently st nd rd th sat sun wed"
    ),
}
