"""National rules on messages in the contract, and the lists of codes that stand in a return message."""

from __future__ import annotations

from regioprotocol.export.fields import of_niet
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.parameterset import records as r


def controles(woordenboek: Woordenboek) -> tuple[r.Controle, ...]:
    """Give every national rule by number, with its return code for each law and message that has one."""
    return tuple(
        r.Controle(
            controle=controle.nummer,
            soort=controle.soort,
            niveau=of_niet(controle.niveau),
            wet=controle.wetten,
            berichten=controle.berichten,
            zin=controle.zin,
            wat_nu=of_niet(controle.wat_nu),
            oorzaken=controle.oorzaken,
            synoniemen=controle.synoniemen,
            retourcodes=tuple(
                r.Retourcode(wet=rij.wet, bericht=rij.bericht, retourcode=rij.code)
                for rij in woordenboek.retourcodes_van(controle)
            ),
            opmerking=of_niet(controle.opmerking),
        )
        for _, controle in sorted(woordenboek.controles.items())
    )
