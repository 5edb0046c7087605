/** Colours by role, page, type, print. Text on every surface keeps a contrast of at least 4.5:1 in both themes. */
export const BASE_STYLE = `
:root{color-scheme:light dark;
--page:#f7f7f5;--surface:#fff;--sunken:#f1f1ee;--text:#1d1f21;--muted:#5b6168;--line:#e0e0dc;--accent:#2b5a83;
--good:#17734a;--warn:#8a5800;--bad:#b3261e;--good-bg:#e9f4ee;--warn-bg:#fbf2df;--bad-bg:#fbecea;--none-bg:#f1f1ee;
--document:#3f73a8;--script:#c08a2c;--stylesheet:#8467b5;--image:#4c9469;--font:#c0614d;--media:#3b9499;--other:#858c94;
--fcp:#3f73a8;--lcp:#1d1f21;--load:#5b6168}
@media (prefers-color-scheme:dark){:root{
--page:#141618;--surface:#1c1f22;--sunken:#25292d;--text:#e7e8e9;--muted:#a2a9b0;--line:#33383d;--accent:#8fbbe2;
--good:#63c796;--warn:#e3b04f;--bad:#f29088;--good-bg:#17291f;--warn-bg:#2e2613;--bad-bg:#331d1b;--none-bg:#25292d;
--document:#6fa3d8;--script:#d6a64f;--stylesheet:#a78ddb;--image:#6fb98c;--font:#df8a77;--media:#60b6bb;--other:#969da5;
--fcp:#8fbbe2;--lcp:#e7e8e9;--load:#a2a9b0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,.top,.foot{max-width:1080px;margin:0 auto;padding:0 32px}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,table{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:28px;line-height:1.2;font-weight:650;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:20px;line-height:1.3;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
h3{font-size:16px;line-height:1.4;font-weight:650}
h4{margin:20px 0 0;font-size:14px;font-weight:600;color:var(--muted);overflow-wrap:anywhere}
.over{font-size:12px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--muted)}
.muted,.note,.empty{color:var(--muted)}
.note{font-size:13px}
.number,.value,td.number,.facts dd,.legend b,.axis text,.counts{font-variant-numeric:tabular-nums}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.top{padding-top:40px;padding-bottom:24px}
.top .over{margin-bottom:6px}
.meta{margin-top:10px;display:flex;flex-wrap:wrap;gap:4px 24px;font-size:13px;color:var(--muted)}
.meta b{font-weight:600;color:var(--text)}
.foot{padding-top:8px;padding-bottom:48px;font-size:13px;color:var(--muted)}
.mark{display:inline-flex;align-items:baseline;gap:6px;font-size:13px;font-weight:600;white-space:nowrap}
.mark .shape,.level .shape{flex:none;align-self:center}
.mark.good,.tone.good{color:var(--good)}.mark.warn,.tone.warn{color:var(--warn)}.mark.bad,.tone.bad,b.bad{color:var(--bad)}
.mark.none,.tone.none{color:var(--muted)}
@media (max-width:640px){
main,.top,.foot{padding-left:16px;padding-right:16px}
.top{padding-top:24px}
h1{font-size:22px}h2{font-size:18px}}
@media print{
:root{color-scheme:light;--page:#fff;--surface:#fff;--sunken:#f4f4f2;--text:#111;--muted:#50555b;--line:#d5d5d0;--accent:#111;
--good:#17734a;--warn:#8a5800;--bad:#b3261e;--good-bg:#fff;--warn-bg:#fff;--bad-bg:#fff;--none-bg:#fff;
--document:#3f73a8;--script:#c08a2c;--stylesheet:#8467b5;--image:#4c9469;--font:#c0614d;--media:#3b9499;--other:#858c94;
--fcp:#3f73a8;--lcp:#1d1f21;--load:#5b6168}
@page{size:A4;margin:14mm 13mm}
body{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,.top,.foot{max-width:none;padding-left:0;padding-right:0}
.top{padding-top:0}
h1{font-size:18pt}h2{font-size:14pt}h3{font-size:11.5pt;break-after:avoid}
a{color:inherit;text-decoration:none}
.load{break-before:page}
.load:first-of-type{break-before:auto}
tr,.card,.verdict,.bytes,.waterfall li,.findings li{break-inside:avoid}
.scroll{overflow:visible}}
`;
