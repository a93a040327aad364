"""Addresses and contacts in an assignment (TR006, TR061)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.parts import staat_er
from regioprotocol.engine.rules.registry import Berichtregel

_ADRES_VAN_CLIENT: Final = frozenset({"01", "02", "03"})  # TR061: BRP-adres, correspondentieadres, verblijfadres


def contact(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for a telephone number, or a house number with a postal code, in every contact (TR006)."""
    client = ctx.bericht.client
    if client is None:
        return
    for deel in (*client.contacten, *(r.contact for r in client.relaties if r.contact is not None)):
        if staat_er(deel, "telefoonnummer") or (staat_er(deel, "huisnummer") and staat_er(deel, "postcode")):
            continue
        yield ctx.meld(
            "RP982",
            deel,
            "",
            "Dit contact heeft geen telefoonnummer, en ook geen huisnummer met postcode.",
            regel="TR006",
            verwacht="een telefoonnummer, of een huisnummer met een postcode",
        )


def adres(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for one address of the client: from the BRP, for letters, or where the client stays (TR061)."""
    client = ctx.bericht.client
    if client is None or any(deel.soort in _ADRES_VAN_CLIENT for deel in client.contacten):
        return
    yield ctx.meld(
        "RP982",
        client,
        "contacten" if client.contacten else "",
        "Van de cliënt staat er geen adres in: geen BRP-adres, geen correspondentieadres en geen verblijfadres.",
        regel="TR061",
        verwacht="een contact met soort 01, 02 of 03",
        gevonden="",
    )


REGELS: Final = (
    Berichtregel(("TR006",), ("301",), contact),
    Berichtregel(("TR061",), ("301",), adres),
)
