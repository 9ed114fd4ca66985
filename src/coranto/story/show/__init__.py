"""How a story is shown: its title, brief, place in the list, labels and voices."""
