"""Speaker labels: their shapes, their words, and which are believed."""
