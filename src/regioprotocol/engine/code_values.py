"""Values of national code lists that a national rule names. What a region or release decides comes from the set."""

from __future__ import annotations

from typing import Final

EERSTE_AANLEVERING: Final = "1"  # COD467, named by TR074
VERWIJDEREN: Final = "3"  # COD467, named by TR071
TIJDELIJK: Final = "20"  # JZ588 and WMO588, named by TR413
AFGEWEZEN: Final = "1"  # WJ760
IN_ONDERZOEK: Final = "2"  # WJ760, named by TR360
WOONPLAATSBEGINSEL: Final = "8"  # WJ759, named by TR377
TOTAAL: Final = "6"  # WMO757: the volume is that of the whole assignment (OP298)
ADMINISTRATIEVE_CORRECTIE: Final = "14"  # JZ002: a typing error is put right, whatever the field (OP033x1)
GEEN_AFKEUR: Final = frozenset({"0200", "8001"})  # WJ001: no remarks; the declaration is granted in full
