"""Whether the whole article was captured: `verdict`, and `against_longer` where a longer version is at hand."""
