"""Inputs for comparing two versions of a function: from its types, examples, constraints and constants."""
