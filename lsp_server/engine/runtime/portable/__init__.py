"""transformers' continuous batching behind the same door: every architecture and device, and the reference."""
