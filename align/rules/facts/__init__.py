"""Rules whose violations contradict what is true: hold reason `spec_conflict`."""
