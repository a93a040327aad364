"""`python -m regioprotocol` is the same as the command `regioprotocol`."""

from regioprotocol.cli import run

run()
