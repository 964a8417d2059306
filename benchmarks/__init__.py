"""Timings on real input, printed as tables; run `python -m benchmarks` for the list."""
