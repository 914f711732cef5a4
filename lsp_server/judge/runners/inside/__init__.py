"""The harness for Python: these files are sent into the sandbox as text and run there, by a bare CPython.

They may import the standard library and each other (relatively), nothing else of ours. `codec` is used outside too.
`supervisor` is the trusted half: it starts workers, keeps the clock and owns the way out. `worker` shares its process
with the candidate, so nothing it says is believed beyond "this is what the candidate returned". The expected values
never come in here.
"""
