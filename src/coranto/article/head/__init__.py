"""What the markup of a page says about it: title, outlet, makers, dates."""
