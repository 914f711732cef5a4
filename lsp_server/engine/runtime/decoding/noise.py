"""Random numbers without a state: a hash of (seed, position), the same whatever else is decoded beside it."""

GOLDEN, MIX_1, MIX_2 = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""Constants of the splitmix64 generator (Steele, Lea and Flood 2014)."""


def step_seed(seed: int, position: int) -> int:
    """31 bits that depend on both in a scrambled way (splitmix64 in plain integers)."""
    mask = (1 << 64) - 1
    z = (seed * MIX_2 + (position + 1) * GOLDEN) & mask
    z = ((z ^ (z >> 30)) * MIX_1) & mask
    z = ((z ^ (z >> 27)) * MIX_2) & mask
    return (z ^ (z >> 31)) >> 33
