"""What a message says comes out as records: Jw and Wmo alike, every field with its line and element."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

import pytest
from berichten import SOORTEN, gelezen, voorbeeld

from regioprotocol.engine.bindings import BINDINGS, CLIENT_VAN_DECLARATIE
from regioprotocol.engine.records import Bericht, Client, Declaratie, Onderdeel
from regioprotocol.engine.structure.description import beschrijving
from regioprotocol.engine.structure.grammar import Knoop, boom

WETTEN = ("JW", "WMO")


def lees(bericht: str) -> Bericht:
    """Read one of our own messages."""
    uit = gelezen(voorbeeld(bericht)).bericht
    assert uit is not None
    return uit


def client(bericht: str) -> Client:
    """Give the client of a message."""
    uit = lees(bericht).client
    assert uit is not None
    return uit


def declaratie(bericht: str) -> Declaratie:
    """Give the declaration of a message."""
    uit = lees(bericht).declaratie
    assert uit is not None
    return uit


def onderdelen(record: Onderdeel) -> list[Onderdeel]:
    """Give a record and all records in it."""
    alle = [record]
    for naam in record.__struct_fields__:
        inhoud = getattr(record, naam)
        for deel in inhoud if isinstance(inhoud, tuple) else (inhoud,):
            if isinstance(deel, Onderdeel):
                alle += onderdelen(deel)
    return alle


@pytest.mark.parametrize("bericht", SOORTEN)
def test_every_field_knows_its_line_and_its_element(bericht: str) -> None:
    """The element that a field names stands at the line that it names."""
    tekst = voorbeeld(bericht).decode().splitlines()
    record = lees(bericht)

    assert record.naam == bericht
    for deel in onderdelen(record):
        assert re.search(rf"<\w+:{deel.element}[ >]", tekst[deel.regel - 1])
        for veld in deel.vorm.plek:
            assert re.search(rf"<\w+:{deel.element_van(veld)}>", tekst[deel.regel_van(veld) - 1])


@pytest.mark.parametrize("bericht", SOORTEN)
def test_every_value_that_is_there_is_in_a_field(bericht: str) -> None:
    """A field with an element holds a value; a field without one is None, or was given by what stands above."""
    gegeven = {"regels", "vorm", "bestand", "soort", "wet", "release", "bsn", "vervolgt"}
    for deel in onderdelen(lees(bericht)):
        for naam in set(deel.__struct_fields__) - gegeven:
            inhoud = getattr(deel, naam)
            assert (inhoud not in (None, ())) == (naam in deel.vorm.plek or type(deel).__name__ == "Retourcode")


def test_the_header_says_who_sends_what_to_whom() -> None:
    """The law and the number come from the namespace."""
    kop = lees("JW323").header

    assert (kop.soort, kop.wet, kop.release, kop.berichtcode, kop.bericht) == ("323", "Jw", "3.2", "490", "JW323")
    assert (kop.afzender, kop.ontvanger) == ("98760017", "0200")
    assert (kop.identificatie, kop.dagtekening) == ("B26323001", date(2026, 4, 7))
    assert lees("WMO301").header.wet == "Wmo"


@pytest.mark.parametrize("wet", WETTEN)
def test_an_assignment(wet: str) -> None:
    """301."""
    wie = client(f"{wet}301")
    een, twee = wie.toegewezen

    assert (een.toewijzingnummer, een.referentie_aanbieder) == ("260041", "VOT-2026-0041")
    assert (een.categorie, een.productcode) == (("45", "45K01") if wet == "JW" else ("02", "02K01"))
    assert (een.toewijzingsdatum, een.toewijzingstijd) == (date(2026, 3, 2), time(9, 30))
    assert (een.ingangsdatum, een.einddatum) == (date(2026, 3, 9), date(2026, 12, 31))
    assert (een.volume, een.eenheid, een.frequentie, een.budget) == (120, "01", "2", None)
    assert (twee.volume, twee.eenheid, twee.frequentie) == (6, "04", "4")
    assert [(c.soort, c.huisnummer, c.postcode, c.telefoonnummer) for c in wie.contacten] == [
        ("01", 14, "7311ZZ", "0550000000")
    ]
    assert [(r.nummer, r.soort, r.contact is not None) for r in wie.relaties] == [("R1", "12", True)]


@pytest.mark.parametrize("wet", WETTEN)
def test_a_start_and_a_stop(wet: str) -> None:
    """305 and 307 are the same record; a start has no end."""
    start, stop = client(f"{wet}305").gestart[0], client(f"{wet}307").gestopt[0]

    assert (start.toewijzingnummer, start.begindatum, start.status_aanlevering) == ("260041", date(2026, 3, 9), "1")
    assert (start.einddatum, start.reden_beeindiging) == (None, None)
    assert (stop.begindatum, stop.einddatum, stop.reden_beeindiging) == (date(2026, 3, 9), date(2026, 3, 20), "20")


def test_a_request_for_assignment() -> None:
    """315, with the referrer and the guardian of the Jeugdwet."""
    wie = client("JW315")
    een = wie.aangevraagd[0]

    assert (wie.gezagsdrager_bekend, client("WMO315").gezagsdrager_bekend) == ("1", None)
    assert (een.verwijzer, een.zorgverlenercode, een.verwijzer_naam) == ("02", "01020304", None)
    assert (een.ingangsdatum, een.einddatum, een.raamcontract) == (date(2026, 3, 9), date(2026, 12, 31), "1")
    assert een.element_van("ingangsdatum") == "ToewijzingIngangsdatum"


@pytest.mark.parametrize("wet", WETTEN)
def test_a_request_for_change(wet: str) -> None:
    """317: what stays, what changes, what is new."""
    verzoek = client(f"{wet}317").verzoek
    assert verzoek is not None
    (blijft,), (anders,), (nieuw,) = verzoek.ongewijzigd, verzoek.te_wijzigen, verzoek.nieuw

    assert (verzoek.referentie_aanbieder, verzoek.reden) == ("VOW-2026-0007", "1")
    assert blijft.toewijzingnummer == "260041"
    assert (anders.toewijzingnummer, anders.gewenste_ingangsdatum, anders.volume) == ("260042", date(2026, 4, 1), 8)
    assert (nieuw.categorie, nieuw.einddatum) == ("45" if wet == "JW" else "02", date(2026, 9, 30))


def test_an_answer() -> None:
    """319: the municipality by the woonplaatsbeginsel exists in the Jeugdwet only."""
    jw, wmo = lees("JW319").antwoord, lees("WMO319").antwoord
    assert jw is not None
    assert wmo is not None

    assert (jw.referentie_aanbieder, jw.antwoord, jw.reden_afwijzing, jw.gemeente) == (
        "VOT-2026-0041",
        "1",
        "8",
        "0232",
    )
    assert (wmo.reden_afwijzing, wmo.gemeente) == ("4", None)


@pytest.mark.parametrize("wet", WETTEN)
def test_a_declaration_in_euros_with_the_sign_of_a_credit(wet: str) -> None:
    """323: cents become euros, a credit counts down."""
    d = declaratie(f"{wet}323")
    regels = list(d.prestaties())

    assert (d.nummer, d.begindatum, d.einddatum, d.dagtekening) == (
        "D202603", date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 7),
    )  # fmt: skip
    assert d.ingediend_saldo == Decimal("872.40") == sum(p.saldo or 0 for p in regels)
    assert [p.bsn for p in regels] == ["999990019", "999990019", "999990020", "999990020"]
    assert (regels[0].volume, regels[0].eenheid, regels[0].tarief) == (240, "01", Decimal("1.45"))
    assert (regels[3].debet_credit, regels[3].vorig_referentienummer) == ("C", "P26020009")
    assert (regels[3].bedrag, regels[3].saldo) == (Decimal("87.24"), Decimal("-87.24"))
    assert str(regels[0].bedrag) == "348.96"


@pytest.mark.parametrize("wet", WETTEN)
def test_an_answer_to_a_declaration_has_return_codes_at_every_level(wet: str) -> None:
    """325: header, declaration, client, line."""
    kop, d = lees(f"{wet}325").header, declaratie(f"{wet}325")
    (wie,) = d.clienten
    (regel,) = wie.prestaties

    assert (kop.identificatie_declaratie, kop.dagtekening_declaratie) == ("B26323001", date(2026, 4, 7))
    assert [c.code for c in kop.retourcodes] == ["0200"]
    assert [c.code for c in d.retourcodes] == ["0200"]
    assert [c.code for c in wie.retourcodes] == ["0200"]
    assert [c.code for c in regel.retourcodes] == ["0611", "9321"]
    assert regel.retourcodes[1].regel == regel.retourcodes[0].regel + 1
    assert (d.ingediend_saldo, d.toegekend_saldo) == (Decimal("872.40"), Decimal("523.44"))


@pytest.mark.parametrize("bericht", ["JW302", "WMO306", "JW308", "WMO316", "JW318", "WMO320"])
def test_a_return_message_repeats_the_message_and_adds_codes(bericht: str) -> None:
    """Its own identification is apart from that of the message."""
    uit = lees(bericht)
    kop = uit.header
    laagste = [d for d in onderdelen(uit) if "retourcodes" in d.__struct_fields__ and d.element not in {"Header"}]

    assert kop.identificatie_retour == "R26000077"
    assert kop.identificatie == f"B26{kop.soort}001"
    assert all(d.retourcodes for d in laagste)  # type: ignore[attr-defined]


def test_a_message_without_a_header_still_says_what_it_is() -> None:
    """So that its findings can name it."""
    inhoud = voorbeeld("JW319")
    a, b = inhoud.index(b"  <jw319:Header>"), inhoud.index(b"  <jw319:Antwoord>")
    uit = gelezen(inhoud[:a] + inhoud[b:])
    assert uit.bericht is not None

    assert (uit.bericht.naam, uit.bericht.header.dagtekening) == ("JW319", None)
    assert {b.bericht for b in uit.bevindingen} == {"JW319"}


def test_a_record_does_not_print_its_values() -> None:
    """A traceback or a log must not hold a BSN."""
    assert repr(client("JW301")) == "<Client regel 18>"
    assert "999990019" not in "".join(map(repr, onderdelen(lees("JW301"))))


def test_numbers_lose_their_zeros_and_codes_keep_them() -> None:
    """ToewijzingNummer is a number in the standard, a municipality a code."""
    inhoud = voorbeeld("JW323").replace(b">260041<", b">000260041<")
    uit = gelezen(inhoud).bericht
    assert uit is not None
    assert uit.declaratie is not None

    assert next(uit.declaratie.prestaties()).toewijzingnummer == "260041"
    assert uit.header.ontvanger == "0200"


def test_the_table_of_fields_names_elements_and_fields_that_exist() -> None:
    """A slip in the table would leave a field empty for ever."""
    paden: set[str] = set()

    def loop(knoop: Knoop, pad: str) -> None:
        paden.add(f"{knoop.naam}:{pad}")
        for kind in knoop.kinderen:
            loop(kind, "")
            diep(knoop.naam, kind, kind.naam)

    def diep(record: str, knoop: Knoop, pad: str) -> None:
        paden.add(f"{record}:{pad}")
        for kind in knoop.kinderen:
            diep(record, kind, f"{pad}/{kind.naam}")

    for soort in beschrijving().berichten:
        loop(boom(beschrijving(), soort, {}), "")
    for naam, binding in (*BINDINGS.items(), ("Client", CLIENT_VAN_DECLARATIE)):
        velden = {*binding.velden.values(), *binding.delen.values(), *binding.lijsten.values()}
        assert velden <= set(binding.klasse.__struct_fields__)
        gedeeld = {"StartProduct", "StopProduct", "Declaratie", "DeclaratieAntwoord"}
        alle = {"StartProduct", "StopProduct"} if naam in {"StartProduct", "StopProduct"} else {naam}
        alle = {"Declaratie", "DeclaratieAntwoord"} if naam in gedeeld - {"StartProduct", "StopProduct"} else alle
        for pad in (*binding.velden, *binding.delen, *binding.lijsten):
            assert any(f"{wie}:{pad}" in paden for wie in alle), (naam, pad)
