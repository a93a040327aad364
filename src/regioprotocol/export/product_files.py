"""Products as CSV for people without Excel, and as JSON in the records of the contract."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Final

from msgspec import UNSET, Struct, UnsetType

from regioprotocol.export.fields import dag
from regioprotocol.export.product_sheet import Productblad
from regioprotocol.export.products import producten
from regioprotocol.model.kolommen import Kolom
from regioprotocol.model.product import Producttabel
from regioprotocol.parameterset import encode
from regioprotocol.parameterset import records as r
from regioprotocol.tables.formula_text import beschermd
from regioprotocol.tables.in_force import geldig_op

_FORMAAT: Final = "producten/1"


class Productlijst(Struct, frozen=True, kw_only=True):
    """De producten van een regio, zoals zij in de parameterset staan."""

    formaat: str
    regio: str
    titel: str
    status: str
    digest: str
    op: str | UnsetType = UNSET
    producten: tuple[r.Product, ...]


def als_csv(blad: Productblad) -> bytes:
    """Give the lines with semicolons, days as dd-mm-jjjj and a decimal comma: what a Dutch Excel reads as such.

    A text that starts like a formula gets an apostrophe (`onbeschermd` takes it away again). Codes are as they
    are: a spreadsheet that opens the file itself can still take '04' for a number.
    """
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([kolom.titel for kolom in blad.kolommen])
    schrijver.writerows([_cel(kolom, regel) for kolom in blad.kolommen] for regel in blad.regels)
    return b"\xef\xbb\xbf" + tekst.getvalue().encode("utf-8")


def als_json(blad: Productblad, tabel: Producttabel) -> bytes:
    """Give the records of the same table and day."""
    lijst = Productlijst(
        formaat=_FORMAAT,
        regio=blad.regio,
        titel=blad.titel,
        status=blad.status,
        digest=blad.digest,
        op=dag(blad.op),
        producten=producten(geldig_op(tabel, blad.op) if blad.op else tabel),
    )
    return encode(lijst)


def _cel(kolom: Kolom, regel: Mapping[str, str]) -> str:
    tekst = regel.get(kolom.naam, "")
    if kolom.soort == "datum" and tekst:
        jaar, maand, dag_ = tekst.split("-")
        return f"{dag_}-{maand}-{jaar}"
    return tekst.replace(".", ",") if kolom.soort == "bedrag" else beschermd(tekst)
