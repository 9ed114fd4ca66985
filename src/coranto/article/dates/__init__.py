"""Dates in words, and bounds for pages without one."""
