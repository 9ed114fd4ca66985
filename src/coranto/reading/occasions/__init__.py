"""Occasions: named meetings and their editions."""
