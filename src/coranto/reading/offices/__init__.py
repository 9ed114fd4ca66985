"""Offices: who holds which post, by the words that say so."""
