//! How the report looks.

/// The explanation stands at the foot of the window, where it never leaves a small screen.
pub const STYLE: &str = "
:root { color-scheme: light dark; --page: #fff; --ink: #1d2126; --faint: #667; --line: #d9dde3; --link: #1957a6;
  --title: #dfeafb; --number: #e6e2f8; --time: #dcf1e0; --quantity: #fdebc8; --goal: #d2482a; }
@media (prefers-color-scheme: dark) { :root { --page: #16181c; --ink: #e4e6ea; --faint: #99a; --line: #363b43;
  --link: #8ab8f5; --title: #1f3a5f; --number: #393260; --time: #1d4429; --quantity: #54400f; --goal: #ff8c6b; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1rem 1rem 5rem; max-width: 54rem; background: var(--page); color: var(--ink);
  font: 1rem/1.8 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
header p { color: var(--faint); font-size: .875rem; margin: .25rem 0; }
a { color: var(--link); }
nav { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; margin: 1rem 0; font-size: .9rem; }
nav ul { list-style: none; margin: 0; padding-left: 1.1em; }
nav details > ul { padding-left: 0; }
nav a { text-decoration: none; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
nav summary { color: var(--faint); cursor: pointer; }
main { border-top: 1px solid var(--line); }
main p { margin: .6rem 0; min-height: .6rem; white-space: pre-wrap; }
.title { background: var(--title); } .document_number, .abbreviation, .provision { background: var(--number); }
.time { background: var(--time); } .quantity { background: var(--quantity); }
.target { border-bottom: 2px solid var(--goal); } .remark { text-decoration: underline wavy var(--goal); }
[data-tip] { cursor: help; }
[data-tip]:hover, [data-tip]:focus, :target { outline: 2px solid var(--link); outline-offset: 1px; }
[data-tip]:hover::after, [data-tip]:focus::after { content: attr(data-tip); position: fixed; z-index: 1;
  left: 0; right: 0; bottom: 0; padding: .6rem 1rem; background: #1d2126; color: #fff; font-size: .9rem; line-height: 1.5; }
[data-tip]:hover::after { z-index: 2; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.5; overflow-wrap: normal; }
td:first-child { min-width: 7rem; } td:nth-child(3), td:nth-child(6) { white-space: nowrap; }
td i { color: var(--faint); font-style: normal; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .4rem; text-align: left; vertical-align: top; }
th { color: var(--faint); font-weight: normal; }
svg { display: block; width: 100%; overflow: visible; }
svg rect { fill: var(--link); rx: 3px; } svg line { stroke: var(--line); }
svg text { fill: var(--ink); font-size: 13px; } svg text.year { fill: var(--faint); font-size: 12px; }
svg text.left { text-anchor: end; } svg text.on { fill: var(--page); }
/* The outline stands beside the text where there is room, and scrolls by itself where there is little. */
nav { max-height: 45vh; overflow: auto; }
@media (min-width: 70rem) {
  body:has(nav) { display: grid; grid-template-columns: 19rem minmax(0, 1fr); column-gap: 2rem; max-width: 80rem; }
  body > * { grid-column: 2; } body > nav { grid-column: 1; grid-row: 1 / span 9; position: sticky; top: 1rem;
    align-self: start; max-height: calc(100vh - 2rem); margin: 0; }
}
@media (max-width: 34rem) {
  td:nth-child(6), th:nth-child(6) { display: none; } table { font-size: .8rem; }
  th, td { padding: .3rem .25rem; } td:first-child { min-width: 5rem; }
  td:nth-child(3) { white-space: normal; }
}
";

pub const LEGEND: &str = "<span class=\"title\">title</span> \
<span class=\"document_number\">number, short name, provision</span> <span class=\"time\">time</span> \
<span class=\"quantity\">quantity</span> <span class=\"target\">target</span> <span class=\"remark\">remark</span>";
