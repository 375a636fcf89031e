"""Words of paying and its timing."""

from align.reading.cues import PAYMENT

WORDS: dict[int, str] = {
    PAYMENT: (
        "pay pays paying payment payments settle settles settled settling square squaring money cash "
        "transfer transfers"
        " venmo zelle paypal revolut cashapp card invoice bill owe owing owed balance remainder sort "
        "sorting clear clearing fix cough fork"
        " reimburse bob readies dosh wedge due take collect tap follow follows wait paid payable eft paynow "
        "payid osko bizum gcash mpesa pesa momo upi gpay paytm swish twint vipps"
        " swipe swiping mobilepay tikkie grabpay paylah snapscan interac etransfer monzo"
    ),
    # times of paying, so that a disguise of them is undone
    0: (
        "after afters afterwards afterward later whenever end finish finished before beforehand upfront "
        "advance"
    ),
}
