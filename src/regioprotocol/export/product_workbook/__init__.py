"""A product code table as an Excel file that a region can hand out, fill in and bring back. Needs xlsxwriter."""

from regioprotocol.export.product_workbook.book import werkboek
from regioprotocol.export.product_workbook.table import CelTeLangError

__all__ = ["CelTeLangError", "werkboek"]
