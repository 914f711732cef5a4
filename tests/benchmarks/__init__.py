"""Figures, not verdicts: nothing here passes or fails. Results with date, machine and commit go to LOG.md."""
