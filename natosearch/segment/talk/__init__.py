"""Who holds the floor: blocks, turns, floors, and the units made of them."""
