"""How the HTML page of a worksheet looks, on screen and on paper."""

from __future__ import annotations

from typing import Final

_SIZES: Final = {"a4": "A4", "letter": "letter"}

_STYLE: Final = """\
@page { size: @paper; margin: 16mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef0f3; color: #14171c;
  font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main, footer { max-width: 800px; margin: 0 auto; padding: 0 48px; background: #fff; }
main { padding-top: 44px; padding-bottom: 30px; }
footer { padding-bottom: 28px; font-size: 11px; color: #5a6371; }
h1 { font-size: 26px; line-height: 1.2; margin: 22px 0 8px; }
h2 { font-size: 16px; margin: 26px 0 6px; display: flex; align-items: center; gap: 10px;
  break-after: avoid; }
h2 .formula { margin-left: 14px; }
.number { flex: none; width: 24px; height: 24px; line-height: 21px; text-align: center;
  font-size: 13px; border: 1.4px solid; border-radius: 50%; }
p { margin: 8px 0; }
.fields { display: flex; justify-content: flex-end; align-items: baseline; gap: 8px; margin: 0;
  font-size: 14px; color: #5a6371; }
.fields i { width: 170px; border-bottom: 1px solid #5a6371; margin-right: 8px; }
figure { margin: 4px 0 10px; text-align: center; break-inside: avoid; }
.outlines { position: absolute; width: 0; height: 0; }
.formula { overflow: visible; max-width: 100%; }
.glued { white-space: nowrap; }
.drawing { max-width: 100%; height: auto; }
.drawing line { stroke: #b4bac4; stroke-width: .18; }
.drawing circle { fill: #fff; stroke: #14171c; stroke-width: .22; }
.drawing rect { fill: #fff; }
.formulas { list-style: none; margin: 8px 0; padding: 0; display: flex; flex-wrap: wrap;
  align-items: center; gap: 10px 34px; }
.formulas.leads { margin: 14px 0 4px; break-after: avoid; }
.formulas.columns { display: grid; grid-template-columns:
  repeat(auto-fill, minmax(min(var(--widest), 100%), 1fr)); gap: 8px 28px; }
.formulas li { break-inside: avoid; }
.grids { display: flex; flex-wrap: wrap; gap: 14px 24px; }
.grids > div { flex: 1 1 calc(50% - 14px); min-width: 300px; break-inside: avoid; }
.grids p { margin: 4px 0; }
.grids table { width: min(100%, calc(var(--share) * 704px)); }
table { border-collapse: collapse; table-layout: fixed; width: calc(var(--share) * 100%);
  margin: 4px 0 10px; break-inside: avoid; }
th { font-weight: normal; padding: 4px 2px; vertical-align: middle; }
td { border: 1px solid #b4bac4; text-align: center; padding: 2px 4px; height: 27px; }
.hand td { height: 40px; }
.page { border: 0; border-top: 1px dashed #b4bac4; margin: 40px 0; }
@media print {
  body { background: none; zoom: .84; }
  main, footer { max-width: none; padding: 0; }
  .page { break-before: page; border: 0; margin: 0; }
}
"""


def style(paper: str) -> str:
    """Return the style sheet for a paper, "a4" or "letter"."""
    return _STYLE.replace("@paper", _SIZES[paper])
