"""Small hand-made protocols: a vocabulary of four dimensions, one rule, and afspraken in any layer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from regioprotocol.export import build
from regioprotocol.model.afspraak import Afspraak, Als, Laag, Voorwaarde
from regioprotocol.model.periode import Geldigheid, Periode, Release
from regioprotocol.model.regel import Inhoud, Lijst, Regel, Soortwaarde, Woord
from regioprotocol.model.regio import Deelname, Regio, Versie
from regioprotocol.model.werkmap import Regiogegevens, Werkmap
from regioprotocol.model.woordenboek import Dimensie, Dimensiewaarde, Gemeente, Woordenboek
from regioprotocol.parameterset import Parameterset
from regioprotocol.resolve import resolve

REGIO: Final = "proef"
REGEL: Final = "proef.regel"
LIJST: Final = "proef.lijst"
GEMEENTE: Final = "9990"
WETTEN: Final = ("Jw", "Wmo")
GROEPEN: Final = ("a", "b", "w")
SITUATIES: Final = ("x", "y")
DAG: Final = date(2025, 6, 1)
RELEASES: Final = (
    Release("1.0", tot_en_met=date(2020, 12, 31)),
    Release("2.0", vanaf=date(2021, 1, 1)),
    Release("2.1"),
    Release("3.0", uiterlijk=date(2025, 3, 7)),
)


def _waarde(waarde: str, **volgt: str) -> Dimensiewaarde:
    return Dimensiewaarde(waarde=waarde, volgt=tuple((sleutel, (w,)) for sleutel, w in volgt.items()))


WOORDENBOEK: Final = Woordenboek(
    dimensies={
        "wet": Dimensie(naam="wet", titel="Wet", herkomst="bericht", waarden=tuple(map(_waarde, WETTEN))),
        "domein": Dimensie(
            naam="domein",
            titel="Domein",
            herkomst="afgeleid",
            waarden=(_waarde("jeugd", wet="Jw"), _waarde("volwassen", wet="Wmo")),
        ),
        "productgroep": Dimensie(
            naam="productgroep",
            titel="Groep",
            herkomst="afgeleid",
            waarden=(_waarde("a", wet="Jw"), _waarde("b", wet="Jw"), _waarde("w", wet="Wmo")),
        ),
        "situatie": Dimensie(
            naam="situatie",
            titel="Situatie",
            herkomst="buiten",
            waarden=tuple(map(_waarde, SITUATIES)),
            meervoudig=True,
        ),
        "gemeente": Dimensie(naam="gemeente", titel="Gemeente", herkomst="bericht", codelijsten=("gemeenten",)),
    },
    gemeenten={GEMEENTE: Gemeente(code=GEMEENTE, naam="Proefstad")},
    releases=RELEASES,
    laatste_release="3.0",
    eerste_jaar=2020,
    laatste_jaar=2030,
)
_WOORDEN: Final[dict[str, Any]] = {"titel": "Proef", "vraag": "Wat geldt?", "antwoord": "{waarde}.", "bron": "proef"}
REGELS: Final = {
    REGEL: Regel(naam=REGEL, soort=Soortwaarde.KEUZE, **_WOORDEN),
    LIJST: Regel(naam=LIJST, soort=Soortwaarde.LIJST, **_WOORDEN),
}


def als(**voorwaarden: str | tuple[str, ...]) -> Als:
    """Write conditions: als(wet='Jw', situatie=('x', 'y')) is any of x and y."""
    return tuple(
        sorted(Voorwaarde(s, (w,) if isinstance(w, str) else tuple(sorted(w))) for s, w in voorwaarden.items())
    )


def afspraak(
    waarde: str | tuple[str, ...],
    laag: Laag = "regio",
    voorwaarden: Als = (),
    *,
    geldig: Geldigheid | None = None,
    **anders: Any,
) -> Afspraak:
    """Make an entry with a choice, or (for a tuple) a list."""
    inhoud: Inhoud = Woord(waarde) if isinstance(waarde, str) else Lijst(waarde)
    return Afspraak(
        regel=REGEL if isinstance(waarde, str) else LIJST,
        laag=laag,
        soort="standaard" if laag in {"iStandaarden", "standaardprotocol"} else "afwijking",
        inhoud=inhoud,
        als=voorwaarden,
        geldig=geldig or Geldigheid(),
        gemeente=GEMEENTE if laag == "gemeente" else "",
        **anders,
    )


def werkmap(afspraken: Iterable[Afspraak], *, vaste_release: str | None = None, **regio: Any) -> Werkmap:
    """Put entries in a workspace with one region in which one municipality takes part."""
    rij = tuple(afspraken)
    landelijk = tuple(a for a in rij if a.laag in {"iStandaarden", "standaardprotocol"})
    eigen = tuple(a for a in rij if a.laag in {"gemeente", "regio"})
    deelname = Deelname(gemeente=GEMEENTE, domeinen=("jeugd",), periode=Periode(date(2024, 1, 1)))
    versie = Versie(nummer="1", status="definitief", geldt=Geldigheid(vanaf=date(2024, 1, 1)))
    velden: dict[str, Any] = {"deelname": (deelname,), "versies": (versie,), "vaste_release": vaste_release, **regio}
    gegevens = Regiogegevens(regio=Regio(naam=REGIO, titel="Proefregio", **velden), afspraken=eigen)
    return Werkmap(woordenboek=WOORDENBOEK, regels=REGELS, landelijk=landelijk, regios={REGIO: gegevens})


def parameterset(afspraken: Iterable[Afspraak], regio: str | None = REGIO, **anders: Any) -> Parameterset:
    """Resolve entries to a set."""
    return build(resolve(werkmap(afspraken, **anders), regio))
