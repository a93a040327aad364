"""A made-up national corpus: 42 regions of 40 afspraken and 1,000 products, over the 342 real municipality codes.

    python benchmarks/corpus.py FOLDER      the same bytes every time

Every word in it is invented; it exists to measure time, and validates without findings.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

REGIOS, AFSPRAKEN, PRODUCTEN = 42, 40, 1_000
WOORDEN = tuple(
    "jeugdhulp ambulant begeleiding individueel groep verblijf dagbehandeling ondersteuning thuis specialistisch basis "
    "intensief licht midden zwaar vervoer onderwijs gezin ouder pleegzorg respijt kort lang regionaal".split()
)
CATEGORIEEN = ("41", "42", "43", "44", "45", "46", "50", "51", "54")
# The units and frequencies that the standard allows together, by variant.
EENHEDEN = {"inspanningsgericht": ("01", "04"), "outputgericht": ("82",)}


def gemeentecodes() -> list[str]:
    """Give the codes from the national layer."""
    national = Path(__file__).parent.parent / "protocols" / "gemeenten.yaml"
    rijen = yaml.load(national.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["gemeenten"]
    return [rij["code"] for rij in rijen]


def main(folder: Path) -> None:
    """Write the workspace."""
    toeval = random.Random(20260101)
    codes = gemeentecodes()
    for nummer in range(REGIOS):
        naam = f"regio-{nummer:02d}"
        map_ = folder / "regions" / naam
        map_.mkdir(parents=True, exist_ok=True)
        (folder / "productcodes").mkdir(exist_ok=True)
        (map_ / "regio.yaml").write_text(regio(naam, codes[nummer::REGIOS]), encoding="utf-8")
        (map_ / "bronnen.yaml").write_text(bronnen(), encoding="utf-8")
        (map_ / "afspraken.yaml").write_text("".join(afspraken(toeval)), encoding="utf-8")
        (folder / "productcodes" / f"{naam}.yaml").write_text("".join(producten(naam, toeval)), encoding="utf-8")


def zin(toeval: random.Random, woorden: int) -> str:
    """Give some words."""
    return " ".join(toeval.choice(WOORDEN) for _ in range(woorden)).capitalize()


def regio(naam: str, codes: list[str]) -> str:
    """Give a region with its municipalities."""
    deelname = "".join(
        f"  - {{ gemeente: '{code}', domeinen: [Jw, Wmo], geldig: vanaf 2024-01-01, bron: 'Protocol, hoofdstuk 1' }}\n"
        for code in codes
    )
    return (
        f"regio: {naam}\nnaam: Jeugdregio {naam}\nvoorbeeld: ja\n"
        "volgt: { standaardprotocol: [inspanningsgericht, outputgericht], release: laatste }\n"
        "versies:\n  - { nummer: '1', status: voorbeeld, geldt: vanaf 2024-01-01, officieel: nee }\n"
        f"deelname:\n{deelname}"
    )


def bronnen() -> str:
    """Give the register."""
    paragrafen = "[hoofdstuk 1, hoofdstuk 2]"
    return f"documenten:\n  - document: Protocol\n    titel: Verzonnen protocol\n    paragrafen: {paragrafen}\n"


def afspraken(toeval: random.Random) -> Iterator[str]:
    """Give afspraken that differ by perceel, so that none of them clash."""
    yield "voor_dit_bestand: { geldig: vanaf 2024-01-01, versie: '1', bron: 'Protocol, hoofdstuk 2' }\nafspraken:\n"
    regels = ("vot.indientermijn", "start.termijn", "stop.termijn", "correctie.goedgekeurd")
    for nummer in range(AFSPRAKEN):
        yield (
            f"  - regel: {regels[nummer % len(regels)]}\n    soort: afwijking\n"
            f"    als: {{ perceel: perceel {nummer // len(regels)} }}\n    na: intake\n"
            f"    termijn: {toeval.randint(11, 40)} werkdagen\n"
            f"    reden: >\n      {zin(toeval, 30)}.\n      {zin(toeval, 22)}.\n"
        )


def producten(naam: str, toeval: random.Random) -> Iterator[str]:
    """Give a table of products, each with two tariffs."""
    yield f"regio: {naam}\nstatus: voorbeeld\nproducten:\n"
    for nummer in range(PRODUCTEN):
        categorie = CATEGORIEEN[nummer % len(CATEGORIEEN)]
        volgnummer = nummer // len(CATEGORIEEN)
        variant = toeval.choice(("inspanningsgericht", "outputgericht"))
        bedrag = toeval.randint(100, 60_000)
        yield (
            f"  - code: '{categorie}{chr(65 + volgnummer // 100)}{volgnummer % 100:02d}'\n"
            f"    naam: {zin(toeval, 4)}\n    categorie: '{categorie}'\n    wet: [Jw]\n    variant: {variant}\n"
            f"    eenheid: '{toeval.choice(EENHEDEN[variant])}'\n    frequenties: ['2', '4']\n"
            "    geldig: vanaf 2024-01-01\n    tarief:\n"
            f"      - {{ geldig: 2024-01-01 t/m 2025-12-31, bedrag: {bedrag / 100:.2f} }}\n"
            f"      - {{ geldig: vanaf 2026-01-01, bedrag: {(bedrag + 40) / 100:.2f} }}\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
