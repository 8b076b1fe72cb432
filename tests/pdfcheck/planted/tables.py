"""Faults of tables."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfcheck.planted.additions import add_headers_by_id, add_row_groups
from tests.pdfcheck.planted.planting import elements, first, in_pdf


@in_pdf("table-parts")
def row_outside_a_table(pdf: Pdf) -> None:
    first(pdf, "Table").S = Name.Sect


@in_pdf("table-parts")
def paragraph_in_a_row(pdf: Pdf) -> None:
    first(pdf, "TD").S = Name.P


@in_pdf("table-parts")
def two_headers(pdf: Pdf) -> None:
    add_row_groups(pdf).K[1].S = Name.THead


@in_pdf("table-irregular")
def row_without_its_last_cell(pdf: Pdf) -> None:
    row = list(elements(pdf, "TR"))[-1]
    row.K = Array(list(row.K)[:-1])


@in_pdf("table-irregular")
def cell_one_column_wider(pdf: Pdf) -> None:
    first(pdf, "TD").A = Dictionary(O=Name.Table, ColSpan=2)


@in_pdf("table-overlap")
def cell_that_reaches_down(pdf: Pdf) -> None:
    # A cell of the row below, two columns wide, meets the one that comes down in its second.
    rows = list(first(pdf, "Table").K)
    rows[2].K[1].A = Dictionary(O=Name.Table, RowSpan=2)
    rows[3].K[0].A = Dictionary(O=Name.Table, ColSpan=2)


@in_pdf("table-span")
def cell_past_the_end(pdf: Pdf) -> None:
    list(elements(pdf, "TD"))[-1].A = Dictionary(O=Name.Table, RowSpan=2)


@in_pdf("table-span")
def header_into_the_body(pdf: Pdf) -> None:
    add_row_groups(pdf).K[0].K[0].K[0].A.RowSpan = 3


@in_pdf("table-scope")
def header_without_scope(pdf: Pdf) -> None:
    del first(pdf, "TH").A.Scope


@in_pdf("table-header")
def column_without_header(pdf: Pdf) -> None:
    first(pdf, "TH").A.Scope = Name.Row


@in_pdf("table-header")
def header_that_is_not_there(pdf: Pdf) -> None:
    add_headers_by_id(pdf)
    first(pdf, "TD").A = Dictionary(O=Name.Table, Headers=Array([String("antet-99")]))
