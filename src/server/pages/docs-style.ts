/** The look of the reference: one column on a phone, two on a desktop, light or dark as the reader has it. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #343b46); --soft: light-dark(#f4f6f8, #1b2027); --text: light-dark(#1d242d, #dfe5ec);
  --quiet: light-dark(#596573, #98a3b0); --accent: light-dark(#0b5fb0, #74b6ff); --back: light-dark(#ffffff, #12161b); }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre, textarea, output, .hash { font: 0.875rem/1.5 ui-monospace, monospace; }
code { background: var(--soft); border-radius: 3px; padding: 0.1em 0.3em; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem; padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }
header h1 { margin: 0; font-size: 1.4rem; }
.version { margin: 0; color: var(--quiet); }
header label { display: flex; align-items: center; gap: 0.5rem; flex: 1 1 16rem; max-width: 30rem; }
input, textarea { width: 100%; min-width: 0; padding: 0.45rem 0.6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--back); color: inherit; font-size: 1rem; }
textarea { resize: vertical; white-space: pre; overflow: auto; }
nav { padding: 0.75rem 1.25rem; border-bottom: 1px solid var(--line); }
nav summary { cursor: pointer; font-weight: 600; padding: 0.25rem 0; }
nav h2 { margin: 1rem 0 0.25rem; font-size: 0.8rem; text-transform: uppercase; letter-spacing: 0.06em; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 0.3rem 0; }
.search { display: block; margin-top: 0.5rem; }
main { padding: 0.5rem 1.25rem 4rem; min-width: 0; max-width: 60rem; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.35rem; }
article, .type { border-top: 1px solid var(--line); padding: 0.5rem 0 1rem; }
article h3, .type h3 { margin: 0.75rem 0 0.25rem; font: 600 1.1rem/1.4 ui-monospace, monospace; }
article h3 a, .type h3 a { color: inherit; }
article h4 { margin: 1rem 0 0.25rem; font-size: 1rem; }
.badges { margin: 0 0 0.5rem; display: flex; flex-wrap: wrap; gap: 0.4rem; }
.badges span { font-size: 0.8rem; color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.6rem; }
.summary { font-weight: 600; margin: 0.25rem 0; }
.none, .optional { color: var(--quiet); }
.optional { font-size: 0.8rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.925rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; }
td:first-child { white-space: nowrap; }
td:last-child { min-width: 14rem; }
.error { font: 0.875rem/1.6 ui-monospace, monospace; margin-right: 0.5rem; display: inline-block; }
pre, output { display: block; background: var(--soft); border-radius: 6px; padding: 0.75rem; overflow-x: auto; white-space: pre; margin: 0.5rem 0; }
output { max-height: 30rem; overflow-y: auto; }
output:empty { display: none; }
details > summary { cursor: pointer; padding: 0.3rem 0; }
form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding: 0.25rem 0; }
button { justify-self: start; padding: 0.5rem 1rem; min-height: 2.75rem; border: 0; border-radius: 6px; background: var(--accent); color: var(--back); font: inherit; cursor: pointer; }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr { display: block; }
  tr { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  td { display: inline-block; padding: 0 0.6rem 0 0; border: 0; max-width: 100%; }
  td:last-child { display: block; min-width: 0; }
}
@media (min-width: 60rem) {
  .layout { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border-bottom: 0; border-right: 1px solid var(--line); }
  nav summary { display: none; }
  nav li a { padding: 0.15rem 0; }
  main { padding: 0.5rem 2.5rem 4rem; }
}
`
