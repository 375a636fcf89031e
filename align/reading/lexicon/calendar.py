"""Words of dates and clock times, with the misspellings that one edit does not explain."""

from align.reading.cues import CALENDAR, CLOCK

ELSEWHERE = "aaj heute mamaya mamayang ngayon vandaag vandag bukas demain domani manana morgen"
"""Today and tomorrow in other tongues. No slip of an English word is taken for one of them."""

WORDS: dict[int, str] = {
    CLOCK: (
        "am pm a.m p.m noon midday midnight o'clock oclock clock past morning mornings mornin"
        " afternoon afternoons aft arvo arvos evening evenings eve evenin tonight tonite"
        " tonght night nite lunchtime lunch breakfast dinnertime teatime ish sharp half quarter"
        " pmish noonish middayish oneish twoish threeish fourish fiveish fivish sixish sevenish"
        " eightish nineish ninish tenish elevenish twelveish twelvish halfish hrs"
    ),
    CALENDAR: (
        "today tday tdy tonight tonite tonght tomorrow tmrw tmr tmw tmoro tomo tomoz tomos"
        " moro morow mrw mora morn tomorow tommorow tommorrow tomorro tomorrows morrow yesterday"
        " ystrdy monday mon tuesday tue tues wednesday weds wed wensday wendsday wednsday thursday"
        " thu thur thurs friday fri saturday sat sunday sun mondays tuesdays wednesdays thursdays"
        " fridays saturdays sundays weekday weekdays january jan february feb febuary march mar"
        " april apr may june jun july jul august aug september sept sep october oct november nov"
        " december dec day days week weeks wk weekend weekends wknd wkend month months fortnight"
        " year now currently st nd rd th"
        f" {ELSEWHERE}"
    ),
}
