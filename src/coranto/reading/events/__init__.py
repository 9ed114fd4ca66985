"""Events: who does what to whom, coded in PLOVER."""
