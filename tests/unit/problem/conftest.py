"""Properties are about what comes out, not about how busy the machine is: no deadline for a single example."""

from hypothesis import HealthCheck, settings

settings.register_profile("problem", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("problem")
