"""vibe-lsp: a language server that solves the problem under the cursor and shows that the answer is right."""

__version__ = "0.1.0"
