"""Room: gate."""
