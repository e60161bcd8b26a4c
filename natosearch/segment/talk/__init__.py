"""Who holds the floor: blocks, turns and floors."""
