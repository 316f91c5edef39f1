"""How the county's page looks, on a screen of 1366 pixels and on A4. Colours are never the only sign."""

STYLE = """
:root{--ink:#1c2530;--soft:#5b6775;--line:#d5dbe2;--paper:#fff;--back:#f3f5f8;--done:#1f6f54;--way:#c98a1b;
--held:#b5452f;--rail:#e3e8ee;--decided:#3d6ea8}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);
font:16px/1.6 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",
"Microsoft YaHei","PingFang SC",sans-serif}
main{max-width:1280px;margin:0 auto;padding:24px 28px 60px}
header h1{margin:0;font-size:28px;line-height:1.3}
header p{margin:4px 0 0;color:var(--soft)}
.practice{margin:0 0 16px;padding:8px 14px;border:2px solid var(--held);color:var(--held);font-weight:700;
background:#fff}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:14px;margin:22px 0}
.tile{background:var(--paper);border:1px solid var(--line);border-left:5px solid var(--done);padding:12px 16px}
.tile.alarm{border-left-color:var(--held)}
.tile em{display:block;font-style:normal;color:var(--soft)}
.tile b{display:block;font-size:23px;line-height:1.35;font-variant-numeric:tabular-nums}
.tile span{display:block;color:var(--soft);font-size:14px}
.page{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:18px}
section{grid-column:1/-1;background:var(--paper);border:1px solid var(--line);padding:16px 20px;min-width:0}
section.half{grid-column:auto}
h2{margin:0 0 10px;font-size:20px}
h3{margin:16px 0 6px;font-size:17px}
.note,.none{color:var(--soft);margin:4px 0 10px}
svg{display:block;width:100%;height:auto}
svg text{font-size:15px;fill:var(--ink)}
svg text.small{font-size:13px;fill:var(--soft)}
svg text.figure{font-variant-numeric:tabular-nums}
.done{fill:var(--done)}.way{fill:var(--way)}.held{fill:var(--held)}.rail{fill:var(--rail)}.decided{fill:var(--decided)}
.closed{fill:#9aa7b4}
.axis{stroke:var(--ink);stroke-width:1}.grid{stroke:var(--line);stroke-width:1}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:6px 20px;margin:0 0 10px;padding:0}
.legend li{display:flex;align-items:center;gap:8px}
.key{width:16px;height:16px;flex:none}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 40px;margin-bottom:12px}
table{border-collapse:collapse;width:100%;font-size:15px}
th,td{text-align:left;vertical-align:top;padding:6px 14px 6px 0;border-bottom:1px solid var(--line);
overflow-wrap:anywhere}
th{border-bottom:2px solid var(--ink);white-space:nowrap;font-weight:700}
td.c{white-space:nowrap;font-variant-numeric:tabular-nums}
th.n{text-align:right}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
footer{margin-top:24px;color:var(--soft);font-size:14px}
@media (max-width:900px){.page,.pair{grid-template-columns:minmax(0,1fr)}}
@media print{
@page{size:A4;margin:13mm 12mm 14mm}
body{background:#fff;font-size:10.5pt}
main{max-width:none;padding:0}
.tiles{grid-template-columns:repeat(3,1fr);gap:6px;margin:12px 0}
.tile{padding:6px 10px;break-inside:avoid}
.tile b{font-size:15pt}
.tile span,.note,footer{font-size:9pt}
.page{display:block}
section{border:0;border-top:1px solid var(--line);padding:10px 0;margin:0}
section.half{break-inside:avoid}
section svg:not(.key){max-width:150mm}
section svg[viewBox^="0 0 1240"]{max-width:none}
svg[viewBox^="0 0 1240"] text.small{font-size:20px}
.pair>div{break-inside:avoid}
.pair{display:block}
h2+.note,h3+.pair{break-before:avoid}h2+.note{break-after:avoid}h2{font-size:13pt;break-after:avoid}h3{font-size:11.5pt;break-after:avoid}
table{font-size:8.5pt}
th,td{padding:3px 6px 3px 0}
th{white-space:normal}
thead{display:table-header-group}
tr{break-inside:avoid}
.done,.way,.held,.rail,.decided,.closed,.tile{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
