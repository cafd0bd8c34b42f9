/** Tokens and style sheet of the report: ../shared/look in code. Light, dark by the reader's choice, light in print. */
import { trusted } from './html.js'

const LIGHT = `--ground:#fff;--surface:#fff;--sunk:#ebede9;--ink:#1a2326;--ink-2:#475358;--ink-3:#5d686d;--line:#dbdfda;--line-strong:#7c888b;--accent:#2b489e;--accent-soft:#e5eaf6;--gain-1:#cfe5eb;--gain-2:#3590a8;--gain-m:#006078;--gain-3:#00637a;--loss-1:#f4dfc9;--loss-2:#c98243;--loss-m:#c2762f;--loss-3:#9c4510;--delay-1:#eadce6;--delay-2:#cfa6c3;--delay-3:#ac6d9e;--delay-4:#803d75;--delay-5:#521848;--sea:#e4e5e1;--land:#fbfbf9;--land-member:#f2f2ee;--coast:#bbbcb5;--border:#bdbdb6;--border-member:#95958d;--rail:#adaca4;--lane:#7b7d78;--core:#8d897f;--stay:#dad8d0;--ghost:#c5c3bb;--ghost-ink:#76736a;--halo:#fbfbf9;--surface-mark:#fff`

const DARK = `--ground:#12181b;--surface:#1a2226;--sunk:#0e1316;--ink:#e9edeb;--ink-2:#b4bec0;--ink-3:#8d999d;--line:#2e393e;--line-strong:#6b787d;--accent:#a3b6f7;--accent-soft:#27325a;--gain-1:#183f4c;--gain-2:#2c8fae;--gain-m:#45b1d0;--gain-3:#6cc9e6;--loss-1:#4a3522;--loss-2:#bb6f33;--loss-m:#c97b3c;--loss-3:#f0a968;--delay-1:#3a2b39;--delay-2:#66425f;--delay-3:#99648d;--delay-4:#cc92be;--delay-5:#f3cbe8;--sea:#0e1112;--land:#1c2022;--land-member:#24292b;--coast:#3f4446;--border:#43484a;--border-member:#686e6f;--rail:#585c5c;--lane:#6e7473;--core:#77736a;--stay:#43423d;--ghost:#504f49;--ghost-ink:#9c988d;--halo:#171b1d;--surface-mark:#1a2226`

/** Steps of the delay ramp, of beads and of waits on the map. */
const DELAY_RAMP = `.d1{fill:var(--delay-1);stroke:var(--delay-4)}
.d2{fill:var(--delay-2);stroke:var(--delay-4)}
.d3{fill:var(--delay-3);stroke:var(--delay-3)}
.d4{fill:var(--delay-4);stroke:var(--delay-4)}
.d5{fill:var(--delay-5);stroke:var(--delay-5)}`

const PAGE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 15px/22px "Source Sans 3",system-ui,sans-serif;font-feature-settings:"tnum","lnum";overflow-wrap:break-word}
body>*{max-width:1120px;margin-inline:auto}
@media(max-width:1167px){body>*{margin-inline:24px}}
h1,h2,h3,p,figure,dl,dd,ul,ol{margin:0;padding:0}
h1,h2,h3,b,strong{font-weight:600}
h2{font-size:26px;line-height:32px;letter-spacing:-.008em}
h3{font-size:17px;line-height:24px}
a{color:var(--accent);text-underline-offset:2px;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:12px/16px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--ink-3);overflow-wrap:anywhere}
.visually-hidden{position:absolute!important;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.source,.under,.interval,.note{font-size:12px;line-height:16px;color:var(--ink-3)}
.source{margin-top:8px;max-width:900px}
.meta{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 20px;padding-top:26px;font-size:13px;line-height:18px;color:var(--ink-2)}
.meta p strong{font-weight:400;color:var(--ink);margin-inline:10px 6px}
.meta ul{display:flex;flex-wrap:wrap;gap:2px 14px;list-style:none}
.meta nav a{text-decoration:none}
.meta nav a:hover{text-decoration:underline}
.mark{vertical-align:-3px}
.mark-line{fill:var(--ink);stroke:var(--ink);stroke-width:1.6}
.mark-bead{fill:var(--accent)}
.kicker{margin-top:26px;font-size:18px;line-height:26px;color:var(--ink-2);max-width:900px;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;line-clamp:3;overflow:hidden}
h1{margin-top:2px;font-size:34px;line-height:42px;letter-spacing:-.014em;max-width:900px;text-wrap:balance}
.lead{margin-top:12px;font-size:17px;line-height:26px;color:var(--ink-2);max-width:860px;text-wrap:pretty}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:20px 40px;margin-top:24px}
.figure{border-top:2px solid var(--ink);padding-top:10px;display:grid;grid-template-rows:auto 1fr;min-width:0}
.figure dt{font-size:13px;line-height:18px;color:var(--ink-2)}
.figure .value{display:block;font-size:28px;line-height:38px;font-weight:600;letter-spacing:-.014em;white-space:nowrap}
.figure .bar{display:block}
.figure .note{display:block;margin-top:4px}
section{margin-top:56px}
section>h2{border-top:2px solid var(--ink);padding-top:14px}
section>p{margin-top:8px;max-width:860px;color:var(--ink-2)}
section>h3{margin-top:28px}
.map-figure{margin-top:30px;border:1px solid var(--line);border-radius:6px;background:var(--surface);overflow:hidden}
.map-figure figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 20px;padding:8px 16px}
.map-figure h2{font-size:15px;line-height:22px;letter-spacing:0}
.map-figure figcaption span,.chart figcaption span{font-size:12px;line-height:16px;color:var(--ink-3)}
.map{display:block;height:auto;border-block:1px solid var(--line)}
.only-narrow{display:none!important}
.legend{display:flex;flex-wrap:wrap;gap:4px 22px;padding:8px 16px;list-style:none;font-size:12px;line-height:20px;color:var(--ink-2)}
.legend li{display:flex;align-items:center;gap:6px}
.swatch{display:block;flex:none}
.chart,.table-figure{margin-top:24px;min-width:0}
.chart figcaption{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 12px}
.chart>p:not(.source){margin-top:8px;color:var(--ink-2)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 56px}
table{border-collapse:collapse;font-size:14px;line-height:20px;width:100%}
th{text-align:start;font-weight:400}
.scroll{overflow-x:auto;margin-top:10px}
.scroll table{min-width:680px}
.scroll thead th{font-size:12px;line-height:16px;color:var(--ink-3);vertical-align:bottom;padding:6px 12px 6px 0;border-bottom:1px solid var(--line-strong)}
.scroll tbody th,.scroll td,.scroll tfoot th{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
.scroll tfoot th,.scroll tfoot td{border-bottom:0;border-top:1px solid var(--line-strong)}
.scroll tbody th{min-width:120px}
.wide-first tbody th{min-width:220px}
.scroll .num{text-align:end;padding:6px 0 6px 12px}
td.num,.num b{white-space:nowrap}
.scroll thead tr:only-child th:not(.num)+th:last-child:not(.num){padding-inline-start:0}
td.num+td:not(.num),.scroll th.num+th:not(.num),.scroll thead th:last-child:not(.num):not(:first-child){padding-inline-start:20px}
.num .interval{display:block;white-space:nowrap}
.under{display:block}
.intervals{margin-top:10px;table-layout:fixed}
.col-name{width:22%}
.col-value{width:24%}
.two .col-name,.two .col-value{width:32%}
.intervals th{padding:4px 12px 4px 0;vertical-align:middle}
.intervals .bar-cell{padding:0;vertical-align:middle}
.intervals .value-cell{padding:4px 0 4px 20px;vertical-align:middle}
.two .intervals .value-cell b{display:block;text-align:start;min-width:0;margin:0}
.intervals .value-cell b{display:inline-block;min-width:68px;text-align:end;margin-inline-end:10px}
.intervals .interval{white-space:nowrap}
.bar,.axis{display:block;overflow:visible}
.axis{margin-top:10px}
.axis text{font-size:11px;fill:var(--ink-3)}
.c-grid{stroke:var(--line);stroke-width:1}
.c-zero{stroke:var(--line-strong);stroke-width:1}
.c-today{stroke:var(--ghost-ink);stroke-width:1.5}
.c-range{opacity:.45;fill:var(--core)}
.c-dot{fill:var(--ink-2)}
.c-hollow{fill:var(--surface);stroke:var(--ink-2);stroke-width:2}
.c-ghost{fill:var(--ghost)}
.c-level{stroke:var(--ink-2);stroke-width:2.5}
.v-gain .c-range{fill:var(--gain-2)}
.v-gain .c-dot{fill:var(--gain-3)}
.v-gain .c-hollow{stroke:var(--gain-3)}
.v-gain .c-level{stroke:var(--gain-3)}
.v-loss .c-range{fill:var(--loss-2)}
.v-loss .c-dot{fill:var(--loss-3)}
.v-loss .c-hollow{stroke:var(--loss-3)}
.v-loss .c-level{stroke:var(--loss-3)}
td.v-gain b{color:var(--gain-3)}
td.v-loss b{color:var(--loss-3)}
.care{margin-inline-start:3px}
.hollow-mark{display:inline-block;width:9px;height:9px;border:2px solid var(--ink-3);border-radius:50%;margin-inline-end:6px}
.caution{border-inline-start:3px solid var(--loss-3);padding-inline-start:12px;margin-top:14px}
details{margin-top:14px}
summary{cursor:pointer;color:var(--accent);font-size:14px;width:fit-content}
details .table-figure{margin-top:10px}
details figcaption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.caravan{display:block;height:auto;margin-top:10px}
.caravan text{font-size:12px;fill:var(--ink-2)}
.caravan .c-axis{font-size:11px;fill:var(--ink-3)}
.caravan .c-strong,.caravan .c-arrival{font-weight:600;fill:var(--ink)}
.caravan .c-arrival{font-size:15px}
.c-saved{fill:var(--gain-1);opacity:.5}
.c-lost{fill:var(--loss-1);opacity:.6}
.caravan .c-saved-text{font-weight:600;fill:var(--gain-3)}
.caravan .loss{fill:var(--loss-3)}
.c-travel{stroke:var(--core);stroke-width:2}
.c-travel.c-today{stroke:var(--ghost);stroke-width:2}
.c-ferry{stroke-dasharray:5 3.5}
.c-sea{stroke-dasharray:1 4;stroke-linecap:round}
.c-bead-today{fill:var(--ghost)}
.c-bead.hollow{fill:var(--surface);stroke-width:2}
${DELAY_RAMP}
.c-bead.d1,.c-bead.d2{stroke-width:1}
.steps{list-style-position:outside;padding-inline-start:22px;margin-top:14px;max-width:860px}
.steps li{margin-top:16px}
.steps p{color:var(--ink-2)}
.steps .source{margin-top:2px}
.symbols sub,.symbols sup{font-size:.72em;line-height:0}
.steps p.symbols{font-family:"Cambria Math","STIX Two Math","Noto Sans Math","Source Sans 3",system-ui,sans-serif;color:var(--ink);margin-top:6px;overflow-wrap:anywhere}
.pairs{display:grid;grid-template-columns:1fr 1fr;gap:14px 56px;margin-top:14px}
.pairs dt{font-weight:600}
.pairs dd{color:var(--ink-2)}
.facts{margin-top:14px;font-size:14px;line-height:20px}
.facts div{display:grid;grid-template-columns:200px 1fr;gap:12px;padding:5px 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--ink-3)}
.facts dd{overflow-wrap:anywhere}
pre{margin:16px 0 0;padding:16px;background:var(--sunk);border-radius:6px;overflow-x:auto;max-height:640px}
pre code{color:var(--ink);overflow-wrap:normal}
.notices{padding-inline-start:20px;margin-top:12px;color:var(--ink-2);max-width:900px}
.notices li{margin-top:4px}
main{padding-bottom:64px}
`

const MAP = `
.map text{font-family:inherit;font-size:12px;fill:var(--ink-2);paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-linejoin:round}
.map .m-strong{font-weight:600;fill:var(--ink)}
.map .m-country,.map .m-country-member{font-size:11px;letter-spacing:1px;text-transform:uppercase;fill:var(--ink-3)}
.map .m-country-member{font-weight:600;fill:var(--ink-2)}
.map path{fill:none}
.m-sea{fill:var(--sea)}
.map .m-land{fill:var(--land)}
.map .m-member,.swatch .m-member{fill:var(--land-member)}
.map .m-wash-gain-1,.map .m-wash-gain-2,.map .m-wash-gain-3,.swatch .m-wash-gain-3{fill:var(--gain-2)}
.map .m-wash-loss-1,.map .m-wash-loss-2,.map .m-wash-loss-3,.swatch .m-wash-loss-3{fill:var(--loss-2)}
.m-wash-gain-1,.m-wash-loss-1{opacity:.06}
.m-wash-gain-2,.m-wash-loss-2{opacity:.14}
.m-wash-gain-3,.m-wash-loss-3{opacity:.25}
.m-coast{stroke:var(--coast);stroke-width:.7}
.m-border{stroke:var(--border);stroke-width:.6}
.m-border-member{stroke:var(--border-member);stroke-width:.8}
.m-border-disputed{stroke:var(--border-member);stroke-width:.8;stroke-dasharray:3 2.5}
.m-rail{stroke:var(--rail);stroke-width:.7}
.m-planned{stroke:var(--ink-3);stroke-width:1.1;stroke-dasharray:4 3}
.m-suspended{stroke:var(--ink-3);stroke-width:1.1;stroke-dasharray:1 4;stroke-linecap:round}
.m-lane{stroke:var(--lane);stroke-width:2;stroke-dasharray:0 5;stroke-linecap:round}
.m-core,.m-stay,.m-gain,.m-gain-strong,.m-loss{stroke-linecap:round;stroke-linejoin:round;fill:none}
.m-core{stroke:var(--core)}
.m-stay{stroke:var(--stay)}
.m-gain{stroke:var(--gain-2)}
.m-ghost,.m-slow{fill:none;stroke-linecap:round;stroke-linejoin:round}
.m-ghost{stroke:var(--ghost)}
.m-strait{stroke:var(--ink-2);stroke-width:1.5}
.m-road{stroke:var(--line);stroke-width:1}
.s1{stroke:var(--core)}
.s2{stroke:var(--delay-2)}
.s3{stroke:var(--delay-3)}
.s4{stroke:var(--delay-4)}
.s5{stroke:var(--delay-5)}
.m-gain-strong{stroke:var(--gain-m)}
.m-loss{stroke:var(--loss-m)}
.m-dash{stroke-dasharray:5 3.5;stroke-linecap:butt}
.m-cross{stroke:var(--loss-3);stroke-width:2}
.m-disc{stroke:var(--surface-mark);stroke-width:1}
.m-disc.d1,.m-disc.d2{stroke:var(--delay-4)}
.m-hollow{fill:var(--surface-mark);stroke-width:2}
.m-hollow.d1,.m-hollow.d2{stroke:var(--delay-3)}
.m-today{fill:none;stroke:var(--ghost-ink);stroke-width:1.1;stroke-dasharray:2 2}
.m-standing{fill:var(--delay-3);fill-opacity:.16;stroke:var(--delay-3);stroke-width:1}
.m-standing-today{fill:none;stroke:var(--delay-3);stroke-width:.8;stroke-dasharray:1 2}
.map .m-full,.swatch .m-full{stroke:var(--ink);stroke-width:2}
.m-place{fill:var(--surface-mark);stroke:var(--ink-2);stroke-width:1.2}
`

const NARROW = `
@media(max-width:820px){.two,.pairs{grid-template-columns:1fr}.figures{grid-template-columns:1fr 1fr;gap:20px 24px}.figure .value{font-size:24px;line-height:32px}}
@media(max-width:620px){
body>*{margin-inline:16px}
.only-wide{display:none!important}
.only-narrow{display:block!important}
h1{font-size:26px;line-height:32px}
.lead{font-size:16px;line-height:24px}
.figure .value{font-size:20px;line-height:28px}
.figures{gap:20px 16px}
.meta{padding-top:16px}
.legend{gap:2px 14px}
.map-figure figcaption,.legend{padding-inline:12px}
section{margin-top:44px}
.col-name,.two .col-name{width:30%}
.col-value,.two .col-value{width:32%}
.intervals th{overflow-wrap:anywhere;padding-right:8px}
.intervals .value-cell{padding-left:10px}
.intervals .value-cell b{display:block;text-align:start;min-width:0;margin:0}
.intervals .interval{font-size:11px}
.scroll thead tr:first-child th:first-child,.scroll tbody th,.scroll tfoot th{position:sticky;left:0;background:var(--ground);z-index:1}
.scroll tbody th,.wide-first tbody th{min-width:110px;max-width:150px}
.wide-first tbody th{min-width:150px}
.facts div{grid-template-columns:1fr;gap:0}
}
@media(max-width:760px){.map.only-wide{display:none!important}.map.only-narrow{display:block!important;max-width:560px;margin-inline:auto}}
@media(max-width:340px){.figures{grid-template-columns:1fr}}
@media print{
.meta nav,summary{display:none}
section{break-before:auto}
.chart,.map-figure,tr,.figure{break-inside:avoid}
.scroll{overflow:visible}
.scroll table{min-width:0;font-size:11px}
pre{max-height:none;white-space:pre-wrap}
body>*{margin-inline:0;max-width:none}
}
`

/** The whole style sheet. */
export const STYLE = trusted(
  `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
${PAGE}${MAP}${NARROW}`,
)

/** Style of a map that leaves the page: always light, and without a variable that a viewer might not know. */
export function lightMapStyle(): string {
  const colours = new Map(LIGHT.split(';').map(token => token.split(':') as [string, string]))
  return `${DELAY_RAMP}${MAP}`.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => colours.get(name)!)
}
