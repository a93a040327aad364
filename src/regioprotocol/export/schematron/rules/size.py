"""Size and length of what is assigned or asked for: unit, frequency, end (toewijzing.eenheid, frequentie.gebruik)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.rules.fields import LEEG, VELD
from regioprotocol.engine.rules.products import TABEL
from regioprotocol.engine.rules.size import DUUR, EENHEID, FREQUENTIE, VERLENGING
from regioprotocol.export.schematron.assertion import Plaats, Schemaregel, Toets
from regioprotocol.export.schematron.decision import beslis
from regioprotocol.export.schematron.facts import bericht_doet_mee, dag_van, feiten_van, van_product
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.product_rows import TOEWIJZEN, per_rij
from regioprotocol.export.schematron.rules.parts import productrecord
from regioprotocol.export.schematron.set_values import bij_product, zeker
from regioprotocol.export.schematron.terms import Lengte, Namen, later, lengte_van, rest
from regioprotocol.export.schematron.xpath import alle, een_van, in_lijst, niet
from regioprotocol.parameterset.records import TermijnRegel

_NIET: Final = "niet toegestaan"
_GEEN_VERLENGING: Final = "0"
_OMVANG: Final = ("eenheid", "frequentie")  # both are there when one is judged
_EENHEDEN: Final = "WJ756"
_LIJSTEN: Final = {"eenheid": _EENHEDEN, "frequentie": "WMO757"}
_BERICHTEN: Final = ("301", "315", "317")
_TABELBRON: Final = "regio: productcodetabel"


def omvang(plan: Plan) -> Iterator[Toets]:
    """Refuse a unit or frequency that does not go with variant and level, or that is not that of the product.

    A wrong unit says enough: its frequency is not judged. Nor is a size that must stay empty (veld.gebruik).
    """
    record, begin = productrecord(plan)
    leeg = bij_product(plan, record, VELD, lambda o: o.waarde == LEEG, _OMVANG, veld="omvang")
    telt = niet(een_van(leeg.values()))
    verkeerd = bij_product(plan, record, EENHEID, lambda o: bool(o.waarden) and not o.mist, _OMVANG)
    eenheden = {besluit: alle(waar, niet(in_lijst("$eenheid", besluit.waarden))) for besluit, waar in verkeerd.items()}
    for besluit, fout in eenheden.items():
        tekst = f"Hier past alleen eenheid {plan.opsomming(_EENHEDEN, besluit.waarden)}."
        yield _toets(record, "eenheid", EENHEID, alle(telt, fout), tekst=tekst, bron=besluit.bron)
    past = alle(telt, niet(plan.noem("verkeerde_eenheid", een_van(eenheden.values()))))
    anders = dict(_van_product(plan, record, begin, "eenheid"))
    for tekst, fout in anders.items():
        yield _toets(record, "eenheid", TABEL, alle(past, fout), tekst=tekst, bron=_TABELBRON)
    goed = alle(past, niet(plan.noem("andere_eenheid_dan_product", een_van(anders.values()))))
    frequenties = bij_product(plan, record, FREQUENTIE, lambda o: zeker(o, {_NIET}), _OMVANG)
    for besluit, fout in frequenties.items():
        tekst = f"Deze frequentie kan hier niet. {besluit.toelichting}".strip()
        yield _toets(record, "frequentie", FREQUENTIE, alle(goed, fout), tekst=tekst, bron=besluit.bron)
    mag = alle(goed, niet(plan.noem("verkeerde_frequentie", een_van(frequenties.values()))))
    for tekst, fout in _van_product(plan, record, begin, "frequentie"):
        yield _toets(record, "frequentie", TABEL, alle(mag, fout), tekst=tekst, bron=_TABELBRON)


def duur(plan: Plan) -> Iterator[Toets]:
    """Refuse an assignment that is longer than agreed. One that was changed may have been extended: not judged."""
    record, begin = productrecord(plan)
    regel = plan.index.regels.get(DUUR)
    if not isinstance(regel, TermijnRegel):
        return
    lengten = beslis(
        van_product(plan, record, DUUR, dag=f"${begin}"),
        lambda keuze: lengte_van(regel, plan.vraag(DUUR, dag_van(keuze), feiten_van(keuze))),
    )
    vast = bij_product(plan, record, VERLENGING, lambda o: o.waarde == _GEEN_VERLENGING)
    telt, zonder_eind = "", niet(record.heeft("einddatum"))
    if "reden_wijziging" in record.velden:
        telt = een_van((niet(record.heeft("reden_wijziging")), *vast.values()))
    for nummer, (lengte, waar) in enumerate(lengten.items(), 1):
        namen, te_laat = later(plan, lengte, f"${begin}", "$einddatum", f"duur_{nummer}")
        als = alle(waar, telt) if telt else waar
        yield _te_lang(record, lengte, alle(als, te_laat), "veld", namen)
        if plan.soort.soort == "301":  # a request may leave the end to the municipality
            namen, bestaat = later(plan, lengte, f"${begin}", "99991231", f"duur_{nummer}")
            yield _te_lang(record, lengte, alle(als, zonder_eind, bestaat), "record", namen)


def _van_product(plan: Plan, record: Record, begin: str, veld: str) -> Iterator[tuple[str, str]]:
    """Give in words what the row of the product asks for, and where the message has something else."""
    bekend = plan.naslag.betekenissen(_EENHEDEN)
    rijen = per_rij(
        plan,
        TOEWIJZEN,
        f"${begin}",
        lambda rij: rij.frequenties if veld == "frequentie" else (rij.eenheid,) if rij.eenheid in bekend else (),
    )
    regio = bericht_doet_mee(plan)
    for waarden, waar in rijen.items():
        if waarden:
            fout = alle(regio, record.heeft(veld), waar, niet(in_lijst(f"${veld}", waarden)))
            yield f"Bij dit product hoort {veld} {plan.opsomming(_LIJSTEN[veld], waarden)}.", fout


def _te_lang(record: Record, lengte: Lengte, fout: str, plaats: Plaats, namen: Namen) -> Toets:
    wie = "Dit product mag" if lengte.uit_product else "Een toewijzing mag hier"
    return Toets(
        regel=DUUR,
        record=record.naam,
        veld="einddatum",
        plaats=plaats,
        element=record.plek("einddatum").element,
        fout=fout,
        tekst=f"{wie} hoogstens {lengte.tekst} duren.",
        bron=lengte.bron,
        namen=namen,
    )


def _toets(record: Record, veld: str, regel: str, fout: str, *, tekst: str, bron: str) -> Toets:
    return Toets(
        regel=regel,
        record=record.naam,
        veld=veld,
        element=record.plek(veld).element,
        fout=fout,
        tekst=tekst,
        bron=bron,
    )


REGELS: Final = (
    Schemaregel((EENHEID, FREQUENTIE, TABEL), _BERICHTEN, omvang),
    Schemaregel((DUUR,), ("301", "315"), duur, rest=lambda plan: rest(plan, DUUR)),
)
