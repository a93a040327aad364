"""Laws of rewriting, on documents and edits that hypothesis invents: small pieces of YAML with comments everywhere."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.source import parse
from regioprotocol.source.rewrite import Bewerking, Verwijder, VoegToe, Zet, rewrite

LAWS: Final = settings(max_examples=80, deadline=None)
Route = tuple[str | int, ...]
Draw = Callable[[st.SearchStrategy[Any]], Any]

# Every way to write a text, with the indentation of its further lines.
SCALARS: Final = (
    lambda n, _: [f"woord{n}"],
    lambda n, _: [f"'code {n}: x'"],
    lambda n, _: [f'"dubbel {n} # geen opmerking"'],
    lambda n, inner: [f"eerst{n}", f"{inner}daarna"],
    lambda n, inner: [f"'eerst{n}", f"{inner}# daarna'"],
    lambda n, inner: [">-", f"{inner}gevouwen {n}", f"{inner}tekst", ""],
    lambda n, inner: ["|  # kop", f"{inner}letterlijk {n}", "", f"{inner}  # tekst"],
    lambda n, inner: [">2", f"{inner}  springt {n}"],
    lambda _, __: [""],
)
FLOWS: Final = (
    lambda _: "[]",
    lambda _: "{}",
    lambda n: f"['{n}', b, [c, d]]",
    lambda n: f"{{ geldig: vanaf 2026-01-{n % 28 + 1:02d}, bedrag: {n}.50 }}",
    lambda n: f"{{naam: 'x, {n}', codes: [a,b] , leeg: }}",
)
TEXTS: Final = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("a0 '\"#:-{}[],&*!|>%@`=~\n\t\\\r", max_size=20),
    st.lists(st.sampled_from(["zorg", "#", "-", "a:", "b", "  ", "\n", "één"]), max_size=80).map(" ".join),
    st.sampled_from(
        ["ja", "no", "~", "null", "", "'01'", "0363", "46E01", "2026-01-01", "87.15", "=1", "{{ x }}", "👍"]
    ),
    st.just("x" * 10_000),
)
KEYS: Final = st.sampled_from(["bedrag", "geldig", "a b", "nieuw", "'", "0", "no", "naam: x", "-"])
WAARDEN: Final = st.recursive(
    TEXTS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS, inside, max_size=6),
    max_leaves=8,
)


@dataclass
class Regel:
    """A line of a document, and the route of what stands on it."""

    tekst: str
    van: Route


class _Schrijver:
    """Writes a document from choices that hypothesis makes."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.regels: list[Regel] = []
        self.nummer = 0

    def kies(self, *mogelijk: Any) -> Any:
        return self.draw(st.sampled_from(mogelijk))

    def volgende(self) -> int:
        self.nummer += 1
        return self.nummer

    def erboven(self, route: Route, kolom: int) -> None:
        """Write what can stand above a key or an item: a blank line, comments in its own column."""
        if self.kies(0, 0, 0, 1):
            self.regels.append(Regel("", ()))
        for _ in range(self.kies(0, 0, 0, 1, 2)):
            self.regels.append(Regel(f"{' ' * kolom}# erboven {self.volgende()}", route))

    def blok(self, route: Route, kolom: int, diepte: int, eerste: str = "") -> None:
        """Write a mapping; its first key can stand behind a dash (*eerste*)."""
        for index in range(self.kies(1, 2, 3)):
            hier = (*route, f"k{index}")
            if index or not eerste:
                self.erboven(hier, kolom)
            begin = eerste if eerste and not index else " " * kolom
            self.waarde(hier, f"{begin}k{index}:", kolom, diepte)

    def lijst(self, route: Route, kolom: int, diepte: int) -> None:
        vorm = self.kies("blok", "waarde")
        streep = self.kies("- ", "-   ")
        for index in range(self.kies(1, 2, 3)):
            hier = (*route, index)
            self.erboven(hier, kolom)
            if vorm == "blok" and diepte:
                self.blok(hier, kolom + len(streep), diepte - 1, " " * kolom + streep)
            else:
                self.waarde(hier, " " * kolom + streep.rstrip(), kolom, 0)

    def waarde(self, route: Route, kop: str, kolom: int, diepte: int) -> None:
        achter = f"  # achter {self.volgende()}" if self.kies(0, 0, 1) else ""
        soort = self.kies("tekst", "tekst", "haken", *["lijst", "blok"] * bool(diepte))
        if soort == "haken":
            self.regels.append(Regel(f"{kop} {self.kies(*FLOWS)(self.volgende())}{achter}", route))
        elif soort == "tekst":
            eerste, *rest = self.kies(*SCALARS)(self.volgende(), " " * (kolom + 2))
            regels = [f"{kop} {eerste}".rstrip(), *rest]
            if regels[-1] and eerste[:1] not in {"|", ">"}:
                regels[-1] += achter
            self.regels += [Regel(regel, route) for regel in regels]
        else:
            self.regels.append(Regel(kop + achter, route))
            if soort == "lijst":
                self.lijst(route, kolom + (0 if "-" not in kop and self.kies(0, 1) else 2), diepte - 1)
            else:
                self.blok(route, kolom + 2, diepte - 1)


@st.composite
def documenten(draw: Draw) -> list[Regel]:
    """Give the lines of a document."""
    schrijver = _Schrijver(draw)
    schrijver.regels.append(Regel("# kop", ()))
    schrijver.regels.append(Regel("", ()))
    schrijver.blok((), 0, 3)
    if draw(st.booleans()):
        schrijver.regels.append(Regel("# slot", ()))
    return schrijver.regels


def _tekst(regels: list[Regel]) -> str:
    return "".join(regel.tekst + "\n" for regel in regels)


def _gelezen(tekst: str) -> Any:
    document, meldingen = parse(tekst.encode(), "proef.yaml")
    assert document, (meldingen, tekst)
    return document.data


def _op(data: Any, route: Route) -> Any:
    for stap in route:
        data = data[stap]
    return data


def _plaatsen(data: Any, route: Route = ()) -> list[Route]:
    gevonden = [route]
    if isinstance(data, dict | list):
        for stap, waarde in data.items() if isinstance(data, dict) else enumerate(data):
            gevonden += _plaatsen(waarde, (*route, stap))
    return gevonden


@st.composite
def gevallen(draw: Draw) -> tuple[list[Regel], list[Bewerking]]:
    """Give a document with edits of different places, none inside another that is replaced or taken away."""
    regels = draw(documenten())
    data = _gelezen(_tekst(regels))
    vrij = _plaatsen(data)
    bewerkingen: list[Bewerking] = []
    vast: list[Route] = []  # routes with an edit inside them
    for _ in range(draw(st.integers(1, 4))):
        route = draw(st.sampled_from(vrij))
        waarde = _op(data, route)
        heel = bool(route) and not any(r[: len(route)] == route for r in vast)
        soorten = (
            ["zet"] * heel
            + ["weg"] * (heel and route != ("k0",))
            + ["erbij"] * isinstance(waarde, dict)
            + ["voeg"] * isinstance(waarde, list)
        )
        if not soorten:
            continue
        soort = draw(st.sampled_from(soorten))
        if soort == "erbij":
            sleutel = f"n{len(bewerkingen)}"
            na = tuple(draw(st.lists(st.sampled_from(["er niet", *waarde]), max_size=2)))
            bewerkingen.append(Zet((*route, sleutel), draw(WAARDEN), na))
        elif soort == "voeg":
            na_index = draw(st.none() | st.integers(0, len(waarde) - 1)) if waarde else None
            bewerkingen.append(VoegToe(route, draw(WAARDEN), na_index))
        else:
            bewerkingen.append(Zet(route, draw(WAARDEN)) if soort == "zet" else Verwijder(route))
            vrij = [r for r in vrij if r[: len(route)] != route] or [()]
        vast.append(route)
    return regels, bewerkingen


def _verwacht(data: Any, bewerkingen: list[Bewerking]) -> Any:
    """Make the edits in plain data, from the back so that indexes stay right."""
    data = deepcopy(data)
    weg = object()
    for bewerking in bewerkingen:
        if not isinstance(bewerking, VoegToe):
            houder = _op(data, bewerking.route[:-1])
            houder[bewerking.route[-1]] = bewerking.waarde if isinstance(bewerking, Zet) else weg
    voegen = [b for b in bewerkingen if isinstance(b, VoegToe)]
    volgorde = sorted(voegen, key=lambda b: (len(b.route), -1 if b.na is None else b.na))
    for bewerking in reversed(volgorde):
        _op(data, bewerking.route).insert(0 if bewerking.na is None else bewerking.na + 1, bewerking.waarde)
    return _zonder(data, weg)


def _zonder(data: Any, weg: object) -> Any:
    if isinstance(data, dict):
        return {sleutel: _zonder(waarde, weg) for sleutel, waarde in data.items() if waarde is not weg}
    if isinstance(data, list):
        return [_zonder(waarde, weg) for waarde in data if waarde is not weg]
    return data


def _geraakt(regel: Regel, bewerking: Bewerking) -> bool:
    """Tell whether an edit may change a line: it is of the same thing, or a neighbour that moves up to a dash."""
    opmerking = regel.tekst.lstrip().startswith("#")
    route = bewerking.route[:-1] if isinstance(bewerking, Verwijder) and not opmerking else bewerking.route
    korter = min(len(route), len(regel.van))
    return regel.van[:korter] == route[:korter]


@LAWS
@given(gevallen(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), st.booleans())
def test_edits_do_what_they_say_and_nothing_else(
    geval: tuple[list[Regel], list[Bewerking]], einde: str, bom: str, laatste: bool
) -> None:
    """What is read back is the data with the edits made; lines about something else stand there still, in order."""
    regels, bewerkingen = geval
    tekst = bom + _tekst(regels).replace("\n", einde)
    if not laatste:
        tekst = tekst.rstrip("\r\n")
    nieuw = rewrite(tekst, bewerkingen)
    # A text that was last in a file without a last line end gets one when something comes after it.
    assert _gelezen(nieuw) in [_verwacht(_gelezen(voor), bewerkingen) for voor in (tekst, tekst + einde)]
    rest = iter(nieuw.removeprefix(bom).split(einde))
    for regel in regels:
        if regel.tekst and not any(_geraakt(regel, bewerking) for bewerking in bewerkingen):
            assert regel.tekst in rest, (regel, nieuw)
    assert nieuw.startswith(bom)
    assert einde == "\n" or "\n" not in nieuw.replace("\r\n", "")


@LAWS
@given(documenten())
def test_no_edits_change_no_byte(regels: list[Regel]) -> None:
    """Nothing asked, or only what is there already: the same text."""
    tekst = _tekst(regels)
    data = _gelezen(tekst)
    gelijk = [Zet(route, _op(data, route)) for route in _plaatsen(data) if isinstance(_op(data, route), str)]
    assert rewrite(tekst, []) == tekst
    assert rewrite(tekst, gelijk) == tekst


@LAWS
@given(WAARDEN, WAARDEN, st.booleans())
def test_what_is_written_is_read_back(een: Any, ander: Any, haken: bool) -> None:
    """Any value comes back exactly, in a block and between braces, and gives way to any other."""
    tekst = "a: { x: 1 }  # achter\n" if haken else "a:\n  x: 1  # achter\n"
    eerst = rewrite(tekst, [Zet(("a", "x"), een)])
    assert _gelezen(eerst) == {"a": {"x": een}}
    assert eerst.count("# achter") == 1
    assert _gelezen(rewrite(eerst, [Zet(("a", "x"), ander)])) == {"a": {"x": ander}}
