"""Measurements, side by side; that of ranking runs with the tests, those of time do not."""
