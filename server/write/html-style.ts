/**
 * How the page looks on a screen and on A4: the layout of official papers (GB/T 9704—2012), with the fonts Windows and
 * others have where the prescribed ones are missing.
 */
export const stylesheet = `@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 16pt/29pt 仿宋_GB2312, FangSong, 仿宋, STFangsong, serif; }
main { max-width: 170mm; margin: 0 auto; padding: 10mm 7mm; }
h1, h2, h3, h4 { font-weight: normal; break-after: avoid; }
h1 { margin: 0 0 29pt; font: 22pt/33pt 方正小标宋简体, SimSun, 宋体, STSong, serif; text-align: center; text-wrap: balance; }
h2, h3, h4 { margin: 0; font-size: 16pt; text-indent: 2em; }
h2 { font-family: SimHei, 黑体, STHeiti, sans-serif; }
h3 { font-family: 楷体_GB2312, KaiTi, 楷体, STKaiti, serif; }
p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.draft { margin-bottom: 15pt; padding: 2pt 8pt; border: 1pt solid; font-family: SimHei, 黑体, sans-serif; text-indent: 0; }
.closing { margin-top: 29pt; padding-right: 2em; text-align: right; break-before: avoid; }
.official { table-layout: fixed; break-inside: avoid; }
table { width: 100%; margin: 8pt 0 16pt; border-collapse: collapse; font: 10.5pt/15pt SimSun, 宋体, STSong, serif; }
.wide { font-size: 9pt; line-height: 12pt; }
caption { break-after: avoid; padding-bottom: 4pt; font-family: SimHei, 黑体, sans-serif; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 2.5pt 3pt; border: 0.5pt solid #000; vertical-align: middle; }
th { font-weight: normal; text-align: center; text-wrap: balance; }
th[scope="row"] { text-align: left; }
td { overflow-wrap: anywhere; }
.official td { text-align: center; font-variant-numeric: tabular-nums; }
.wide th, .wide td { padding: 2pt 1.5pt; }
@media print {
  main { max-width: none; padding: 0; }
}
@media screen and (max-width: 170mm) {
  main { overflow-x: auto; }
}
`;
