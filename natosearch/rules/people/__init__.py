"""People, offices and outlets: known by name, found in texts, resolved by date."""
