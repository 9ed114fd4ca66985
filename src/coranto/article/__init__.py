"""Room: article."""
