"""Plain-text pages: lines told apart, then title, people, dates and kind read from them."""
