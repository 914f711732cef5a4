"""The model itself, inside the engine's process: plain values come in, `wire.Chunk`s go out.

`models` loads one, `resident` speaks for it (prompts to tokens, tokens to text), `decoder` chooses who decodes: our
own loop (`decoding`, with `cuda` as a backend) or transformers' batching (`portable`). Needs torch and transformers
and none of the server's other libraries.
"""
