"""Programs in which people fill in a form and save it, each driven as somebody at it would: see returned_trial.py."""
