"""Figures: what is counted, measured or paid."""
