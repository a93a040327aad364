"""Plain data to the model: one module a kind of file. What people wrote is parsed here and nowhere else."""

from regioprotocol.assemble.workspace import assemble

__all__ = ["assemble"]
