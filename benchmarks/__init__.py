"""Measurements, side by side; none runs with the tests."""
