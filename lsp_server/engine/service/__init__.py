"""The engine's process: an OpenAI-compatible HTTP face around the resident model.

Started with `python -m lsp_server.engine.service`, never imported by the language server.
"""
