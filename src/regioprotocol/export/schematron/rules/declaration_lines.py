"""Lines of a declaration against each other: what stands there twice, and credits (TR101, TR314-TR316, TR416).

Lines are found by key (xsl:key), so that a long declaration is not compared line by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.rules.declaration_lines import INHOUD, SAMEN, TELLING
from regioprotocol.export.schematron.assertion import Schemaregel, Sleutel, Toets
from regioprotocol.export.schematron.facts import van_bericht
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.set_values import is_waarde, waar_is, waar_voor
from regioprotocol.export.schematron.xpath import alle, dag, niet, samen

_EEN_REGEL: Final = "één per cliënt, toewijzing en product"
_CREDIT_MET_NIEUWE: Final = "credit met nieuwe regel"
_NIEUW_NUMMER: Final = "een nieuw referentienummer"
_OUD_NUMMER: Final = "het oude referentienummer als vorig referentienummer"
_PRESTATIE: Final = "Prestatie"
_IS_CREDIT: Final = f"$debet_credit = '{CREDIT}'"
_REFERENTIE: Final = "referentie"
_VORIGE: Final = "vorige"
_MAAND: Final = "maand"


def sleutels(plan: Plan) -> Iterator[Sleutel]:
    """Give the keys: a line by its reference, by that of the line before it, and by what is declared once a month."""
    record = plan.records[_PRESTATIE]
    credit = f"{record.waarde('debet_credit', '')} = '{CREDIT}'"
    vorig, eigen = record.plek("vorig_referentienummer").pad, record.plek("referentienummer").pad
    eigen_nummer = f"{credit} and {vorig} = {eigen}"
    yield Sleutel(_REFERENTIE, record.patroon, record.waarde("referentienummer", ""))
    yield Sleutel(
        _VORIGE, f"{record.patroon}[{vorig} and {niet(eigen_nummer)}]", record.waarde("vorig_referentienummer", "")
    )
    yield Sleutel(_MAAND, f"{record.patroon}[{niet(credit)}]", _maandsleutel(plan, record, ""))


def dubbel(plan: Plan) -> Iterator[Toets]:
    """Refuse the same line twice (TR101) and a reference that is used twice (TR314)."""
    herhaalt, zelfde = _herhaalt(), "$afdruk = $eerste_afdruk"
    namen = _namen(plan)
    yield plan.landelijk("TR101", _PRESTATIE, "", alle(herhaalt, zelfde), namen=namen)
    yield plan.landelijk("TR314", _PRESTATIE, "referentienummer", alle(herhaalt, niet(zelfde)), namen=namen)


def per_maand(plan: Plan) -> Iterator[Toets]:
    """Refuse a second line for the same client, assignment and product in a month (TR416)."""
    record = plan.records[_PRESTATIE]
    namen = (
        *_namen(plan),
        ("maandsleutel", _maandsleutel(plan, record, "$deel/")),
        ("eerste_in_maand", f"key('{_MAAND}', $maandsleutel){_geen_herhaling(plan, record)}[1]"),
        ("eerste_begin", record.waarde("begindatum", "$eerste_in_maand")),
        ("eerste_eind", record.waarde("einddatum", "$eerste_in_maand")),
    )
    tweede = alle(niet(_IS_CREDIT), _nieuw(), "count($eerste_in_maand | $deel) = 2")
    # The days only: the key has the month.
    zelfde = "$eerste_begin = $begindatum and $eerste_eind mod 100 = $einddatum mod 100"
    dimensies = van_bericht(plan, TELLING, dag="$begindatum")
    for bron, waar in waar_voor(plan, dimensies, TELLING, is_waarde(_EEN_REGEL)):
        fout = alle(waar, tweede, zelfde)
        yield plan.landelijk("TR416", _PRESTATIE, "toewijzingnummer", fout, namen=namen, bron=bron)
        yield Toets(
            regel=TELLING,
            record=_PRESTATIE,
            veld="begindatum",
            element=plan.element(_PRESTATIE, "begindatum"),
            fout=alle(waar, tweede, niet(zelfde)),
            tekst="Voor een cliënt, toewijzing en product staat er één regel over een maand.",
            bron=bron,
            namen=namen,
        )


def creditregels(plan: Plan) -> Iterator[Toets]:
    """Look at the line that is credited: named (IV091), once (TR315), and not in this message (TR316)."""
    record, namen = plan.records[_PRESTATIE], _namen(plan)
    vorig = record.heeft("vorig_referentienummer")
    eigen = f"{_IS_CREDIT} and $vorig_referentienummer = $referentienummer"
    dimensies = van_bericht(plan, INHOUD)
    for bron, waar in waar_voor(plan, dimensies, INHOUD, lambda o: _OUD_NUMMER in o.waarden):
        zonder = alle(waar, _nieuw(), _IS_CREDIT, niet(vorig))
        yield plan.landelijk(
            "IV091", _PRESTATIE, "vorig_referentienummer", zonder, plaats="record", namen=namen, bron=bron
        )
    for bron, waar in waar_voor(plan, dimensies, INHOUD, lambda o: _NIEUW_NUMMER in o.waarden):
        fout = alle(waar, _nieuw(), vorig, eigen)
        yield plan.landelijk("IV091", _PRESTATIE, "referentienummer", fout, namen=namen, bron=bron)
    ander = alle(_nieuw(), vorig, niet(eigen))
    geen_herhaling = _geen_herhaling(plan, record)
    tweede = f"count(key('{_VORIGE}', $vorig_referentienummer){geen_herhaling}[1] | $deel) = 2"
    yield plan.landelijk("TR315", _PRESTATIE, "vorig_referentienummer", alle(ander, tweede), namen=namen)
    debet = f"key('{_REFERENTIE}', $vorig_referentienummer)[1]"
    is_debet = f"{debet}[{record.waarde('debet_credit', '')} != '{CREDIT}']"
    credit = f"key('{_VORIGE}', $referentienummer){geen_herhaling}[1]"
    for bron, waar in waar_is(plan, SAMEN, _CREDIT_MET_NIEUWE):
        fout = alle(waar, _IS_CREDIT, ander, is_debet, _staat_eerder(record, debet))
        yield plan.landelijk("TR316", _PRESTATIE, "vorig_referentienummer", fout, namen=namen, bron=bron)
        fout = alle(waar, niet(_IS_CREDIT), niet(_herhaalt()), credit, _staat_eerder(record, credit))
        yield plan.landelijk("TR316", _PRESTATIE, "referentienummer", fout, namen=namen, bron=bron)


def _namen(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Name the first line with the same reference, and what this line and that one say."""
    record = plan.records[_PRESTATIE]
    return (
        ("eerste", f"key('{_REFERENTIE}', $referentienummer)[1]"),
        ("afdruk", _afdruk(plan, record, "$deel")),
        ("eerste_afdruk", _afdruk(plan, record, "$eerste")),
    )


def _herhaalt() -> str:
    return "count($eerste | $deel) = 2"


def _nieuw() -> str:
    """Give what holds for a line that does not repeat one before it: of a repeated line nothing else needs saying."""
    return niet(alle(_herhaalt(), "$afdruk = $eerste_afdruk"))


def _geen_herhaling(plan: Plan, record: Record) -> str:
    """Give the predicate that leaves out lines that repeat one before them."""
    eerste = f"key('{_REFERENTIE}', {record.waarde('referentienummer', '')})[1]"
    herhaalt = alle(f"count({eerste} | .) = 2", f"{_afdruk(plan, record, '')} = {_afdruk(plan, record, eerste)}")
    return f"[{niet(herhaalt)}]"


def _afdruk(plan: Plan, record: Record, vanaf: str) -> str:
    velden = ("toewijzingnummer", "productcode", "begindatum", "volume", "bedrag")
    credit = f"{record.waarde('debet_credit', vanaf)} = '{CREDIT}'"
    return samen(_bsn(plan, vanaf), *(record.waarde(veld, vanaf) for veld in velden), credit)


def _maandsleutel(plan: Plan, record: Record, vanaf: str) -> str:
    van = vanaf.rstrip("/")
    velden = ("toewijzingnummer", "categorie", "productcode")
    maand = f"floor({dag(record.heeft('begindatum', van))} div 100)"
    return samen(_bsn(plan, van), *(record.waarde(veld, van) for veld in velden), maand)


def _bsn(plan: Plan, vanaf: str) -> str:
    return f"string({vanaf or '.'}/../../{plan.records['Client'].plek('bsn').pad})"


def _staat_eerder(record: Record, regel: str) -> str:
    ervoor = f"$deel/preceding::{record.patroon}"
    return f"count({regel} | {ervoor}) = count({ervoor})"


REGELS: Final = (
    Schemaregel(("TR101", "TR314"), ("323",), dubbel, sleutels),
    Schemaregel(("TR416", TELLING), ("323",), per_maand),
    Schemaregel(("IV091", "TR315", "TR316", SAMEN, INHOUD), ("323",), creditregels, onder=(SAMEN, INHOUD)),
)
