"""Laws of judging one message: nothing makes it fail, overlap is what it is, and a region counts only for its own."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Final

import pytest
from conftest import STANDAARD
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regioprotocol.diagnostics import soort
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import judge_message
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.records import (
    AangevraagdProduct,
    Bericht,
    Client,
    Header,
    NieuwProduct,
    OngewijzigdProduct,
    StartStop,
    TeWijzigenProduct,
    ToegewezenProduct,
    Verzoek,
)
from regioprotocol.parameterset import Index, Parameterset

LAWS: Final = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VANDAAG: Final = date(2026, 6, 1)
MIJOV: Final = "midden-ijssel-oost-veluwe"
DAGEN: Final = st.one_of(
    st.none(), st.dates(date(2019, 1, 1), date(2028, 12, 31)), st.just(date.max), st.just(date.min)
)
CODES: Final = st.sampled_from([None, "45", "01", "45A01", "50A02", "01A01", "45Z99", "", "ABCDE"])
EENHEDEN: Final = st.sampled_from([None, "01", "04", "14", "16", "82", "83", "84", "99"])
FREQUENTIES: Final = st.sampled_from([None, "1", "2", "4", "6", "9"])
OMVANG: Final = {
    "categorie": st.sampled_from([None, "45", "01", "50", "99"]),
    "productcode": CODES,
    "einddatum": DAGEN,
    "volume": st.one_of(st.none(), st.integers(0, 99_999_999)),
    "eenheid": EENHEDEN,
    "frequentie": FREQUENTIES,
}
NUMMERS: Final = st.sampled_from([None, "1", "2", "3"])
TOEGEWEZEN: Final = st.builds(
    ToegewezenProduct,
    toewijzingnummer=NUMMERS,
    ingangsdatum=DAGEN,
    reden_wijziging=st.sampled_from([None, "01", "04", "13", "99"]),
    **OMVANG,
)
STARTSTOP: Final = st.builds(
    StartStop,
    toewijzingnummer=NUMMERS,
    productcode=CODES,
    toewijzing_ingangsdatum=DAGEN,
    begindatum=DAGEN,
    einddatum=DAGEN,
    reden_beeindiging=st.sampled_from([None, "19", "20", "31", "38", "99"]),
    status_aanlevering=st.sampled_from([None, "1", "2", "3", "x"]),
)
AANGEVRAAGD: Final = st.builds(
    AangevraagdProduct,
    referentie_aanbieder=st.sampled_from([None, "R1", "R2"]),
    ingangsdatum=DAGEN,
    verwijzer=st.sampled_from([None, "01", "02", "04", "06", "99"]),
    **OMVANG,
)
VERZOEK: Final = st.builds(
    Verzoek,
    ongewijzigd=st.lists(st.builds(OngewijzigdProduct, toewijzingnummer=NUMMERS), max_size=3).map(tuple),
    te_wijzigen=st.lists(
        st.builds(TeWijzigenProduct, toewijzingnummer=NUMMERS, gewenste_ingangsdatum=DAGEN), max_size=2
    ).map(tuple),
    nieuw=st.lists(st.builds(NieuwProduct, gewenste_ingangsdatum=DAGEN, **OMVANG), max_size=2).map(tuple),
)


@st.composite
def berichten(draw: st.DrawFn, gemeente: str) -> Bericht:
    """Make a 301, 305, 307, 315 or 317 in which anything can be missing or wrong."""
    nummer = draw(st.sampled_from(["301", "305", "307", "315", "317"]))
    lijst = {
        "301": ("toegewezen", TOEGEWEZEN),
        "305": ("gestart", STARTSTOP),
        "307": ("gestopt", STARTSTOP),
        "315": ("aangevraagd", AANGEVRAAGD),
    }
    inhoud = (
        {"verzoek": draw(st.one_of(st.none(), VERZOEK))}
        if nummer == "317"
        else {lijst[nummer][0]: draw(st.lists(lijst[nummer][1], max_size=3).map(tuple))}
    )
    client = Client(bsn="999900006", geboortedatum=draw(DAGEN), **inhoud)
    header = Header(
        soort=nummer,
        wet=draw(st.sampled_from(["Jw", "Wmo"])),
        release="3.2",
        afzender=gemeente if nummer == "301" else "99990001",
        ontvanger="99990001" if nummer == "301" else gemeente,
        dagtekening=draw(DAGEN),
    )
    return Bericht(bestand="bericht.xml", header=header, client=draw(st.one_of(st.just(client), st.none())))


@pytest.fixture(scope="module")
def naslagen(sets: dict[str, Parameterset]) -> dict[str, Naslag]:
    """Give the look-ups of every set, made once."""
    return {naam: Naslag(Index.van(p)) for naam, p in sets.items()}


def beoordeel(bericht: Bericht, naslag: Naslag) -> list[Bevinding]:
    """Judge by every rule inside the message."""
    return list(judge_message(Berichtcontext(bericht, naslag, VANDAAG)))


@LAWS
@given(bericht=st.one_of(berichten("0200"), berichten("9901"), berichten("0384")))
def test_no_message_makes_the_engine_fail(bericht: Bericht, naslagen: dict[str, Naslag]) -> None:
    for naslag in naslagen.values():
        for b in beoordeel(bericht, naslag):
            assert b.ernst == soort(b.code).ernst
            assert b.tekst
            assert "999900006" not in repr(b.als_dict())


@LAWS
@given(bericht=berichten("0384"))
def test_a_region_says_nothing_about_another_municipality(bericht: Bericht, naslagen: dict[str, Naslag]) -> None:
    """What is refused is exactly what the standard refuses, with the same rule and return code."""
    van_regio, van_standaard = (
        [(b.regel, b.retourcode, b.tekst) for b in beoordeel(bericht, naslagen[naam]) if b.ernst == "fout"]
        for naam in (MIJOV, STANDAARD)
    )
    assert van_regio == van_standaard


@LAWS
@given(
    perioden=st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2026, 2, 28)), st.one_of(st.none(), st.integers(0, 40))), max_size=5
    )
)
def test_overlap_is_a_shared_day(perioden: list[tuple[date, int | None]], naslagen: dict[str, Naslag]) -> None:
    """Counted day by day: a product stands there twice when two of its periods share a day (TR302)."""
    laatste = date(2026, 6, 30)
    einden = [None if dagen is None else begin + timedelta(days=dagen) for begin, dagen in perioden]
    toegewezen = tuple(
        ToegewezenProduct(
            toewijzingnummer=str(nummer), categorie="45", productcode="45A01", ingangsdatum=begin, einddatum=eind
        )
        for nummer, ((begin, _), eind) in enumerate(zip(perioden, einden, strict=True))
    )
    header = Header(soort="301", wet="Jw", release="3.2", dagtekening=date(2026, 3, 1))
    bevindingen = beoordeel(
        Bericht(bestand="b", header=header, client=Client(toegewezen=toegewezen)), naslagen[STANDAARD]
    )

    per_dag = [
        {begin + timedelta(days=n) for n in range(((eind or laatste) - begin).days + 1)}
        for (begin, _), eind in zip(perioden, einden, strict=True)
    ]
    gedeeld = sum(not een.isdisjoint(ander) for een, ander in combinations(per_dag, 2))
    assert sum(b.regel == "TR302" for b in bevindingen) == gedeeld
