/**
 * The styles of a booklet, which stand in the file itself: it is saved, sent and opened where no other file is. They are
 * the same in every booklet of every trust, so that one hash allows them: see shared/decisions/booklets.md.
 */
export const bookletStyles = `
@page { size: A4; margin: 16mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { line-height: 1.5; }
html, body { background: #fff; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; color: #1f1b16; font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", Arial, sans-serif; overflow-wrap: anywhere; }
html:lang(ur) body { line-height: 2.1; }
html:lang(ar) body { line-height: 1.95; }
html:is(:lang(ne), :lang(bn), :lang(gu), :lang(pa)) body { line-height: 1.75; }
[lang="en"] { line-height: 1.5; }
h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.3; }
h2 { margin: 2rem 0 .75rem; padding-block-end: .25rem; border-block-end: 3px solid; font-size: 1.4rem; line-height: 1.35; break-after: avoid; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.15rem; line-height: 1.35; break-after: avoid; }
:is(h1, h2, h3):lang(ur) { line-height: 1.9; }
p { margin: 0 0 .5rem; }
ul, ol { margin: 0 0 1rem; padding-inline-start: 1.5rem; }
a { color: inherit; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
.way { display: inline-block; min-block-size: 24px; font-weight: 700; }
.fact { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-block-end: .5rem; }
.plain { padding: 0; list-style: none; }
.entry { padding-block: .75rem; border-block-start: 1px solid #b9b0a2; break-inside: avoid; }
.entry h4 { margin: 0 0 .25rem; font-size: 1.05rem; line-height: 1.4; }
[dir="rtl"] .entry > p[dir="ltr"] { text-align: end; }
.entry ul { margin-block-end: .25rem; }
.quiet { color: #4a443c; }
.sample { padding: .5rem .75rem; border: 2px solid; }
.newest { display: flex; gap: 1rem; align-items: center; margin-block-start: 2rem; padding-block-start: 1rem; border-block-start: 3px solid; break-inside: avoid; }
.newest p { min-inline-size: 0; }
.newest svg { flex: none; inline-size: 28mm; block-size: 28mm; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; }
  html, body { background: #181613; color: #f5f0e8; }
  .quiet { color: #cfc7ba; }
  .newest svg { background: #fff; color: #000; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  a { text-decoration: none; }
}
`;
