"""Which story an article belongs to: the stream of open stories, and the repair pass over them."""
