"""Rules whose violations break what may be put in writing: hold reason `policy_conflict`."""
