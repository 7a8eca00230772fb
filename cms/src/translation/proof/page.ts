/** A translation as a page to print: both languages side by side, and room for a signature. No script, nothing fetched. */
import { createHash } from 'node:crypto';
import { tokensOf } from '@charterpress/shared/domain/translation/codes.ts';
import { onPaper } from '@charterpress/shared/domain/translation/files/proof.ts';
import type {
  Outgoing,
  OutgoingUnit,
} from '@charterpress/shared/domain/translation/files/transfer.ts';
import type { Code } from '@charterpress/shared/domain/translation/segment.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import type { Printed } from './records.ts';

export type Paper = {
  readonly file: Outgoing;
  readonly sheet: Printed;
  readonly publishedAt: string;
  /** What a fact in a text is called, by its document. */
  readonly facts: ReadonlyMap<string, string>;
};

export function proofPage(paper: Paper): Response {
  return new Response(html(paper), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      'cache-control': 'no-store',
    },
  });
}

function html({ facts, file, publishedAt, sheet }: Paper): string {
  const title = escaped(filled(words.proof.title, { title: file.title }));
  const inLanguage = languageOf(file.language);
  const about = filled(words.proof.about, {
    language: inLanguage?.englishName ?? file.language,
    when: moment(new Date(publishedAt)),
    edition: String(file.edition),
  });
  const printed = filled(words.proof.sheet, {
    code: sheet.code,
    when: moment(new Date(sheet.at)),
  });
  const rows = file.units.map((unit, at) => row(unit, { at, facts, file }));
  return `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body>
<header><h1>${title}</h1><p>${escaped(about)}</p><p class="sheet">${escaped(printed)}</p><p>${escaped(words.proof.how)}</p></header>
<table>
<thead><tr><th scope="col">${escaped(words.proof.number)}</th><th scope="col">${escaped(words.proof.english)}</th><th scope="col" lang="${file.language}" dir="${file.direction}">${escaped(inLanguage?.ownName ?? '')}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<section><h2>${escaped(words.proof.sign)}</h2>
<ul><li>${escaped(words.proof.agree)}</li><li>${escaped(words.proof.corrected)}</li></ul>
<dl>${[words.proof.name, words.proof.of, words.proof.day, words.proof.signature].map((field) => `<div><dt>${escaped(field)}</dt><dd></dd></div>`).join('')}</dl>
<p>${escaped(words.proof.afterwards)}</p><p class="sheet">${escaped(printed)}</p></section>
</body>
</html>
`;
}

type Within = Pick<Paper, 'facts' | 'file'> & { readonly at: number };

function row(unit: OutgoingUnit, { at, facts, file }: Within): string {
  const target = onPaper(unit);
  const right =
    target === null
      ? `<td class="empty">${escaped(words.proof.empty)}</td>`
      : `<td lang="${file.language}" dir="${file.direction}">${shown(target, unit, facts)}</td>`;
  const left = `<td class="${unit.segment.style}">${shown(unit.segment.text, unit, facts)}</td>`;
  return `<tr><th scope="row">${at + 1}</th>${left}${right}</tr>`;
}

/** Bold is bold on paper, a link is underlined, and a fact stands by its name. */
function shown(text: string, { segment }: OutgoingUnit, facts: Paper['facts']): string {
  const codes = new Map(segment.codes.map((code) => [code.number, code]));
  return (tokensOf(text) ?? [{ text }])
    .map((token) => {
      if ('text' in token) return escaped(token.text);
      if ('open' in token) return tags(codes.get(token.open), '');
      if ('close' in token) return tags(codes.get(token.close), '/');
      const code = codes.get(token.alone);
      if (code?.is !== 'fact') return '<br>';
      const name = facts.get(code.fact.document) ?? '';
      return `<bdi class="fact" lang="en">${escaped(name)}</bdi>`;
    })
    .join('');
}

function tags(code: Code | undefined, slash: '' | '/'): string {
  if (code?.is === 'link') return `<${slash}u>`;
  const marks = code?.is === 'marks' ? code.marks : [];
  const names = marks.map((mark) => (mark === 'bold' ? 'b' : 'i'));
  return (slash === '' ? names : names.reverse()).map((name) => `<${slash}${name}>`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
@page { size: A4; margin: 15mm }
body { font: 12pt/1.5 system-ui, "Noto Sans", sans-serif; color: #000; background: #fff; max-width: 60rem; margin: 1rem auto; padding: 0 1rem }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 } h2 { font-size: 14pt }
.sheet { font-weight: bold }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #555; padding: 2mm; vertical-align: top; text-align: start; overflow-wrap: anywhere; white-space: pre-wrap }
thead th:first-child { width: 3.5rem }
tbody th { font-weight: normal; text-align: end }
.heading, .line { font-weight: bold }
.fact { border-block-end: 1px dotted #555 }
.empty { color: #555; font-style: italic }
section { break-inside: avoid; margin-block-start: 8mm }
ul { list-style: none; padding: 0 } ul li::before { content: "☐"; margin-inline-end: 2mm }
dl div { display: flex; gap: 4mm; align-items: end; margin-block: 6mm } dt { min-width: 15rem } dd { flex: 1; margin: 0; border-block-end: 1px solid #000; min-height: 8mm }
@media print { body { margin: 0; max-width: none; padding: 0 } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');
