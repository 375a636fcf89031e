"""What things are called on the pages."""

from __future__ import annotations

from typing import Final

CAUSE_TITLES: Final = {
    "spec_conflict": "Contradicts the facts",
    "policy_conflict": "Against the policy",
    "judge_conflict": "The judge objects",
    "template_conflict": "The template does not pass",
    "template_unavailable": "No template to fall back on",
    "engine_unavailable": "Nothing was written",
    "spec_unavailable": "The facts could not be read",
    "audit_unavailable": "Could not be recorded",
    "rule_error": "A rule crashed",
    "deadline": "Ran out of time",
    "cancelled": "Was broken off",
    "paused": "Paused",
    "pending_review": "Passed, waits to be sent",
    "not_sent": "Passed, and could not be sent",
    "late_judgement": "Sent, and objected to later",
}
"""Titles of causes, by the tag of the hold reason or of what else makes a message wait."""

KIND_TITLES: Final = {
    "draft": "Draft",
    "repair": "Repair",
    "redraft": "Redraft",
    "template": "Template",
    "edit": "Edit by a person",
    "approve": "Approved",
    "reject": "Rejected",
    "fact_wrong": "Facts at fault",
    "rule_wrong": "Rule at fault",
    "held": "Held",
    "pending": "Waits to be sent",
    "unsent": "Passed, and could not be sent",
    "raised": "Sent already",
}
"""Titles of bodies, of actions and of cases, by their kinds."""

DEED_WORDS: Final = {
    "approve": "approved it",
    "edit": "sent an edited text",
    "template": "sent the template",
    "reject": "rejected it",
}
"""What somebody did about a case, as the end of a sentence."""
