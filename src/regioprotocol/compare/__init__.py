"""Two parameter sets (or one on two days) to was-wordt: what a reader would notice. Knows only the contract."""

from regioprotocol.compare.products import vergelijk_producten
from regioprotocol.compare.records import Kant, Wijziging
from regioprotocol.compare.rules import vergelijk_regels

__all__ = ["Kant", "Wijziging", "vergelijk", "vergelijk_producten", "vergelijk_regels"]


def vergelijk(was: Kant, wordt: Kant, *, elke_dag: bool = False) -> tuple[Wijziging, ...]:
    """Give every change, rules first, in the order of their names. *elke_dag*: of products, those of other days too."""
    return (*vergelijk_regels(was, wordt), *vergelijk_producten(was, wordt, elke_dag=elke_dag))
