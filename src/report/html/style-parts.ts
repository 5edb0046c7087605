/** The parts of a page load: verdict, cards, bars, waterfall, tables, lists. */
export const PARTS_STYLE = `
.load{margin-top:24px;padding:28px 32px 32px;background:var(--surface);border:1px solid var(--line);border-radius:10px}
.load h2{margin:4px 0 0}
.part{margin-top:32px}
.part h3{margin-bottom:4px}
.part .note+*{margin-top:10px}
.verdict{margin-top:20px;padding:16px 20px;border-left:4px solid var(--muted);border-radius:4px;background:var(--none-bg)}
.verdict.good{border-color:var(--good);background:var(--good-bg)}
.verdict.warn{border-color:var(--warn);background:var(--warn-bg)}
.verdict.bad{border-color:var(--bad);background:var(--bad-bg)}
.level{display:flex;gap:8px;align-items:center;font-size:13px;font-weight:650}
.verdict.good .level{color:var(--good)}.verdict.warn .level{color:var(--warn)}.verdict.bad .level{color:var(--bad)}
.headline{margin-top:4px;font-size:18px;line-height:1.4;font-weight:600;overflow-wrap:anywhere}
.look{margin-top:6px;overflow-wrap:anywhere}
.counts{margin-top:12px;display:flex;flex-wrap:wrap;gap:4px 20px}
.cards{margin-top:12px;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(208px,1fr))}
.card{padding:14px 16px;border:1px solid var(--line);border-radius:8px;min-width:0}
.card.absent{background:var(--sunken);border-color:transparent}
.card h5{display:flex;gap:8px;align-items:baseline;font-size:13px;font-weight:650}
.card abbr{text-decoration:none}
.card .full{font-weight:400;color:var(--muted);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.value{margin-top:2px;font-size:26px;line-height:1.25;font-weight:600;letter-spacing:-.02em}
.absent .value{font-size:18px;font-weight:500;letter-spacing:0;color:var(--muted);line-height:1.8}
.scale{display:block;margin-top:8px;overflow:visible}
.scale .z0{fill:var(--good)}.scale .z1{fill:var(--warn)}.scale .z2{fill:var(--bad)}
.scale rect{opacity:.55}
.scale line{stroke:var(--surface);stroke-width:7}
.scale line+line{stroke:var(--text);stroke-width:3}
.ends{position:relative;height:16px;font-size:11.5px;color:var(--muted);font-variant-numeric:tabular-nums}
.ends span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.ends .e0{left:40%}.ends .e1{left:80%}
.facts{margin-top:10px;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 10px;font-size:13px}
.facts dt{color:var(--muted)}.facts dd{overflow-wrap:anywhere}
.bar{display:block;margin-top:12px;border-radius:3px;overflow:hidden}
.p0{fill:#8fa9c2}.p1{fill:#5f86ab}.p2{fill:#c08a2c}.p3{fill:#8467b5}.p4{fill:#4c9469}
.k0{background:#8fa9c2}.k1{background:#5f86ab}.k2{background:#c08a2c}.k3{background:#8467b5}.k4{background:#4c9469}
.key{display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:6px}
.legend{margin-top:8px;display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12.5px;color:var(--muted)}
.legend li{display:inline-flex;align-items:center}
.legend svg{margin-right:6px;flex:none}
.legend b{margin-left:5px;font-weight:600;white-space:nowrap;color:var(--text)}
.card .legend{gap:2px 12px}
.findings{margin-top:8px;counter-reset:finding}
.findings li{position:relative;padding:10px 0 10px 36px;border-top:1px solid var(--line);counter-increment:finding}
.findings li:first-child{border-top:0}
.findings li::before{content:counter(finding);position:absolute;left:0;top:10px;width:22px;height:22px;border-radius:11px;background:var(--sunken);font-size:12px;font-weight:650;line-height:22px;text-align:center;font-variant-numeric:tabular-nums}
.finding{overflow-wrap:anywhere}
.bytes{margin-top:10px}
.bytes{font-size:14px}
.bytes li{display:grid;grid-template-columns:110px minmax(60px,1fr) 132px 96px;gap:14px;align-items:center;padding:3px 0}
.bytes .number{text-align:right;white-space:nowrap}
.bytes .sum{font-weight:600}
.bytes .one+.sum{border-top:1px solid var(--line);margin-top:6px;padding-top:9px}
.track{display:block}.track svg{display:block}
.t-document{fill:var(--document)}.t-script{fill:var(--script)}.t-stylesheet{fill:var(--stylesheet)}.t-image{fill:var(--image)}
.t-font{fill:var(--font)}.t-media{fill:var(--media)}.t-other{fill:var(--other)}
.waterfall{margin-top:12px;font-size:12.5px}
.waterfall li{display:grid;grid-template-columns:minmax(120px,270px) minmax(0,1fr) 62px;gap:12px;align-items:center;height:20px}
.waterfall li:nth-child(even){background:var(--sunken)}
.waterfall .axis{height:18px}
.waterfall .name{padding-left:6px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.waterfall .number{text-align:right;padding-right:6px}
.waterfall svg{display:block;height:20px;overflow:visible}
.waterfall svg rect{transform:translateY(1px)}
.waterfall .dir{color:var(--muted)}
.axis svg{height:18px}
.axis text{font-size:11.5px;fill:var(--muted)}
.grid{stroke:var(--line)}
.before{opacity:.75}.wait{opacity:.42}.hidden-parts{fill-opacity:.28;stroke:var(--other);stroke-dasharray:3 2}
.m-fcp{stroke:var(--fcp)}.m-lcp{stroke:var(--lcp)}.m-load{stroke:var(--load);stroke-dasharray:3 2}
.scroll{margin-top:10px;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13.5px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th{padding:6px 12px 6px 0;text-align:left;font-size:12px;font-weight:600;color:var(--muted);border-bottom:1px solid var(--line);vertical-align:bottom;white-space:nowrap}
td{padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}
th.number,td.number{text-align:right;white-space:nowrap}
th.number+th:not(.number),td.number+td:not(.number){padding-left:12px}
th.number:first-child,td.number:first-child{width:1%;min-width:64px}
td.short{white-space:nowrap}
td.url{overflow-wrap:anywhere;min-width:160px}
.plain li+li{margin-top:2px}
.history{margin-top:28px}
.course{display:block;fill:none;stroke:var(--lcp);stroke-width:1.5}.course circle{fill:var(--lcp);stroke:none}
.ledger{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:12px 20px}
.ledger dt,.absent-list dt{font-size:13px;color:var(--muted)}
.ledger dd{font-variant-numeric:tabular-nums;font-weight:600}
.absent-list{font-size:13.5px}
.absent-list div{display:grid;grid-template-columns:minmax(130px,240px) minmax(0,1fr);gap:16px;padding:6px 0;border-top:1px solid var(--line)}
.absent-list div:first-child{border-top:0}
.absent-list dt{color:var(--text);font-size:inherit;overflow-wrap:anywhere}.absent-list dd{color:var(--muted);overflow-wrap:anywhere}
@media (max-width:640px){
.load{padding:20px 16px 24px;border-radius:8px;margin-left:-4px;margin-right:-4px}
.cards{grid-template-columns:1fr}
.bytes li{grid-template-columns:92px minmax(40px,1fr) max-content;gap:10px}
.bytes .number+.number{display:none}
.waterfall li{grid-template-columns:104px minmax(0,1fr) 54px;gap:8px}
.absent-list div{grid-template-columns:1fr;gap:0}
thead{display:none}
tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}
tr:last-child{border-bottom:0}
td,td.number,td.number:first-child,td.url,td.number+td:not(.number){display:grid;grid-template-columns:104px minmax(0,1fr);gap:12px;width:auto;min-width:0;padding:2px 0;border:0;text-align:left;white-space:normal}
td::before{content:attr(data-label);color:var(--muted)}
td:first-child{font-weight:600}td:first-child::before{font-weight:400}
.waterfall .dir{display:none}}
@media print{
.load{margin-top:0;padding:0;border:0}
.verdict{border:1px solid var(--line);border-left:4px solid var(--muted)}
.cards{grid-template-columns:repeat(4,1fr);gap:8px}
.card{padding:8px 10px}.card .full{display:none}
.value{font-size:16pt}.absent .value{font-size:11pt}
table,.waterfall,.absent-list{font-size:8.5pt}
.facts,.legend,.note,.mark{font-size:8.5pt}
.ends,.axis text{font-size:8pt}}
`;
