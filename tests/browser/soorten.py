"""One page of every kind: the longest one, because that is where things go wrong."""

from __future__ import annotations

from pathlib import Path


def paginas(site: Path) -> list[str]:
    """Give the address of the longest page of each kind, from the beginning of the site."""
    grootste: dict[tuple[str, ...], tuple[int, str]] = {}
    for bestand in site.rglob("index.html"):
        delen = bestand.parent.relative_to(site).parts
        # What has pages of its own below it names a kind; the last part names one of them.
        soort = ("regios", "*", *delen[2:3], *("*" for _ in delen[3:])) if delen[:1] == ("regios",) else _soort(delen)
        pad = "/".join(delen) + "/" if delen else ""
        grootste[soort] = max(grootste.get(soort, (0, "")), (bestand.stat().st_size, pad))
    return sorted(pad for _, pad in grootste.values())


def _soort(delen: tuple[str, ...]) -> tuple[str, ...]:
    return (*delen[:1], *("*" for _ in delen[1:]))
