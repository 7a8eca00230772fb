/**
 * Serves the release that `current` leads to, and needs nothing else alive: `node site/press/serve.ts`. Which release
 * that is it looks up at every request, so that a swap is seen at once and whole.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Trust } from '@charterpress/shared/trust.ts';
import sirv from 'sirv';
import { type Fault, fallbackPage, fallbackPolicy } from './fallback-page.ts';
import { currentRelease } from './folders.ts';
import { headersFor } from './headers.ts';
import { MOVES_FILE } from './moves-file.ts';
import { readerLanguage } from './reader-language.ts';
import { SENSITIVE_FILE } from './sensitive-file.ts';
import { shortAddressesIn } from './short-file.ts';

/** What any other site may read: pages as data, and exports. */
const forAll = /^\/(open-data\/|[\w/-]+\.json$)/;
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Addresses that end in a hash of their bytes. */
const hashed = /^\/(_astro|assets|files)\//;

/** What sirv does not know better than that it is XML, or not at all. */
const typesOfOurs: readonly (readonly [RegExp, string])[] = [
  [/\/feed\.xml$/, 'application/atom+xml;charset=utf-8'],
  [/\.ico$/, 'image/vnd.microsoft.icon'],
];

const pageAtShort = shortAddressesIn();

type Site = {
  readonly release: number;
  /** When its map of moves was written: a removal writes it again in every kept release. */
  readonly movedAt: number;
  readonly folder: string;
  readonly files: ReturnType<typeof sirv>;
  readonly languages: readonly string[];
  readonly redirects: Readonly<Record<string, string>>;
  readonly gone: ReadonlySet<string>;
  /** What no browser may keep. */
  readonly sensitive: ReadonlySet<string>;
};

type Served = {
  /** The folder of the releases. */
  readonly releases: string;
  readonly trust: Trust;
  /** Origin of the public site. */
  readonly siteUrl: string;
};

export function serveReleases({ releases, siteUrl, trust }: Served): Server {
  const headers = headersFor(siteUrl, trust);
  let site: Site | null = null;
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      const release = currentRelease(releases);
      if (release !== null && !isOpen(site, releases, release))
        site = openSite(releases, release, trust);
      if (release === null || site === null) sendFault('making', { trust, request, response });
      else answer(site, request, response);
    } catch {
      // Headers that are on their way cannot be taken back, and to try would end the server.
      if (response.headersSent) response.destroy();
      else sendFault('broken', { trust, request, response });
    }
  });
}

function isOpen(site: Site | null, releases: string, release: number): boolean {
  return site?.release === release && site.movedAt === movedAt(releases, release);
}

function movedAt(releases: string, release: number): number {
  const file = path.join(releases, String(release), MOVES_FILE);
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function openSite(releases: string, release: number, { languages }: Trust): Site {
  const folder = path.join(releases, String(release));
  const file = path.join(folder, MOVES_FILE);
  const written = movedAt(releases, release);
  const moves = readJson(file) ?? {};
  const files = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true });
  return {
    release,
    movedAt: written,
    folder,
    files,
    languages,
    redirects: moves.redirects ?? {},
    gone: new Set(moves.gone ?? []),
    sensitive: new Set(readJson(path.join(folder, SENSITIVE_FILE)) ?? []),
  };
}

/** `null` where no such file is. */
function readJson(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'This site can only be read.');
    return;
  }
  const asked = pathOf(request);
  if (asked === null || isHidden(asked)) sendError(site, asked ?? '/', 404, { request, response });
  else sendPath(site, asked, request, response);
}

function sendPath(
  site: Site,
  asked: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isFile = path.extname(asked) !== '';
  const withSlash = asked.endsWith('/') || isFile ? asked : `${asked}/`;
  const to =
    site.redirects[withSlash] ?? movedTwin(site, asked) ?? pageAtShort(site.folder, withSlash);
  if (to !== null) sendRedirect(site, to, response);
  else if (isGone(site, withSlash) || isGone(site, pageOfTwin(asked)))
    sendError(site, asked, 410, { request, response });
  else if (isErrorPage(asked)) sendError(site, asked, 404, { request, response });
  else if (!isThere(site, withSlash)) sendError(site, asked, 404, { request, response });
  else if (withSlash !== asked) sendRedirect(site, withSlash, response);
  else sendFile(site, asked, request, response);
}

function sendFile(
  site: Site,
  asked: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  keepGoodRange(request);
  response.setHeader('Cache-Control', keeping(site, asked));
  if (forAll.test(asked)) setOpenHeaders(response);
  const [, type] = typesOfOurs.find(([files]) => files.test(asked)) ?? [];
  if (type !== undefined) response.setHeader('Content-Type', type);
  // What somebody uploaded has no power over the site.
  if (asked.startsWith('/files/'))
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    );
  // No browser shows a PDF document where nothing may run: it is kept.
  if (asked.endsWith('.pdf')) response.setHeader('Content-Disposition', 'attachment');
  response.setHeader('Accept-Ranges', 'bytes');
  site.files(request, response, () => sendError(site, asked, 404, { request, response }));
}

/** How long a browser may keep it. Of a sensitive page nothing, nor of the same page as data. */
function keeping({ sensitive }: Site, asked: string): string {
  const page = pageOfTwin(asked.replace(/\/index\.html$/, '/'));
  if (sensitive.has(page)) return 'no-store';
  return hashed.test(asked) ? FOR_GOOD : 'no-cache';
}

function setOpenHeaders(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** The data of a page that moved stands where the page does. */
function movedTwin(site: Site, asked: string): string | undefined {
  return site.redirects[pageOfTwin(asked)]?.replace(/\/$/, '.json');
}

/** Itself for what is no twin. */
function pageOfTwin(asked: string): string {
  return asked.replace(/\.json$/, '/');
}

/** One range of whole numbers, of the bytes as they are; anything else gets the whole file. */
function keepGoodRange(request: IncomingMessage): void {
  const { range } = request.headers;
  if (range === undefined) return;
  if (isGoodRange(range)) delete request.headers['accept-encoding'];
  else delete request.headers.range;
}

/** Reading from a later byte to an earlier one throws. */
function isGoodRange(range: string): boolean {
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  return from !== '' && (to === '' || Number(from) <= Number(to));
}

/**
 * The path that is asked for, decoded; `null` when it cannot be one of this site's. No browser sends a "#", and sirv reads
 * on behind it: such a path would be judged as one file and answered with another.
 */
function pathOf(request: IncomingMessage): string | null {
  const [raw = ''] = (request.url ?? '').split('?');
  try {
    const decoded = decodeURIComponent(raw);
    const isPlain = decoded.startsWith('/') && !/[\\\0#]|\/\/|(^|\/)\.\.?(\/|$)/.test(decoded);
    return isPlain ? decoded : null;
  } catch {
    return null;
  }
}

/** What is in a release and not for readers, and compressed copies under their own names. */
function isHidden(asked: string): boolean {
  return /(^|\/)[._](?!astro\/)/.test(asked) || /\.(br|gz)$/.test(asked);
}

/** They are shown in place of other pages, never by themselves. */
function isErrorPage(asked: string): boolean {
  return /^\/([a-z-]+\/)?(404|410|500)(\/|\.html|\/index\.html)?$/.test(asked);
}

function isThere(site: Site, asked: string): boolean {
  return existsSync(path.join(site.folder, asked.endsWith('/') ? `${asked}index.html` : asked));
}

/** What stood below an address that is gone is gone too. */
function isGone(site: Site, asked: string): boolean {
  const parts = asked.split('/').filter((part) => part !== '');
  const above = parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}/`);
  return above.some((each) => site.gone.has(each)) && !isThere(site, asked);
}

function sendRedirect(site: Site, to: string, response: ServerResponse): void {
  response.setHeader('Cache-Control', keeping(site, to));
  response.setHeader('Location', to.replace(/[^\x21-\x7e]/g, encodeURIComponent));
  sendText(response, 301, `Moved to ${to}`);
}

type Asking = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** The page that says so in the reader's language, else in English. */
function sendError(site: Site, asked: string, status: 404 | 410, asking: Asking): void {
  const { request, response } = asking;
  const accepts = request.headers['accept-language'];
  const tag = readerLanguage({ path: asked, accepts }, site.languages);
  const pages = [`${tag}/${status}/index.html`, `en/${status}/index.html`, '404.html'];
  const page = pages.map((each) => path.join(site.folder, each)).find((each) => existsSync(each));
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Language');
  if (page === undefined) sendText(response, status, 'There is no such page.');
  else sendHtml(response, status, readFileSync(page));
}

/** Without a release there is no page to show, so that this one is made here. */
function sendFault(
  fault: Fault,
  { request, response, trust }: Asking & Pick<Served, 'trust'>,
): void {
  const accepts = request.headers['accept-language'];
  const language = readerLanguage({ path: request.url ?? '', accepts }, trust.languages);
  response.setHeader('Content-Security-Policy', fallbackPolicy);
  response.setHeader('Cache-Control', 'no-store');
  if (fault === 'making') response.setHeader('Retry-After', '5');
  const page = fallbackPage(fault, { trust, language });
  sendHtml(response, fault === 'making' ? 503 : 500, Buffer.from(page));
}

function sendHtml(response: ServerResponse, status: number, bytes: Buffer): void {
  response.writeHead(status, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' });
  response.end(`${text}\n`);
}

if (import.meta.main) {
  const { env } = await import('./env.ts');
  const { host, port } = env.siteAddress;
  const releases = path.join(env.dataDir, 'releases');
  const server = serveReleases({ releases, trust: env.trust, siteUrl: env.siteUrl });
  server.on('error', (error) => {
    console.error(
      `The site cannot be served on ${host}:${port} (${error.message}). Set SITE_ADDRESS to a free one.`,
    );
    process.exit(1);
  });
  // A kept release may be deleted between finding a file of it and reading it; that reader asks again, the site stays.
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    console.error(error);
    if (error.code !== 'ENOENT') process.exit(1);
  });
  server.listen(port, host, () => console.log(`The site is served on http://${host}:${port}.`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.closeAllConnections();
      server.close(() => process.exit(0));
    });
  }
}
