"""Room: story."""
