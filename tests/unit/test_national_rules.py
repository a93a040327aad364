"""National rules in the set: found by number, with the return code of the national list or none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from msgspec import structs

from regioprotocol.diagnostics import SOORTEN
from regioprotocol.parameterset import Index, Parameterset, decode, digest_of, encode, retourcode
from regioprotocol.parameterset.records import Controle
from regioprotocol.pipeline import Gelezen

REGIO = "midden-ijssel-oost-veluwe"


@pytest.fixture(scope="module")
def index(sets: Mapping[str, Parameterset]) -> Index:
    """Give the set of the real region."""
    return Index.van(sets[REGIO])


def rijen(index: Index) -> list[Controle]:
    """Give every national rule of the set."""
    return list(index.controles.values())


@pytest.mark.parametrize(
    ("controle", "bericht", "wet", "code"),
    [
        ("TR418", "323", "Jw", "0611"),
        ("TR418", "323", "Wmo", "0611"),
        ("TR381", "323", "Wmo", "S329"),
        ("TR381", "319", "Jw", ""),
        ("TR341", "323", "Jw", "9341"),
        ("TR002", "315", "Wmo", "0001"),
        ("TR101", "323", "Jw", "0001"),
        ("TR101", "325", "Jw", ""),  # WJ001 has no 0001 on the 325
        ("TR377", "319", "Jw", "0001"),
        ("TR377", "319", "Wmo", ""),  # woonplaatsbeginsel: Jeugdwet only
        ("TR019", "307", "Wmo", "9019"),  # the index names only the 305; WJ001 decides
        ("TR382", "307", "Jw", "9069"),  # WJ001 still says TR069
        ("TR355", "319", "Jw", ""),  # the index says 9355; WJ001 does not have it
        ("TR337", "325", "Jw", ""),
        ("OP364", "305", "Jw", ""),
        ("TR999", "323", "Jw", ""),
    ],
)
def test_a_rule_has_a_return_code_only_where_the_national_list_has_one(
    index: Index, controle: str, bericht: str, wet: str, code: str
) -> None:
    """Codelijsten, WJ001 of each law."""
    assert retourcode(index, controle, bericht, wet) == code


def test_every_return_code_of_the_lists_comes_back_with_its_rule(gelezen: Gelezen, index: Index) -> None:
    """And nothing else than what the lists and 0001 give."""
    namen = {s: c.controle for c in rijen(index) for s in c.synoniemen} | {c: c for c in index.controles}
    lijsten = gelezen.werkmap.woordenboek.codelijsten
    verwacht = {
        (namen[code.regel], bericht, wet): code.code
        for naam, wet in (("WJ001-Jw", "Jw"), ("WJ001-Wmo", "Wmo"))
        for code in lijsten[naam].codes.values()
        if code.regel
        for bericht in code.berichten
    }
    gevonden = {sleutel: code for sleutel, code in index.retourcodes.items() if code != "0001"}
    assert gevonden == verwacht
    met_0001 = {controle for (controle, _, _), code in index.retourcodes.items() if code == "0001"}
    assert {index.controles[controle].niveau for controle in met_0001} == {"binnen bericht"}


def test_a_rule_is_told_whole(index: Index) -> None:
    """What a vendor shows to someone whose declaration was rejected."""
    regel = index.controles["TR418"]
    assert (regel.soort, regel.niveau, regel.wet, regel.berichten) == (
        "technische regel", "tussen berichten", ("Jw", "Wmo"), ("323",),
    )  # fmt: skip
    assert "contract" in regel.zin
    assert "opnieuw in" in str(regel.wat_nu)
    assert "het tarief van een vorige periode" in regel.oorzaken


def test_every_set_has_the_same_rules(sets: Mapping[str, Parameterset]) -> None:
    """They are national."""
    assert len({parameterset.controles for parameterset in sets.values()}) == 1


def test_the_set_has_the_meaning_of_its_return_codes(index: Index) -> None:
    """Each code of a rule stands in a list of the set."""
    codes = {code.code for lijst in index.parameterset.codelijsten for code in lijst.codes}
    assert set(index.retourcodes.values()) <= codes


def test_a_code_that_has_days_carries_them_in_the_set(index: Index) -> None:
    """Codelijsten, JZ588: reason 38 since 1 April 2022."""
    (redenen,) = (lijst for lijst in index.parameterset.codelijsten if lijst.codelijst == "JZ588")
    vanaf = {code.code: code.vanaf for code in redenen.codes}
    assert (vanaf["20"], vanaf["37"], vanaf["38"]) == ("2015-01-01", "2021-01-01", "2022-04-01")


def test_every_national_rule_that_something_names_is_known(gelezen: Gelezen, index: Index) -> None:
    """The catalogue, its cases, and our own findings."""
    nummer = re.compile(r"(OP|TR|IV|UP|CS)[0-9]{3}(x[0-9]+)?")
    werkmap = gelezen.werkmap
    bronnen = {b for regel in werkmap.regels.values() for b in regel.bron}
    bronnen |= {b for geval in werkmap.landelijk for b in geval.bron}
    genoemd = {bron for bron in bronnen if nummer.fullmatch(bron)} | {s.regel for s in SOORTEN if s.regel}
    assert len(genoemd) > 100
    # The hub has no rules; it answers with a code of its own list.
    codes_van_het_knooppunt = set(werkmap.woordenboek.codelijsten["Fo01"].codes)
    assert genoemd - set(index.controles) - codes_van_het_knooppunt == set()


def test_a_set_from_before_the_rules_is_read_and_stays_the_same(sets: Mapping[str, Parameterset]) -> None:
    """A key that joined within the major may be missing; the digest of such a set still holds."""
    data = json.loads(encode(sets[REGIO]))
    del data["controles"]
    oud = decode(json.dumps(data).encode())
    assert Index.van(oud).controles == {}
    assert retourcode(Index.van(oud), "TR418", "323", "Jw") == ""
    zelfde = structs.replace(oud, digest=digest_of(oud))
    assert b'"controles"' not in encode(zelfde)
    assert decode(encode(zelfde)).digest == digest_of(decode(encode(zelfde)))
