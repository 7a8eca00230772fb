/**
 * The pages of a preview: `/see/<token>/ur/principles/7/`. The token is all that lets somebody in; no cookie is set or
 * read, and nothing that was not published is kept between two requests.
 */
import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { readPass } from '@charterpress/shared/domain/preview-token.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { Content } from '../src/content/content.ts';
import { routeAt } from '../src/content/route-at.ts';
import type { Route } from '../src/content/routes.ts';
import type { Store, StoreOptions } from '../src/content/store.ts';
import { policyOfAllPages } from '../src/csp.ts';
import { brandPictures } from '../src/views/brand-pictures.ts';
import type { Bundle } from './bundle.ts';
import { withCandidate } from './candidate.ts';
import { askForDrafts, type Drafts } from './drafts.ts';
import { drawPictures } from './draw-pictures.ts';
import { fetchImage } from './images.ts';
import { bannerFor } from './preview-banner.ts';
import { BANNER_STYLES, bannerCss, escaped, marked } from './preview-mark.ts';
import { startPath } from './preview-start.ts';
import { renderRoute } from './render.ts';

export type PagesOptions = Omit<StoreOptions, 'readOnly'> & {
  readonly bundle: Bundle;
  readonly pressKey: string | null;
  readonly cmsUrl: string;
  /** What is live, opened for one request. */
  readonly live: () => Store;
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.png': 'image/png',
};
const HTML = 'text/html; charset=utf-8';

/** What the address says: `/see/<token>` and the path behind it. */
const address = /^\/see\/([\w.-]+)(\/[^?#]*)/;

type Body = string | Buffer | { readonly file: string };
type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: Body;
  readonly location?: string;
};

export async function sendPreview(
  options: PagesOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { body, location, status, type } = await answerTo(options, request);
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': `${policyOfAllPages(options.trust)}; frame-ancestors ${options.cmsUrl}`,
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(location === undefined ? {} : { Location: location }),
  });
  if (typeof body === 'object' && 'file' in body) createReadStream(body.file).pipe(response);
  else response.end(body);
}

async function answerTo(options: PagesOptions, request: IncomingMessage): Promise<Answer> {
  const [, token = '', asked = '/'] = address.exec(request.url ?? '') ?? [];
  if (options.pressKey === null || token === '') return sentence(401, words.ask, options);
  const read = readPass(token, options.pressKey, new Date());
  if (read.state === 'unknown') return sentence(401, words.ask, options);
  if (read.state === 'expired') return sentence(401, words.expired, options);
  return inPreview(options, { token, asked, prefix: `/see/${token}` });
}

type Seen = { readonly token: string; readonly asked: string; readonly prefix: string };

async function inPreview(options: PagesOptions, seen: Seen): Promise<Answer> {
  if (seen.asked === BANNER_STYLES) return file('.css', bannerCss);
  const asset = assetAt(options.bundle, seen.asked);
  if (asset !== null) return file(path.extname(seen.asked), { file: asset });
  const drawn = await pictureAt(options, seen.asked);
  if (drawn !== null) return file('.png', { file: drawn });
  const answer = await askForDrafts(seen.token, options);
  if (answer.state === 'ended') return sentence(401, words.ended, options);
  if (answer.state === 'gone') return sentence(410, words.gone, options);
  if (answer.state === 'unreachable') return sentence(503, words.unreachable, options);
  if (seen.asked.startsWith('/files/')) return image(options, seen.asked);
  const base = options.live();
  try {
    return await page(options, seen, { base, drafts: answer.drafts });
  } finally {
    base.close();
  }
}

function assetAt({ assetsFolder }: Bundle, asked: string): string | null {
  if (!/^\/_astro\/[\w-][\w.-]*$/.test(asked)) return null;
  const found = path.join(assetsFolder, asked);
  return existsSync(found) ? found : null;
}

/** The press draws them too, but a preview may be looked at before the first release. */
async function pictureAt(options: PagesOptions, asked: string): Promise<string | null> {
  if (!brandPictures(options).some((picture) => picture.path === asked)) return null;
  const folder = options.bundle.picturesFolder;
  await drawPictures(options, folder);
  return path.join(folder, asked);
}

async function image(options: PagesOptions, asked: string): Promise<Answer> {
  const bytes = await fetchImage(asked.slice('/files/'.length), options).catch(() => null);
  if (bytes === null) return sentence(404, words.gone, options);
  return file(path.extname(asked), bytes);
}

type Over = { readonly base: Store; readonly drafts: Drafts };

async function page(options: PagesOptions, seen: Seen, over: Over): Promise<Answer> {
  const { base, drafts } = over;
  const contentOf = (record: (key: string) => void) =>
    drafts.editions.reduce(withCandidate, base.content(record));
  const content = contentOf(() => {});
  const [, language] = /^\/start\/([\w-]*)$/.exec(seen.asked) ?? [];
  if (language !== undefined) return start(options, seen, { content, language, over });
  const route = routeAt(content, seen.asked) ?? notFound(content, seen.asked);
  const rendered = await renderRoute(options.bundle, route, {
    site: options.site,
    content: contentOf,
  });
  if (!rendered.ok) {
    return sentence(500, words.cannotBeMade.replace('{{why}}', rendered.why), options);
  }
  const ending = path.extname(route.path);
  if (ending !== '') return file(ending, rendered.bytes);
  const banner = bannerFor(content, { drafts, prefix: seen.prefix, language: route.language });
  return {
    status: route.status,
    type: HTML,
    body: marked(rendered.bytes.toString(), seen.prefix, banner),
  };
}

type Started = { readonly content: Content; readonly language: string; readonly over: Over };

function start(options: PagesOptions, { prefix }: Seen, started: Started): Answer {
  const { content, over } = started;
  const isOurs = content.trust.languages.includes(started.language);
  const language = isOurs ? started.language : SOURCE_LANGUAGE;
  const to = startPath(content, { ...over.drafts.opened, language, database: over.base.database });
  return { ...sentence(303, words.title, options), location: prefix + to };
}

/** As the site answers where nothing stands. */
function notFound({ trust }: Content, asked: string): Route {
  const [, tag = ''] = asked.split('/');
  const language = trust.languages.includes(tag) ? tag : SOURCE_LANGUAGE;
  return {
    path: `/${language}/404/`,
    status: 404,
    view: 'not-found',
    params: { language },
    language,
  };
}

function file(ending: string, body: Body): Answer {
  return { status: 200, type: types[ending] ?? 'application/octet-stream', body };
}

/** A page of one sentence, for whoever may not see more. */
function sentence(status: number, said: string, { cmsUrl }: PagesOptions): Answer {
  const body = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(words.title)}</title></head><body><main>`,
    `<h1>${escaped(words.title)}</h1><p>${escaped(said)}</p>`,
    `<p><a href="${escaped(cmsUrl)}/admin" target="_top">${escaped(words.desk)}</a></p>`,
    '</main></body></html>',
  ].join('');
  return { status, type: HTML, body };
}
