"""The embedded model: its curriculum, its trainer, its weights and its card."""
