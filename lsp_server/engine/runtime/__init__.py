"""The model itself: loading, batching, sampling, text. Runs inside the engine's process.

Needs torch and transformers and none of the server's other libraries; plain values come in, `wire.Chunk`s go out.
"""
