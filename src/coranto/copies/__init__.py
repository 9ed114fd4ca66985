"""Room: copies."""
