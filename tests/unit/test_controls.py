"""A national rule and the lists of return codes must say the same of each other."""

from __future__ import annotations

from datetime import date

import pytest
from case_files import unreadable

from regioprotocol.checks.context import Context
from regioprotocol.checks.controls import controles
from regioprotocol.diagnostics import Plaatsen
from regioprotocol.model.controle import Controle, Retourcode
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.model.woordenboek import Bericht, Code, Codelijst, Woordenboek

BERICHTEN = {
    nummer: Bericht(nummer=nummer, naam="Proef", van="aanbieder", functie="proef") for nummer in ("317", "323")
}
CODE = Code(code="P001", betekenis="Proef", regel="TR001", berichten=("317", "323"), plaatsen=Plaatsen("lijst.yaml"))
REGEL = Controle(
    nummer="TR001",
    soort="technische regel",
    wetten=("Jw", "Wmo"),
    berichten=("317", "323"),
    retourcode="P001",
    zin="Proef.",
    plaatsen=Plaatsen("regels.yaml"),
)


def lijst(wet: str, *codes: Code) -> Codelijst:
    """Give the return codes of a law."""
    return Codelijst(naam=f"P-{wet}", titel="Proef", wetten=(wet,), codes={code.code: code for code in codes})


def woordenboek(*regels: Controle, lijsten: tuple[Codelijst, ...]) -> Woordenboek:
    """Give a vocabulary of these rules and lists."""
    return Woordenboek(
        berichten=BERICHTEN,
        codelijsten={deel.naam: deel for deel in lijsten},
        controles={regel.nummer: regel for regel in regels},
    )


BEIDE = (lijst("Jw", CODE), lijst("Wmo", CODE))


def regel(**anders: object) -> Controle:
    """Give the rule with something else in it."""
    velden = {naam: getattr(REGEL, naam) for naam in Controle.__slots__}
    return Controle(**{**velden, **anders})  # type: ignore[arg-type]  # a test names any field


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"retourcode": ""}, "Bij TR001 ontbreekt de retourcode. De lijst P-Jw noemt P001."),
        ({"berichten": ("323",)}, "Bij TR001 ontbreekt 317. De lijst P-Jw noemt dat wel."),
        ({"wetten": ("Jw",)}, "Bij TR001 ontbreekt Wmo. De lijst P-Wmo noemt dat wel."),
        ({"nummer": "TR002", "synoniemen": ("TR001",)}, ""),
    ],
)
def test_what_the_list_says_of_a_rule_stands_with_the_rule(anders: dict[str, object], tekst: str) -> None:
    """Its code, its messages and its law; an older number in the list is the same rule."""
    context = Context(Werkmap(woordenboek=woordenboek(regel(**anders), lijsten=BEIDE)), {}, date(2026, 1, 1))
    meldingen = tuple(controles(context))
    assert ([m.tekst for m in meldingen][:1] or [""]) == [tekst]
    assert {m.soort.code for m in meldingen} <= {"RP212"}
    assert all(m.verwant[0].plaats.bestand == "lijst.yaml" for m in meldingen)
    assert unreadable(meldingen) == []


def test_another_code_than_the_list_is_told_with_both() -> None:
    """The rule says P002, which exists, but not for this rule."""
    ander = Code(code="P002", betekenis="Proef", berichten=("323",))
    werkmap = Werkmap(woordenboek=woordenboek(regel(retourcode="P002"), lijsten=(lijst("Jw", CODE, ander),)))
    (melding,) = controles(Context(werkmap, {}, date(2026, 1, 1)))
    assert (melding.soort.code, melding.tekst) == ("RP212", "Bij TR001 staat P002. De lijst P-Jw noemt P001.")


def test_a_return_code_counts_only_for_the_law_and_message_of_its_list() -> None:
    """The list of the Wmo has the code on one message less."""
    wmo = Code(code="P001", betekenis="Proef", regel="TR001", berichten=("323",))
    woorden = woordenboek(REGEL, lijsten=(lijst("Jw", CODE), lijst("Wmo", wmo)))
    assert woorden.retourcodes_van(REGEL) == (
        Retourcode("Jw", "317", "P001"),
        Retourcode("Jw", "323", "P001"),
        Retourcode("Wmo", "323", "P001"),
    )


def test_a_rule_without_a_code_or_with_a_code_of_another_list_has_no_return_code() -> None:
    """'01' is also a unit; only a list that names messages holds return codes."""
    eenheden = lijst("Jw", Code(code="01", betekenis="Minuut"))
    woorden = woordenboek(lijsten=(eenheden,))
    assert woorden.retourcodes_van(regel(retourcode="")) == ()
    assert woorden.retourcodes_van(regel(retourcode="01")) == ()
