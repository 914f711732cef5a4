"""The resident model. `client` is the door; the model itself lives in a process of its own (`service`, `runtime`)."""
