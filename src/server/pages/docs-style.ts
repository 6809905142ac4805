/** The look of the reference: one column on a phone, three on a desktop, light or dark as the reader has it. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e1e5ea, #2b323c); --soft: light-dark(#f5f7f9, #171c23); --text: light-dark(#1d242d, #dde3ea);
  --quiet: light-dark(#5a6673, #97a3b1); --accent: light-dark(#0a5aa8, #78b8ff); --back: light-dark(#ffffff, #0f1318);
  --good: light-dark(#136c3a, #6fd39a); --bad: light-dark(#a12622, #ff9a90); --warm: light-dark(#fff6e0, #2a2313);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; --top: 3.75rem; }
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--top) + 0.75rem); }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre, textarea, output { font: 0.85rem/1.55 var(--mono); }
p code, li code, td code, .about code { background: var(--soft); border-radius: 4px; padding: 0.1em 0.3em; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 9; background: var(--back); padding: 0.5rem; }
input, textarea { width: 100%; min-width: 0; padding: 0.45rem 0.7rem; border: 1px solid var(--line); border-radius: 8px; background: var(--back); color: inherit; font-size: 1rem; }
textarea { resize: vertical; font-size: 0.85rem; }

header { position: sticky; top: 0; z-index: 5; display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: 0.5rem 1.25rem; padding: 0.6rem 1.25rem; background: var(--back); border-bottom: 1px solid var(--line); }
.brand { margin: 0; font-weight: 700; font-size: 1.15rem; }
.brand a { color: inherit; }
.brand span { color: var(--quiet); font-weight: 400; font-size: 0.85rem; }
.find { position: relative; display: block; }
#found { position: absolute; inset: calc(100% + 0.4rem) 0 auto; max-height: min(70vh, 34rem); overflow-y: auto; margin: 0; padding: 0.35rem; list-style: none; background: var(--back); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 8px 30px rgb(0 0 0 / 0.25); }
#found li { padding: 0; }
#found li:not(:has(a)) { padding: 0.5rem; color: var(--quiet); }
#found a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; padding: 0.4rem 0.6rem; border-radius: 6px; color: inherit; }
#found a:hover, #found a:focus { background: var(--soft); text-decoration: none; }
#found b { font-weight: 400; font-size: 0.8rem; color: var(--quiet); }
#found span { grid-column: 1 / -1; font-size: 0.85rem; color: var(--quiet); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.token { grid-column: 1 / -1; display: flex; align-items: center; gap: 0.5rem; }
.token label { color: var(--quiet); }
#who { font-size: 0.85rem; color: var(--bad); white-space: nowrap; }
#who[data-good=true] { color: var(--good); }

nav { padding: 0.5rem 1.25rem; border-bottom: 1px solid var(--line); }
nav summary { cursor: pointer; font-weight: 600; padding: 0.4rem 0; }
nav h2 { margin: 1.1rem 0 0.2rem; font-size: 0.75rem; text-transform: uppercase; letter-spacing: 0.07em; }
nav h2, nav h2 a { color: var(--quiet); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 0.45rem 0.5rem; border-radius: 6px; color: inherit; font-size: 0.95rem; }
nav li a:hover { background: var(--soft); text-decoration: none; }
nav a[aria-current] { background: var(--soft); color: var(--accent); font-weight: 600; }
nav .leaving { text-decoration: line-through; }

main { padding: 0 1.25rem 5rem; min-width: 0; }
h1 { margin: 1.5rem 0 0.5rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3.5rem 0 0.5rem; font-size: 1.6rem; line-height: 1.25; }
.group > h2 { text-transform: capitalize; }
h4 { margin: 1.6rem 0 0.4rem; font-size: 0.8rem; text-transform: uppercase; letter-spacing: 0.06em; color: var(--quiet); }
h4 .of { text-transform: none; letter-spacing: 0; }
article { border-top: 1px solid var(--line); padding: 1.75rem 0 2.25rem; margin-top: 1.25rem; }
article h3 { margin: 0; font: 600 1.2rem/1.4 var(--mono); overflow-wrap: anywhere; }
article h3 a, .entry h3 a, .entry h4 a, .type h3 a { color: inherit; }
.what, .how { min-width: 0; }
.summary { margin: 0.15rem 0 0.6rem; font-size: 1.1rem; color: var(--quiet); }
.badges { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0 0 0.75rem; }
.badges > * { font-size: 0.8rem; color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; padding: 0.05rem 0.65rem; }
.note, .careful { background: var(--warm); border-radius: 8px; padding: 0.5rem 0.75rem; }
.careful { margin: 0; font-size: 0.9rem; }
.none, .optional, .bounds, .version { color: var(--quiet); }
.optional, .retry { font: 0.8rem/1.5 system-ui, sans-serif; }
#found code { background: none; padding: 0; }
.retry { color: var(--good); border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.5rem; white-space: nowrap; }
.bounds { font-size: 0.85rem; }
.of { color: var(--quiet); font-size: 0.85rem; font-weight: 400; }
.entry .of a { color: var(--accent); }

.tree, .faults { list-style: none; margin: 0; padding: 0; }
.tree > li, .faults > li { padding: 0.6rem 0; border-top: 1px solid var(--line); }
.tree > li:first-child, .faults > li:first-child { border-top: 0; }
.tree .name { font-weight: 600; background: none; padding: 0; }
.about { font-size: 0.925rem; color: var(--quiet); }
.field { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; }
.inner { margin-top: 0.3rem; font-size: 0.95rem; }
.inner > summary { color: var(--accent); font-size: 0.85rem; }
.inner > .tree { border: 1px solid var(--line); border-radius: 8px; padding: 0 0.9rem; margin-top: 0.25rem; }
.faults .about { display: block; }
.states { padding-left: 1.25rem; }
.links { line-height: 1.9; font: 0.85rem/1.9 var(--mono); overflow-wrap: anywhere; }

.example { margin: 0 0 0.6rem; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.example > summary { padding: 0.5rem 0.9rem; font-size: 0.9rem; font-weight: 600; }
.example[open] > summary { border-bottom: 1px solid var(--line); }
.failing > summary code { color: var(--bad); font-weight: 400; margin-left: 0.35rem; overflow-wrap: anywhere; }
.label { padding: 0.35rem 0.9rem; font-size: 0.75rem; text-transform: uppercase; letter-spacing: 0.06em; color: var(--quiet); border-block: 1px solid var(--line); }
[role=tablist] { display: flex; overflow-x: auto; padding: 0 0.4rem; border-bottom: 1px solid var(--line); scrollbar-width: none; }
[role=tablist][hidden] { display: none; }
[role=tab] { flex: none; min-height: 0; padding: 0.5rem 0.55rem; border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; color: var(--quiet); font: 0.85rem/1.4 system-ui, sans-serif; }
[role=tab][aria-selected=true] { color: var(--accent); border-bottom-color: var(--accent); }
[role=tab]:focus-visible { outline-offset: -2px; }
.code { position: relative; background: var(--soft); }
.how > .tabs { border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
pre { margin: 0; padding: 0.85rem 0.9rem; white-space: pre; max-height: 26rem; overflow: auto; }
.wrapped, output { white-space: pre-wrap; word-break: break-all; }
.copy { position: absolute; top: 0.4rem; right: 0.4rem; min-height: 0; padding: 0.2rem 0.55rem; font-size: 0.75rem; border: 1px solid var(--line); background: var(--back); color: var(--quiet); opacity: 0; }
.code:hover .copy, .copy:focus-visible { opacity: 1; }
@media (hover: none) { .copy { opacity: 1; } }

details > summary { cursor: pointer; }
.try { border: 1px solid var(--accent); border-radius: 10px; }
.try > summary { padding: 0.6rem 0.9rem; font-weight: 600; color: var(--accent); }
form[data-method] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem; padding: 0.25rem 0.9rem 0.9rem; }
form[data-method] label { font-size: 0.85rem; color: var(--quiet); }
form[data-method] textarea { color: var(--text); }
button { justify-self: start; padding: 0.5rem 1.1rem; min-height: 2.75rem; border: 0; border-radius: 8px; background: var(--accent); color: var(--back); font: inherit; cursor: pointer; }
.told { margin: 0; font-size: 0.9rem; }
.told:empty, output:empty { display: none; }
output { display: block; background: var(--soft); border-radius: 8px; padding: 0.75rem; max-height: 30rem; overflow-y: auto; }

.chapter { max-width: 56rem; }
.chapter > h3 { margin: 2rem 0 0.25rem; }
.entry, .type { border-top: 1px solid var(--line); padding: 0.7rem 0 0.6rem; }
.entry h3, .entry h4, .type h3 { margin: 0 0 0.15rem; font: 600 1rem/1.5 var(--mono); text-transform: none; letter-spacing: 0; color: inherit; overflow-wrap: anywhere; }
.entry p, .type p { margin: 0; }
:target { scroll-margin-top: 0; }
.entry:target, .type:target { background: linear-gradient(90deg, var(--soft), transparent); box-shadow: -3px 0 var(--accent); padding-left: 0.75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; font-size: 0.85rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td:first-child { white-space: nowrap; }

@media (max-width: 40rem) {
  h2 { font-size: 1.4rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td { display: inline-block; padding: 0 0.75rem 0 0; border: 0; max-width: 100%; }
  td:first-child { white-space: normal; }
  td:last-child { display: block; }
}
@media (max-width: 59.99rem) { header { position: static; } :root { --top: 0rem; } }
@media (min-width: 60rem) {
  header { grid-template-columns: 13.5rem minmax(0, 34rem) minmax(14rem, 1fr); height: var(--top); }
  .token { grid-column: auto; justify-self: end; width: 100%; max-width: 27rem; }
  .layout { display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
  nav { position: sticky; top: var(--top); height: calc(100vh - var(--top)); overflow-y: auto; border-bottom: 0; border-right: 1px solid var(--line); padding: 0 0.75rem 2rem; scrollbar-width: thin; }
  nav summary { display: none; }
  nav h2 { padding-left: 0.5rem; }
  nav li a { padding: 0.15rem 0.5rem; font-size: 0.9rem; }
  main { padding: 0 2.25rem 6rem; }
}
@media (min-width: 75rem) {
  article, .first { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 28rem); gap: 0 2.25rem; align-items: start; }
  article > .how { position: sticky; top: calc(var(--top) + 1rem); max-height: calc(100vh - var(--top) - 2rem); overflow-y: auto; scrollbar-width: thin; }
  .first > .how { margin-top: 1.75rem; }
}
@media (min-width: 110rem) { main { max-width: 100rem; } }
`
