"""The parts of the gate put together as the environment says, for every door: commands, workers, the service."""
