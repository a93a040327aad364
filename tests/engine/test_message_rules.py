"""Findings that are no fout, and slips that only a changed message shows. The refusals are in tests/conformance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import pytest
from conftest import ROOT, STANDAARD
from msgspec import structs

from regioprotocol.diagnostics.codes.message_rules import MESSAGE_RULES
from regioprotocol.engine.check import check
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import HOOGSTENS, Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Leesinstelling, read_message, uit_bytes
from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.parameterset.records import Product

BERICHTEN: Final = ROOT / "tests" / "conformance" / "berichten"
MIJOV: Final = "midden-ijssel-oost-veluwe"
VOORBEELD: Final = "voorbeeldregio"
VANDAAG: Final = date(2026, 3, 15)


def lees(naam: str, *vervang: tuple[str, str]) -> bytes:
    """Give a message of the suite with some texts replaced; each text stands there."""
    tekst = (BERICHTEN / f"{naam}.xml").read_text(encoding="utf-8")
    for oud, nieuw in vervang:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw)
    return tekst.encode()


def naar_wmo(nummer: str, jw: str, wmo: str) -> tuple[tuple[str, str], ...]:
    """Turn a message of the Jeugdwet into the same message of the Wmo."""
    return (
        (f"ijw/3_2/jw{nummer}", f"iwmo/3_2/wmo{nummer}"),
        ("ijw/3_2/basis", "iwmo/3_2/basis"),
        (f"<b:BerichtCode>{jw}", f"<b:BerichtCode>{wmo}"),
    )


def beoordeel(parameterset: Parameterset | Index, inhoud: bytes, **anders: object) -> tuple[Bevinding, ...]:
    """Judge one message."""
    index = parameterset if isinstance(parameterset, Index) else Index.van(parameterset)
    opdracht = Opdracht(Naslag(index), VANDAAG)._replace(**anders)
    gelezen = read_message(uit_bytes("bericht.xml", inhoud), Leesinstelling(index.parameterset.codelijsten))
    return judge(opdracht, [[gelezen]]).bevindingen


def kort(bevindingen: tuple[Bevinding, ...]) -> list[tuple[str, str, int]]:
    """Give code, rule and line."""
    return [(b.code, b.regel, b.regelnummer) for b in bevindingen]


# --- once per message


def test_a_message_of_another_municipality_says_once_that_only_national_rules_hold(
    sets: Mapping[str, Parameterset],
) -> None:
    bevindingen = beoordeel(sets[MIJOV], lees("tr302-een-dag-overlap"))

    assert kort(bevindingen) == [("RP931", "", 7), ("RP938", "TR302", 66)]
    assert bevindingen[0].tekst == (
        "De gemeente 0384 hoort niet bij de regio Midden-IJssel/Oost-Veluwe: alleen landelijke regels."
    )


def test_a_message_from_before_the_protocol_says_so(sets: Mapping[str, Parameterset]) -> None:
    (bevinding,) = [b for b in beoordeel(sets[MIJOV], lees("wmo315-voor-het-protocol")) if b.code == "RP931"]

    assert bevinding.tekst.startswith("Het protocol van de regio Midden-IJssel/Oost-Veluwe geldt pas vanaf 2024-01-01")


def test_the_standard_is_for_every_municipality(sets: Mapping[str, Parameterset]) -> None:
    assert "RP931" not in {b.code for b in beoordeel(sets[STANDAARD], lees("tr302-een-dag-overlap"))}


def test_a_set_without_product_codes_says_once_that_they_cannot_be_judged(sets: Mapping[str, Parameterset]) -> None:
    """Two products, one finding, and never a refusal."""
    bevindingen = beoordeel(sets[MIJOV], lees("tr302-een-dag-overlap"), gemeente="0200")

    assert [b.code for b in bevindingen if b.regel == "TR381"] == ["RP932"]
    assert "productcodes" in bevindingen[0].tekst
    assert bevindingen[0].retourcode == ""


def test_a_message_with_very_many_findings_is_cut_off(sets: Mapping[str, Parameterset]) -> None:
    regel = "        <b:OngewijzigdProduct>\n          <b:ToewijzingNummer>1</b:ToewijzingNummer>\n"
    regel += "        </b:OngewijzigdProduct>\n"
    bevindingen = beoordeel(sets[STANDAARD], lees("tr352-gelijk-en-nieuw", (regel, regel * (HOOGSTENS + 100))))

    assert [b.code for b in bevindingen].count("RP938") == HOOGSTENS
    (laatste,) = [b for b in bevindingen if b.code == "RP985"]
    assert laatste.tekst == "Dit bericht heeft nog 99 meldingen. Die laten we weg."


# --- what no message says


def test_a_fact_from_outside_makes_a_vot_impossible_to_judge(sets: Mapping[str, Parameterset]) -> None:
    """A VOT after a referral by the gemeente is only allowed with an open beschikking (OP307)."""
    inhoud = lees("tr383-eigen-kenmerk", ("<s:Type>02", "<s:Type>01"))
    (bevinding,) = [b for b in beoordeel(sets[STANDAARD], inhoud) if b.regel == "vot.gebruik"]

    assert (bevinding.code, bevinding.ernst, bevinding.herkomst.bron) == ("RP932", "waarschuwing", "OP307")
    assert "de cliënt heeft een beschikking zonder aanbieder" in bevinding.hint


@pytest.mark.parametrize(("situatie", "codes"), [("open beschikking", []), ("nieuwe hulpvraag", ["RP933", "RP933"])])
def test_what_the_user_knows_decides(situatie: str, codes: list[str], sets: Mapping[str, Parameterset]) -> None:
    inhoud = lees("tr383-eigen-kenmerk", ("<s:Type>02", "<s:Type>01"))
    bevindingen = beoordeel(sets[STANDAARD], inhoud, feiten={"situatie": frozenset({situatie})})

    assert [b.code for b in bevindingen if b.regel == "vot.gebruik"] == codes


def test_a_refusal_stays_one_when_no_fact_from_outside_gives_another_answer(sets: Mapping[str, Parameterset]) -> None:
    """Whatever the situation is, a WMO315 is refused in this region (Annex 4, hoofdstuk 4)."""
    (bevinding,) = [b for b in beoordeel(sets[MIJOV], lees("wmo315-apeldoorn")) if b.regel == "vot.gebruik"]

    assert (bevinding.code, bevinding.retourcode) == ("RP933", "")
    assert (bevinding.herkomst.laag, bevinding.herkomst.bron) == ("regio", "Annex 4, hoofdstuk 4")
    assert bevinding.tekst == "De gemeente keurt een WMO315 af."
    assert bevinding.wat_nu.startswith("De cliënt meldt zich bij de gemeentelijke toegang.")


def test_an_extended_assignment_may_be_longer(sets: Mapping[str, Parameterset]) -> None:
    (bevinding,) = [
        b for b in beoordeel(sets[MIJOV], lees("langer-dan-een-jaar-verlengd")) if b.regel == "toewijzing.maximale_duur"
    ]

    assert bevinding.code == "RP932"


# --- the product table


def test_a_code_that_ended_names_its_successor(sets: Mapping[str, Parameterset]) -> None:
    (bevinding,) = beoordeel(sets[VOORBEELD], lees("product-geldt-niet-meer"))

    assert bevinding.hint == "Dit product is opgevolgd door 45B02 (Gezinsbegeleiding thuis, in uren)."
    assert (bevinding.geval, bevinding.verwacht) == ("product:45B01", "vanaf 2025-01-01 tot en met 2025-12-31")


def test_a_code_with_a_typing_error_gets_the_nearest(sets: Mapping[str, Parameterset]) -> None:
    (bevinding,) = beoordeel(sets[VOORBEELD], lees("onbekende-productcode", ("45Z99", "45A011"[:4] + "9")))

    assert bevinding.hint.startswith("Bedoelde u '45A0")


def test_a_product_of_the_other_law_says_which(sets: Mapping[str, Parameterset]) -> None:
    inhoud = lees("onbekende-productcode", ("45Z99", "02A01"))
    (bevinding,) = [b for b in beoordeel(sets[VOORBEELD], inhoud) if b.regel == "TR381"]

    assert bevinding.tekst == "Productcode 02A01 hoort bij de Wmo, niet bij de Jw."


def test_a_municipality_can_buy_part_of_the_products(sets: Mapping[str, Parameterset]) -> None:
    """Then only national rules hold for the others, which is said at the product."""
    p = sets[VOORBEELD]
    zonder = tuple(d for d in p.deelname if not (d.gemeente == "9901" and d.domein == "MO/BW"))
    product = (("<s:Categorie>50", "<s:Categorie>15"), ("50A02", "15A01"), ("<s:Eenheid>04", "<s:Eenheid>14"))
    inhoud = lees("uren-output-voorbeeldstad", *naar_wmo("301", "436", "414"), *product)
    bevindingen = beoordeel(structs.replace(p, deelname=zonder), inhoud)

    (bevinding,) = [b for b in bevindingen if b.regel == "productcodetabel"]
    assert bevinding.code == "RP931"
    assert bevinding.tekst.startswith("De gemeente 9901 koopt dit product op deze dag niet via de regio Voorbeeldregio")


def test_the_unit_of_the_declaration_is_recognised_as_a_slip(sets: Mapping[str, Parameterset]) -> None:
    (bevinding,) = beoordeel(sets[VOORBEELD], lees("toegewezen-in-minuten"))

    assert (bevinding.gevonden, bevinding.verwacht) == ("01", "04 (uur)")
    assert bevinding.oorzaak == "dit is de eenheid waarin u declareert"


# --- sGGZ: a rule that a region made itself


def _met_sggz(p: Parameterset) -> Parameterset:
    """Give the sGGZ products of the region, whose codes no source names, invented ones."""
    codes = {"Diagnostiek (sGGZ)": "54A01", "Behandelgroep duurzaam (sGGZ)": "54A02"}
    producten = tuple(
        structs.replace(product, code=codes[product.naam], categorie="54")
        for product in p.producten
        if product.naam in codes
    )
    assert {type(product) for product in producten} == {Product}
    return structs.replace(p, producten=producten)


def _vot(*codes: str) -> bytes:
    tekst = lees("tr383-eigen-kenmerk", ("0384", "0200"), ("<s:Categorie>45", "<s:Categorie>54")).decode()
    for oud, nieuw in zip(("45A01", "45A02"), codes, strict=True):
        tekst = tekst.replace(oud, nieuw)
    return tekst.encode()


def test_diagnostics_and_treatment_are_not_asked_for_together(sets: Mapping[str, Parameterset]) -> None:
    bevindingen = beoordeel(_met_sggz(sets[MIJOV]), _vot("54A01", "54A02"))
    (bevinding,) = [b for b in bevindingen if b.regel == "mijov.sggz_aanvraag"]

    assert (bevinding.code, bevinding.gevonden, bevinding.herkomst.bron) == ("RP981", "54A01", "Annex 4, hoofdstuk 4")
    assert bevinding.verwant[0].tekst == "hier vraagt u behandeling aan"


def test_diagnostics_alone_depends_on_what_comes_after(sets: Mapping[str, Parameterset]) -> None:
    bevindingen = beoordeel(_met_sggz(sets[MIJOV]), _vot("54A01", "54A01"))

    assert {b.code for b in bevindingen if b.regel == "mijov.sggz_aanvraag"} == {"RP932"}


def test_treatment_alone_is_fine(sets: Mapping[str, Parameterset]) -> None:
    bevindingen = beoordeel(_met_sggz(sets[MIJOV]), _vot("54A02", "54A02"))

    assert not any(b.regel == "mijov.sggz_aanvraag" for b in bevindingen)


# --- unusual, but no rule says that it is wrong


@pytest.mark.parametrize(
    ("naam", "vervang", "verwacht"),
    [
        ("tr302-perioden-sluiten-aan", ("2026-03-31", "2025-12-31"), ("RP983", "", 51)),
        ("op033x2-verwijderen", ("2026-03-01</b:Begin", "2026-03-11</b:Begin"), ("RP983", "OP011", 37)),
    ],
)
def test_what_is_unusual_is_a_warning(
    naam: str, vervang: tuple[str, str], verwacht: tuple[str, str, int], sets: Mapping[str, Parameterset]
) -> None:
    bevindingen = beoordeel(sets[STANDAARD], lees(naam, vervang))

    assert [r for r in kort(bevindingen) if r[0] == "RP983"] == [verwacht]
    assert {b.ernst for b in bevindingen} <= {"waarschuwing"}


def test_the_woonplaatsbeginsel_is_not_of_the_wmo(sets: Mapping[str, Parameterset]) -> None:
    inhoud = lees("tr377-zonder-gemeente", *naar_wmo("319", "488", "482"))
    (bevinding,) = beoordeel(sets[STANDAARD], inhoud)

    assert (bevinding.code, bevinding.regel, bevinding.verwacht) == ("RP983", "afwijzing.reden_andere_gemeente", "5")


# --- a finding lacks nothing


def test_a_wrong_code_says_which_law_it_comes_from(sets: Mapping[str, Parameterset]) -> None:
    """31 means something else in each law; 19 exists in one of them only."""
    (bevinding,) = [b for b in beoordeel(sets[STANDAARD], lees("stopreden-19-in-jw")) if b.ernst == "fout"]

    assert bevinding.oorzaak == "de code komt uit de lijst van de andere wet"
    assert bevinding.element == "RedenBeeindiging"


def test_every_case_of_the_suite_gives_findings_without_gaps(sets: Mapping[str, Parameterset]) -> None:
    soorten = {s.code: s.ernst for s in MESSAGE_RULES}
    for naam, gemeente in ((MIJOV, "0200"), (VOORBEELD, "9901"), (STANDAARD, "")):
        index = Index.van(sets[naam])
        for pad in sorted(BERICHTEN.glob("*.xml")):
            for b in beoordeel(index, pad.read_bytes(), gemeente=gemeente):
                if b.code not in soorten:
                    continue  # about the structure
                assert b.ernst == soorten[b.code], pad
                assert b.tekst.endswith((".", "?")), (pad, b.tekst)
                assert b.bericht, pad
                assert b.regelnummer > 0, pad
                assert b.element, pad
                assert "999900006" not in repr(b.als_dict()), pad
                assert b.hint or b.wat_nu, pad


def test_a_python_user_needs_one_call(sets: Mapping[str, Parameterset]) -> None:
    uitslag = check(sets[MIJOV], [BERICHTEN / "wmo317-apeldoorn.xml"], vandaag=VANDAAG)

    assert not uitslag.goed
    assert uitslag.samenvatting.berichten == 1
    assert [b.regel for b in uitslag.bevindingen if b.ernst == "fout"] == ["vow.gebruik"]


def test_messages_that_were_read_before_are_one_series(sets: Mapping[str, Parameterset]) -> None:
    """Their findings come in the order in which they were given."""
    gelezen = [
        read_message(uit_bytes(naam, lees(bestand)))
        for naam, bestand in (("b.xml", "tr018-einde-voor-begin"), ("a.xml", "tr352-alleen-nieuw-product"))
    ]
    uitslag = check(Index.van(sets[STANDAARD]), gelezen, vandaag=VANDAAG)

    fouten = [(b.bestand, b.regel) for b in uitslag.bevindingen if b.ernst == "fout"]
    # These two share an identification, which a sender uses once: b is the later of the two.
    assert fouten == [("b.xml", "TR056"), ("b.xml", "TR018"), ("a.xml", "TR352")]


@pytest.mark.parametrize(
    ("code", "naam"),
    [
        ("RP931", "andere-gemeente-alleen-landelijk"),
        ("RP932", "jw317-apeldoorn"),
        ("RP933", "wmo315-apeldoorn"),
        ("RP934", "jw315-zonder-einddatum"),
        ("RP935", "onbekende-productcode"),
        ("RP936", "frequentie-etmaal-per-dag"),
        ("RP937", "tr018-einde-voor-begin"),
        ("RP938", "tr302-een-dag-overlap"),
        ("RP939", "op033x2-status-2"),
        ("RP980", "langer-dan-een-jaar-apeldoorn"),
        ("RP981", "tr352-alleen-nieuw-product"),
        ("RP982", "tr061-geen-adres-van-client"),
        ("RP984", "aspecifiek-apeldoorn"),
    ],
)
def test_every_kind_of_finding_has_a_message_of_the_suite(
    code: str, naam: str, sets: Mapping[str, Parameterset]
) -> None:
    """RP983 and RP985 are above."""
    inhoud = lees(naam)
    per_gemeente = {b"0200": MIJOV, b"9901": VOORBEELD, b"0384": MIJOV}
    (gebruikt,) = {set_ for gemeente, set_ in per_gemeente.items() if b">" + gemeente + b"<" in inhoud}

    assert code in {b.code for b in beoordeel(sets[gebruikt], inhoud)}
