"""What is said outright: dates as they are written, front matter, what an editor gives."""
