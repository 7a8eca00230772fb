/** The report for a board as a page to print. No script, nothing fetched. */
import { createHash } from 'node:crypto';
import type {
  BoardReport,
  ReportedAction,
  ReportedPledge,
} from '@charterpress/shared/domain/promises/board-report.ts';
import {
  countOf,
  type Standing,
  standings,
} from '@charterpress/shared/domain/promises/standing.ts';
import words from '@charterpress/shared/strings/board-report.json' with { type: 'json' };
import type { Titles } from '../admin/titles.ts';
import { filled } from '../words/filled.ts';
import { dayInWords, moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';

type Beside = { readonly titles: Titles; readonly now: Date };

export function reportPage(report: BoardReport, beside: Beside): Response {
  return new Response(html(report, beside), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      'cache-control': 'no-store',
    },
  });
}

function html(report: BoardReport, { now, titles }: Beside): string {
  const said = words.page;
  const title = escaped(filled(said.title, { day: dayInWords(report.day) }));
  const made = filled(said.made, { trust: trust.name, when: moment(now) });
  const pledges = report.pledges.map((pledge) => pledgeIn(pledge, titles)).join('\n');
  const others =
    report.others.length === 0
      ? ''
      : `<section><h2>${escaped(said.others)}</h2>${report.others.map((one) => actionIn(one, titles)).join('')}</section>`;
  return `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body>
<header><h1>${title}</h1><p>${escaped(made)}</p><p>${escaped(said.how)}</p></header>
${report.pledges.length === 0 ? `<p>${escaped(said.noPledges)}</p>` : summary(report)}
${pledges}
${others}
</body>
</html>
`;
}

function summary({ counts, pledges }: BoardReport): string {
  const said = words.page;
  const counted = [...standings, 'none' as const].map(
    (is) => `<tr><th scope="row">${escaped(words.standing[is])}</th><td>${counts[is]}</td></tr>`,
  );
  const rows = pledges.map((pledge) => {
    const done = countOf(pledge.actions.map(({ standing }) => standing)).done;
    const of = { done: String(done), all: String(pledge.actions.length) };
    const actions = pledge.actions.length === 0 ? '' : escaped(filled(said.doneOf, of));
    return `<tr><th scope="row">${pledge.number}. ${escaped(pledge.promise)}</th><td>${stood(pledge.standing)}</td><td>${actions}</td></tr>`;
  });
  return `<section><h2>${escaped(said.summary)}</h2>
<table class="counts"><thead><tr><th scope="col">${escaped(said.stands)}</th><th scope="col">${escaped(said.promises)}</th></tr></thead><tbody>${counted.join('')}</tbody></table>
<table><thead><tr><th scope="col">${escaped(said.promise)}</th><th scope="col">${escaped(said.stands)}</th><th scope="col">${escaped(said.actions)}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
}

function pledgeIn(pledge: ReportedPledge, titles: Titles): string {
  const said = words.page;
  const { answerable, number, outcomes, promise } = pledge;
  const heading = filled(said.number, { number: String(number), promise });
  const actions = pledge.actions.map((action) => actionIn(action, titles)).join('\n');
  const came = outcomes.map(
    (one) =>
      `<dl><div><dt>${escaped(said.asked)}</dt><dd>${escaped(one.asked)}</dd></div><div><dt>${escaped(said.said)}</dt><dd>${escaped(one.said)}</dd></div><div><dt>${escaped(words.answer[one.answer])}</dt><dd>${escaped(one.because)}</dd></div></dl>`,
  );
  const heard = came.length === 0 ? '' : `<h3>${escaped(said.outcomes)}</h3>${came.join('')}`;
  return `<section><h2>${escaped(heading)} ${stood(pledge.standing)}</h2>
<p>${escaped(filled(said.answerable, { who: answerable }))}</p>
${actions === '' ? `<p>${escaped(said.none)}</p>` : actions}${heard}</section>`;
}

function actionIn(
  { action, isOverdue, reports, standing }: ReportedAction,
  titles: Titles,
): string {
  const said = words.page;
  const due = dayInWords(action.due);
  const details: readonly (readonly [string, string])[] = [
    [said.owner, action.owner],
    [said.measure, action.measure],
    ...(action.promisedOn === null
      ? []
      : [[said.promisedOn, dayInWords(action.promisedOn)] as const]),
    [said.due, isOverdue ? filled(said.overdue, { day: due }) : due],
  ];
  const rows = details.map(
    ([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`,
  );
  const told = reports.map((report) => reportIn(report, titles));
  return `<article><h3>${escaped(action.title)} ${stood(standing)}</h3><dl>${rows.join('')}</dl>
<h4>${escaped(said.reports)}</h4>${told.length === 0 ? `<p>${escaped(said.noReports)}</p>` : `<ul>${told.join('')}</ul>`}</article>`;
}

function reportIn(
  { evidence, on, publishedOn, said, status }: ReportedAction['reports'][number],
  titles: Titles,
): string {
  const later =
    publishedOn === null
      ? ''
      : ` (${escaped(filled(words.page.later, { day: dayInWords(publishedOn) }))})`;
  const cited = evidence.map(titles).join('; ');
  const shows =
    cited === '' ? '' : `<br>${escaped(filled(words.page.evidence, { titles: cited }))}`;
  return `<li><strong>${escaped(dayInWords(on))}</strong>${later}: ${stood(status)} ${escaped(said)}${shows}</li>`;
}

function stood(standing: Standing | null): string {
  const is = standing ?? 'none';
  return `<span class="standing ${is}">${escaped(words.standing[is])}</span>`;
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
body { font: 11pt/1.45 system-ui, "Noto Sans", sans-serif; color: #000; background: #fff; max-width: 60rem; margin: 1rem auto; padding: 0 1rem }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 } h2 { font-size: 14pt; margin-block: 8mm 2mm } h3 { font-size: 12pt; margin-block: 4mm 1mm } h4 { font-size: 11pt; margin: 2mm 0 0 }
h2, h3, h4 { break-after: avoid }
table { border-collapse: collapse; width: 100%; margin-block-end: 5mm } .counts { width: auto; min-width: 50% }
thead { display: table-header-group } tr, li { break-inside: avoid }
th, td { border: 1px solid #555; padding: 1.5mm 2mm; vertical-align: top; text-align: start } tbody th { font-weight: normal }
article { border-block-start: 1px solid #555; padding-block: 1mm 3mm }
dl { margin: 0 } dl + dl { margin-block-start: 3mm } dl div { display: flex; gap: 4mm } dt { flex: 0 0 12rem; font-weight: bold } dd { margin: 0; white-space: pre-line }
ul { margin-block: 0; padding-inline-start: 6mm }
.standing { display: inline-block; border: 1px solid #000; padding: 0 2mm; font-size: 10pt; font-weight: bold; white-space: nowrap }
.late { border-width: 2px } .none, .not-started { border-style: dashed; font-weight: normal }
@media print { body { margin: 0; max-width: none; padding: 0 } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');
