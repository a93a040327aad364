"""One declared line, judged by the page and by the engine: the same findings, in the same words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import ROOT
from eenregel import berichten
from msgspec import UnsetType
from site_node import vraag

from regioprotocol.cli.files import read_below
from regioprotocol.conformance import Geval as ConformanceGeval
from regioprotocol.conformance import lees, uitgave
from regioprotocol.engine.amounts import minuuttarief, rond
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Leesinstelling, read_message, uit_bytes
from regioprotocol.engine.records import Bericht, Prestatie
from regioprotocol.export import bundel
from regioprotocol.parameterset import Index, Parameterset, encode
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import resolve

VOORBEELD: Final = "voorbeeldregio"
GEVALLEN: Final = [g for g in lees(read_below(ROOT / "tests" / "conformance")) if g.soort == "bericht"]
MIJOV: Final = "midden-ijssel-oost-veluwe"
VANDAAG: Final = date(2027, 6, 1)
_CODES: Final = frozenset({"RP935", "RP943", "RP944", "RP945"})
_REGELS: Final = frozenset(
    {"TR381", "TR341", "TR418", "TR346", "IV042", "declaratie.eenheid", "declaratieregel.tarief", "productcodetabel"}
)
_EENHEDEN: Final = ("01", "04", "14", "16", "82", "83", "84")
_CENT: Final = Decimal("0.01")


@pytest.fixture(scope="session")
def laatste(sets: Mapping[str, Parameterset], gelezen: Gelezen) -> dict[str, Parameterset]:
    """Give the sets, with the example region on the latest release: tariffs are part of a declaration since then."""
    eigen = gelezen.werkmap.regios[VOORBEELD]
    regio = replace(eigen, regio=replace(eigen.regio, vaste_release=None))
    werkmap = replace(gelezen.werkmap, regios={**gelezen.werkmap.regios, VOORBEELD: regio})
    return {**sets, f"{VOORBEELD}-3.1": sets[VOORBEELD], VOORBEELD: bundel(resolve(werkmap, VOORBEELD)).parameterset}


@pytest.mark.parametrize(
    ("naam", "gemeente"),
    [(VOORBEELD, "9901"), (f"{VOORBEELD}-3.1", "9901"), (VOORBEELD, "0384"), (MIJOV, "0200"), ("standaard", "0200")],
)
def test_a_line_gets_the_findings_of_the_engine(
    naam: str, gemeente: str, laatste: Mapping[str, Parameterset], tmp_path: Path
) -> None:
    """Right lines, and every slip that people make, for products that exist and that do not."""
    parameterset = laatste[naam]
    pad = tmp_path / "parameterset.json"
    pad.write_bytes(encode(parameterset))
    naslag = Naslag(Index.van(parameterset))
    regels = list(_regels(random.Random(f"{naam} {gemeente}"), parameterset, gemeente, 300))  # noqa: S311
    gekregen = vraag(pad, [{"soort": "declaratieregel", "regel": regel} for regel in regels])
    gezien: set[str] = set()
    for regel, uitkomst in zip(regels, gekregen, strict=True):
        bevindingen = _beoordeel(naslag, regel)
        verwacht = sorted(_kern(b) for b in bevindingen if b.code in _CODES and b.regel in _REGELS)
        assert sorted(_kern_van_pagina(b) for b in uitkomst["bevindingen"]) == verwacht, regel
        open_ = {b.regel for b in bevindingen if b.code == "RP932" and b.regel in _REGELS}
        assert {o["regel"] for o in uitkomst["open"]} == open_, regel
        gezien |= {b.regel for b in bevindingen}
    # The sample says something: in the example region every rule fails somewhere.
    assert naam != VOORBEELD or gemeente != "9901" or gezien >= _REGELS - {"declaratie.eenheid"}


def test_the_declarations_of_the_suite_get_the_same_return_codes(
    sets: Mapping[str, Parameterset], tmp_path: Path
) -> None:
    """Every line of every case that is about lines alone: what the suite expects, as far as a line by itself tells."""
    for naam, parameterset in sets.items():
        pad = tmp_path / f"{naam}.json"
        pad.write_bytes(encode(parameterset))
        index = Index.van(parameterset)
        per_geval = [(geval, _regels_van(geval, index)) for geval in uitgave(GEVALLEN, index).gevallen]
        vragen = [{"soort": "declaratieregel", "regel": regel} for _, regels in per_geval for regel in regels]
        assert len(vragen) > 50
        antwoorden = iter(vraag(pad, vragen))
        for geval, regels in per_geval:
            if regels:
                _vergelijk(geval, [next(antwoorden) for _ in regels])


def _vergelijk(geval: ConformanceGeval, antwoorden: Sequence[Mapping[str, Any]]) -> None:
    assert not isinstance(geval.verwacht.meldingen, UnsetType)
    verwacht = [(m.regel, m.retourcode) for m in geval.verwacht.meldingen if m.regel in _REGELS]
    gevonden = [(b["regel"], b["retourcode"]) for antwoord in antwoorden for b in antwoord["bevindingen"]]
    assert sorted(regel for regel, _ in gevonden) == sorted(regel for regel, _ in verwacht), geval.id
    # A case need not name the return code.
    codes = {regel: code for regel, code in verwacht if isinstance(code, str)}
    assert all(codes.get(regel, code) == code for regel, code in gevonden), geval.id


def _regels_van(geval: ConformanceGeval, index: Index) -> list[dict[str, Any]]:
    """Give the debit lines of a case with one declaration that is not about another day or more messages."""
    if isinstance(geval.opdracht.berichten, UnsetType) or not isinstance(geval.opdracht.op, UnsetType):
        return []
    instelling = Leesinstelling(index.parameterset.codelijsten)
    gelezen = [
        read_message(uit_bytes(b.bestand, str(b.inhoud).encode()), instelling).bericht for b in geval.opdracht.berichten
    ]
    if any(b is None or b.header.soort not in {"301", "323"} for b in gelezen):
        return []
    toegewezen = {
        product.toewijzingnummer: product.eenheid
        for bericht in gelezen
        if bericht is not None and bericht.client is not None
        for product in bericht.client.toegewezen
    }
    return [
        _regel_van(bericht, p, toegewezen.get(p.toewijzingnummer))
        for bericht in gelezen
        if bericht is not None and bericht.declaratie is not None
        for client in bericht.declaratie.clienten
        for p in client.prestaties
    ]


def _regel_van(bericht: Bericht, p: Prestatie, toegewezen: str | None) -> dict[str, Any]:
    assert p.begindatum is not None
    return {
        "wet": bericht.header.wet, "gemeente": bericht.header.ontvanger, "product": p.productcode,
        "categorie": p.categorie, "eenheid": p.eenheid, "volume": p.volume, "bedrag": str(p.bedrag),
        "maand": f"{p.begindatum:%Y-%m}", "dag": str(bericht.header.dagtekening),
        **({"tarief": str(p.tarief)} if p.tarief is not None else {}),
        **({"toegewezen": toegewezen} if toegewezen else {}),
    }  # fmt: skip


def _kern(b: Bevinding) -> tuple[str, ...]:
    hint = b.hint if "Landelijk mag" in b.hint or "Bedoelde u" in b.hint else ""
    bron = "" if b.herkomst.laag == "landelijk" else b.herkomst.bron
    return (b.code, b.regel, b.retourcode, b.tekst, b.verwacht, b.oorzaak, b.wat_nu, hint, b.geval, bron)


def _kern_van_pagina(b: Mapping[str, Any]) -> tuple[str, ...]:
    velden = ("code", "regel", "retourcode", "tekst", "verwacht", "oorzaak", "watNu", "hint", "geval")
    bron = "" if b["herkomst"]["laag"] == "landelijk" else b["herkomst"]["bron"]
    return (*(b[veld] for veld in velden), bron)


def _beoordeel(naslag: Naslag, r: Mapping[str, Any]) -> tuple[Bevinding, ...]:
    """Put the line in a message, with the assignment when its unit is known, and judge that."""
    instelling = Leesinstelling(naslag.index.parameterset.codelijsten)
    gelezen = [read_message(uit_bytes(f"{soort}.xml", inhoud), instelling) for soort, inhoud in berichten(r).items()]
    uitslag = judge(Opdracht(naslag, VANDAAG), [gelezen])
    return tuple(b for b in uitslag.bevindingen if b.bestand == "323.xml")


def _regels(toeval: random.Random, parameterset: Parameterset, gemeente: str, hoeveel: int) -> Iterator[dict[str, Any]]:
    producten = [p for p in parameterset.producten if p.code != "onbekend"]
    for _ in range(hoeveel):
        product = toeval.choice(producten) if producten and toeval.random() < 0.9 else None
        code = product.code if product else toeval.choice(("45A99", "45A02", "02A91", "99X99"))
        wet = product.wet[0] if product and toeval.random() < 0.95 else toeval.choice(("Jw", "Wmo"))
        eigen = product.declaratie_eenheid if product else "01"
        eenheid = eigen if eigen in _EENHEDEN and toeval.random() < 0.6 else toeval.choice(_EENHEDEN)
        maand = f"{toeval.choice((2025, 2026, 2026, 2027))}-{toeval.randint(1, 4):02d}"
        regel: dict[str, Any] = {
            "wet": wet, "gemeente": gemeente, "product": code, "eenheid": eenheid, "maand": maand,
            "categorie": code[:2] if toeval.random() < 0.9 else "41", "dag": f"{maand[:5]}05-06",
        }  # fmt: skip
        if toeval.random() < 0.5:
            eenheid_van_product = product.eenheid if product and product.eenheid in _EENHEDEN else "04"
            regel["toegewezen"] = eenheid_van_product if toeval.random() < 0.7 else toeval.choice(_EENHEDEN)
        yield {**regel, **_getallen(toeval, [Decimal(t.bedrag) for t in product.tarieven] if product else [])}


def _getallen(toeval: random.Random, contract: list[Decimal]) -> dict[str, Any]:
    """Give volume, tariff and amount: right, or wrong in one of the ways that the engine recognises."""
    uurtarief = toeval.choice(contract) if contract else Decimal(toeval.randint(100, 15000)).scaleb(-2)
    volume = toeval.choice((0, 1, 4, 30, 60, 90, 240, toeval.randint(1, 4000)))
    per_minuut = minuuttarief(uurtarief)
    tarief = toeval.choice(
        (uurtarief, uurtarief, per_minuut, per_minuut, (uurtarief / 60).quantize(_CENT, ROUND_DOWN), uurtarief * 100,
         rond(uurtarief / 100), uurtarief + 1)
    )  # fmt: skip
    bedrag = toeval.choice(
        (tarief * volume, tarief * volume, rond(uurtarief * volume / 60), uurtarief * volume, tarief,
         (uurtarief * volume / 60).quantize(_CENT, ROUND_DOWN), rond(tarief * volume / 60), tarief * volume * 60,
         tarief * volume * 100, rond(tarief * volume / 100), Decimal(volume), Decimal(volume) / 100,
         tarief * volume + _CENT)
    ).quantize(_CENT)  # fmt: skip
    bedrag = min(bedrag, Decimal("999999.99"))  # nine digits could be a BSN, and would be masked
    zonder = toeval.random() < 0.1
    return {"volume": volume, "bedrag": str(bedrag)} | ({} if zonder else {"tarief": f"{tarief:.2f}"})
