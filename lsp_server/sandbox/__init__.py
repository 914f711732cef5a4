"""Runs one program with limits. Knows no problem, no language and no model."""
