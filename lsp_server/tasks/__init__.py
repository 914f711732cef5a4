"""What a user can ask for. Each task is an async generator of events; closing it cancels everything below."""
