"""What a schema cannot see: references, layers, time, products and sources. One module a code range."""

from regioprotocol.checks.registry import check

__all__ = ["check"]
