"""Numbers as a Dutch Excel shows them. The texts were worked out by hand from the rules of Excel's format codes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.source.number_format import show

ACCOUNTING = '_ "€" * #,##0.00_ ;_ "€" * \\-#,##0.00_ ;_ "€" * "-"??_ ;_ @_ '

SHOWN = (
    ("1.005", "General", "1,005"),
    ("46", "General", "46"),
    ("1E+20", "General", "100000000000000000000"),
    ("12", "", "12"),
    ("200", "0", "200"),
    ("200", "0000", "0200"),
    ("1", "00000", "00001"),
    ("1.45", "0.00", "1,45"),
    ("1.005", "0.00", "1,01"),
    ("-0.5", "0", "-1"),
    ("1234.5", "#,##0.00", "1.234,50"),
    ("1234567.891", "#,##0.00", "1.234.567,89"),
    ("12", "0000,000", "0.000.012"),
    ("1234.56", '"€" #,##0.00', "€ 1.234,56"),
    ("1234.56", "€ #,##0.00", "€ 1.234,56"),
    ("1234.56", "[$€-413] #,##0.00", "€ 1.234,56"),
    ("1234.56", '#,##0.00 "€"', "1.234,56 €"),
    ("-1234.56", "[$€-413] #,##0.00;[RED]-[$€-413] #,##0.00", "-€ 1.234,56"),
    ("1234.56", ACCOUNTING, "€ 1.234,56"),
    ("-5", ACCOUNTING, "€ -5,00"),
    ("0", ACCOUNTING, "€ -"),
    ("0.21", "0%", "21%"),
    ("0.215", "0.0%", "21,5%"),
    ("460", "0.00E+00", "4,60E+02"),
    ("99.999", "0.0E+00", "1,0E+02"),
    ("12345.678", "##0.0E+0", "12,3E+3"),
    ("1500000", "0.0,,", "1,5"),
    ("0.5", "#.##", ",5"),
    ("1.5", "0.???", "1,5"),
    ("123456789", "000-000-000", "123-456-789"),
    ("5", '0.00 "per uur"', "5,00 per uur"),
    ("-1", "#,##0_);(#,##0)", "(1)"),
    ("3", 'General" stuks"', "3 stuks"),
    ("7", ";;;", ""),
    ("0.25", "# ?/?", "0,25"),
    ("5", "[>10]0;0.0", "5"),
    ("12345", "@", "12345"),
)


@pytest.mark.parametrize(("number", "number_format", "shown"), SHOWN)
def test_a_number_is_shown_as_excel_shows_it(number: str, number_format: str, shown: str) -> None:
    assert show(Decimal(number), number_format) == shown


@given(st.decimals(-(10**12), 10**12, places=4))
def test_an_amount_keeps_its_value_up_to_the_cent(number: Decimal) -> None:
    shown = show(number, "#,##0.00")

    assert Decimal(shown.replace(".", "").replace(",", ".")) == number.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(st.integers(0, 10**9), st.integers(1, 12))
def test_zeros_in_the_format_are_zeros_before_the_number(number: int, width: int) -> None:
    assert show(Decimal(number), "0" * width) == f"{number:0{width}d}"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.text('0#?.,%E+-;"[]$€_*\\/@ G', max_size=12),
)
@settings(max_examples=400)
def test_no_format_makes_a_number_fail(number: Decimal, number_format: str) -> None:
    assert isinstance(show(number, number_format), str)
