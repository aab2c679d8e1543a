//! Every rule proved both ways: against the reference seller, its lawful variations and its faults.
