"""What people decide about held and staged messages: cases by cause, actions that are recorded, labelled examples."""
