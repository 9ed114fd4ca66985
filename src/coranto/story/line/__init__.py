"""Storylines: the keys that stories share, what a text looks back on, and suggestions."""
