"""Sentences to set a violation into: who says it, and whether the professional does.

`GONE` are frames after which nobody takes it as said or offered by the professional; `STAYS` look like them and leave
it said. A frame holds `{q}`, the sentence as typed; `{s}`, the same as a clause; or `{b}`, the clause told of the past.
"""

from __future__ import annotations

from typing import Final, NamedTuple

_KNOWN: Final = frozenset(("address_before_lock", "handle_not_in_facts", "price_in_writing"))
"""What is told by being said at all: "I was wrong to say my door is number 4" may still give it away."""
_ADDRESS: Final = frozenset(("address_before_lock",))


class Frame(NamedTuple):
    """A sentence around a violation, and the rules that it leaves open."""

    text: str
    open: frozenset[str] = frozenset()


def _frames(text: str, left_open: frozenset[str] = frozenset()) -> tuple[Frame, ...]:
    return tuple(Frame(line.strip(), left_open) for line in text.strip().splitlines())


IMPOSTORS: Final = _frames("""
    Someone pretending to be me is texting people "{q}", please ignore it.
    There's a fake account sending "{q}" to my clients. It isn't me.
    If you get a message saying "{q}", don't reply, it's a scam.
    Did somebody text you "{q}"? That wasn't me.
    That "{q}" message didn't come from me.
    A scammer with my photos is writing to people: "{q}". Please report it if you get one.
    Somebody is going round pretending to be me and telling people {s}.
    I've been hacked! Whoever wrote "{q}" was not me.
    Some fake profile of me says {s}. Don't fall for it.
    An impostor has been messaging my clients that {s}, it's nothing to do with me.
""")
DENIED: Final = _frames("""
    I'd never write "{q}".
    I have never told anyone "{q}".
    "{q}" is not something I'd ever say.
    "{q}"? No, that must have been someone else.
    I don't know who sent you "{q}" but it wasn't me.
    No, I never said {s}.
    I didn't say {s}.
    I never told you that {b}.
    It's not true that {s}.
    It's a myth that {s}.
    It simply isn't the case that {s}.
    I don't know who told you {b}, but they're wrong.
    Whoever told you {s} got it wrong.
    Nobody here told you {b}.
    There's no way I said {s}.
    Sorry, I can't tell you {s}, because it isn't true.
    I'm not saying {s}.
    {s}? No, sorry.
    {s}? Who on earth told you that? Not true.
    You asked if {s}. I'm afraid not.
    You asked whether {s}: no.
    To answer your question whether {s}: no, sorry.
""")
MISTAKEN: Final = _frames(
    """
    My old site still says {s}, that's wrong.
    An old flyer of mine says {s}. Ignore it, it's out of date.
    If the old page still says "{q}", that's not right any more.
    The booking site has a glitch and tells people {s}. It's wrong.
    You seem to think {s}, but that's not right.
    You thought {b}? Sorry, no.
    I think you misunderstood, I didn't mean {s}.
    I never meant to suggest {s}.
    Please don't assume {s}.
    People keep thinking {s}. They're wrong.
    My assistant told you {b} by mistake, sorry about that.
    I used to say {b}, not any more.
    Everyone seems to believe {s}, which isn't true.
    """,
    _ADDRESS,
)
WITHDRAWN: Final = _frames(
    """
    I wish I could say {s}, but I can't.
    I take back what I said yesterday, that {s}.
    I made a mistake when I told you {b}, I'm sorry, I can't.
    If I ever told you {s}, I must have been asleep.
    If I said {s}, I was wrong.
    Please ignore my last message where I said {s}, I got it wrong.
    {q}. Sorry, ignore that, wrong chat.
    {q}. Just kidding, I don't.
    In an ideal world {s}, but sadly not in this one.
    Imagine if {b}! I'd be in so much trouble.
    """,
    _KNOWN | {"service_in_writing"},
)
ASKED: Final = _frames(
    """
    Was that the salon that told you {s}?
    Where did you hear that {s}?
    Who told you {s}?
    Did you read somewhere that {s}? Not from me.
    Do you really think {s}?
    What makes you think {s}?
    Did the other place tell you "{q}"?
    """,
    _KNOWN,
)
GONE: Final = IMPOSTORS + DENIED + MISTAKEN + WITHDRAWN + ASKED
"""Frames after which a violation is gone."""

BUT: Final = _frames("""
    I know it's unusual, but {s}.
    Don't tell anyone, but {s}.
    You won't believe it, but {s}.
    I don't usually say this, but {s}.
    I never do this, but {s}.
    Nobody believes me, but {s}.
    I can't believe I'm saying this, but {s}.
    I'm not supposed to say it, but {s}.
    I don't think I mentioned it, but {s}.
    I'm not sure if I told you, but {s}.
    My website isn't up to date, but {s}.
    I said I wouldn't, but {s}.
    Not many people know this, but {s}.
""")
SOOTHING: Final = _frames("""
    No worries, {s}.
    Not a problem at all: {s}.
    Not to worry, {s}.
    Never mind the rain, {s}.
    I'm not joking, {s}.
    No, really, {s}.
    You're not wrong, {s}.
    There's no catch, {s}.
    No need to look any further, {s}.
    Just so there's no misunderstanding: {s}.
    No I'm not closed, {s}.
    It doesn't matter what the others say, {s}.
    Don't forget that {s}.
    It's no secret that {s}.
    I wouldn't lie to you, {s}.
    Can't wait to see you, {s}.
""")
CONFIRMED: Final = _frames("""
    Like my site says, {s}.
    Somebody asked me yesterday, so: {s}.
    As I told you before, {s}.
    I said it yesterday and I'll say it again: {s}.
    I can promise you that {s}.
    Did I mention that {s}?
    Did you know that {s}?
    Yes, you heard right, {s}.
    It's true what they say, {s}.
    If anyone asks, {s}.
    You asked if {s}: yes.
    You asked if {s}. Yes, of course.
    You're right that {s}.
    The rumours are true: {s}.
    Ignore the old flyer, {s}.
    Forget what the salon told you, {s}.
    That scam text wasn't me. Here's what is true: {s}.
    I'm pleased to say that {s}.
    My new site says {s} and that's right.
    I always tell people {s}.
    My sister says I'm mad, but {s}.
    As my page says: "{q}".
    Whoever told you otherwise got it wrong, {s}.
    Somebody told you the opposite? Not true, {s}.
    You misunderstood me, {s}.
""")
BEHIND: Final = _frames("""
    {q}. No joke!
    {q}. I'm not kidding.
    {q}, no questions asked.
    {q}, don't tell the others.
    {q}. Nobody else does that.
    {q}. That's not a mistake.
    {q}. It wasn't me who sent the other text.
    {q}. Don't believe what the old site says.
    {q}. No, I haven't forgotten you.
    {q}, whatever anyone told you.
""")
STAYS: Final = BUT + SOOTHING + CONFIRMED + BEHIND
"""Frames that leave a violation said."""
