"""coverage: where every statement of the source landed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from regioprotocol.cli.lookup import blocking, read_for
from regioprotocol.cli.options import JsonOption, MapOption, RegioArg
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.coverage import Rij, dekking
from regioprotocol.report.findings import tekst_van

EXAMPLE = "Voorbeeld: regioprotocol coverage mijn-regio"


def command(regio: RegioArg, map_: MapOption = None, json: JsonOption = False) -> None:
    """Laat zien waar elke alinea van het brondocument is gebleven."""
    gelezen, (vraag,) = read_for(map_, [regio])
    # What stands in a part that could not be read (RP0, RP1) would look as if it were open.
    if fouten := [m for m in blocking(gelezen, vraag.regio) if m.soort.code < "RP2"]:
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        raise typer.Exit(1)
    rijen = dekking(gelezen.werkmap, vraag.regio)
    if json:
        print_json(_als_dict(rijen))
    else:
        print_text("\n".join(_regels(rijen)))


def _als_dict(rijen: tuple[Rij, ...]) -> dict[str, Any]:
    return {
        "totaal": len(rijen),
        "verwerkt": sum(bool(rij.waar) for rij in rijen),
        "weggelaten": [{"id": rij.alinea.id, "reden": rij.reden} for rij in rijen if rij.reden and not rij.waar],
        "open": [rij.alinea.id for rij in rijen if rij.is_open],
        "rijen": [
            {
                "id": rij.alinea.id,
                "paragraaf": rij.alinea.paragraaf,
                "soort": rij.alinea.soort,
                "waar": [f"{landing.naam} ({landing.plaats})" for landing in rij.waar],
            }
            for rij in rijen
        ],
    }


def _regels(rijen: tuple[Rij, ...]) -> Iterator[str]:
    weggelaten = [rij for rij in rijen if rij.reden and not rij.waar]
    niet_af = [rij for rij in rijen if rij.is_open]
    verwerkt = len(rijen) - len(weggelaten) - len(niet_af)
    yield f"{len(rijen)} alinea's: {verwerkt} verwerkt, {len(weggelaten)} weggelaten, {len(niet_af)} open."
    for kop, groep in (("Weggelaten", weggelaten), ("Nog open", niet_af)):
        if groep:
            yield f"\n{kop}:"
        yield from (f"  {rij.alinea.id} ({rij.alinea.paragraaf}) {rij.reden or rij.alinea.kern}" for rij in groep)
    yield ""
    for rij in rijen:
        if rij.waar:
            yield f"{rij.alinea.id} ({rij.alinea.paragraaf}): {rij.alinea.kern}"
            yield from (f"    {landing.naam} ({landing.plaats})" for landing in rij.waar)
