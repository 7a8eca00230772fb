/**
 * What a reader gets while there is no release to read from: kind words in their language, and whom to ring. It needs
 * nothing but the configuration of the trust, and brings its few styles along.
 */
import { createHash } from 'node:crypto';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { type WordKey, words } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import { html } from '../src/components/html.ts';
import { words as saying, wayTo } from '../src/components/markup.ts';
import { telephone, type Way } from '../src/views/facts.ts';
import { tongue } from '../src/views/reader.ts';

export type Fault = 'making' | 'broken';

const titles: Readonly<Record<Fault, WordKey>> = {
  making: 'error.making',
  broken: 'error.broken',
};

const styles =
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1875rem/1.6 system-ui,sans-serif}a{display:inline-block;padding:.6rem 0;font-weight:600}';

/** Its styles by their digest, and nothing else. */
export const fallbackPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Asked = { readonly trust: Trust; readonly language: string };

export function fallbackPage(fault: Fault, { language, trust }: Asked): string {
  const say = words(language);
  const title = say(titles[fault]);
  const { direction, tag } = tongue(language);
  const numbers = trust.emergency.map(({ name, names, telephone: number }) => {
    const own = names[language];
    const label =
      own === undefined
        ? { text: name, in: tongue(SOURCE_LANGUAGE) }
        : { text: own, in: undefined };
    return html`<li>${saying(label)}: ${wayTo(telephone(number) as Way)}</li>`;
  });
  return `<!doctype html>${
    html`<html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – ${trust.name}</title><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><style>${styles}</style></head><body><main><h1>${title}</h1><p>${say('error.makingText')}</p><p><a href="">${say('error.again')}</a></p><h2>${say('footer.emergency')}</h2><ul>${numbers}</ul></main></body></html>`
      .text
  }\n`;
}
