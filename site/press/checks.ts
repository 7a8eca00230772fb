/** What every page must be, whatever stands on it. A page that is not keeps its last good bytes. */
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { Parser } from 'htmlparser2';
import { fileOfPath } from '../src/content/routes.ts';
import { isBookletPath } from '../src/content/routes-of-booklets.ts';
import { bookletPolicy, contentSecurityPolicy, type Script, scriptNames } from '../src/csp.ts';
import { isBrandStyles } from '../src/views/brand.ts';
import { tongue } from '../src/views/reader.ts';
import { budgets, modernImage } from './budgets.ts';

export type Checked = {
  /** What is wrong, in sentences. */
  readonly problems: readonly string[];
  /** Addresses of this site that the page leads to or loads, without query and fragment. */
  readonly links: readonly string[];
  /** What it runs. */
  readonly scripts: readonly Script[];
};

type Attributes = Readonly<Record<string, string | undefined>>;

/** The logo, and one picture above the fold. */
const MOST_EAGER = 2;

function isSize(value: string | undefined): boolean {
  return /^[1-9]\d*$/.test(value ?? '');
}

const loads = new Set(['img', 'link', 'source', 'video', 'audio', 'track', 'script', 'iframe']);

/** Made of `scripts/<name>.ts`, under a name that changes with its bytes. */
const ownScript = /^\/_astro\/([a-z]+)-[\w-]{8}\.js$/;

/** A block of data, which no browser runs and no policy has to allow. */
function isData({ src, type }: Record<string, string>): boolean {
  return type === 'application/ld+json' && src === undefined;
}

/** Checks what stands at a path: a page by what pages must be, and a calendar, a feed or data beside it not at all. */
export function checkAt(path: string, text: () => string, site: string): Checked {
  const isPage = fileOfPath(path).endsWith('.html');
  return isPage ? checkPage(path, text(), site) : { problems: [], links: [], scripts: [] };
}

/** Checks a page by itself: whether what it links to is there, only the whole release can say. */
export function checkPage(path: string, html: string, site: string): Checked {
  const problems: string[] = [];
  const base = new URL(path, site);
  const links = new Set<string>();
  const ids = new Set<string>();
  const anchors = new Set<string>();
  let htmls = 0;
  let level = 0;
  let firstHeadings = 0;
  const scripts: Script[] = [];
  let policy: string | undefined;
  /** What stands in the style elements of the page. */
  const styles: string[] = [];
  let isStyle = false;
  let eager = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'style') {
        isStyle = true;
        styles.push('');
      }
      if (name === 'html') {
        htmls += 1;
        checkLanguage(attributes);
      }
      if (name === 'script' && !isData(attributes)) checkScript(attributes.src);
      if (attributes['http-equiv'] === 'Content-Security-Policy') policy ??= attributes.content;
      if (/^h[1-6]$/.test(name)) checkHeading(Number(name[1]));
      if (attributes.id !== undefined) {
        if (ids.has(attributes.id)) problems.push(`Two elements have the id "${attributes.id}".`);
        ids.add(attributes.id);
      }
      if ('style' in attributes) problems.push(`A <${name}> has a style of its own.`);
      for (const attribute of Object.keys(attributes)) {
        if (attribute.startsWith('on')) problems.push(`A <${name}> has ${attribute}.`);
      }
      if (name === 'img') checkImage(attributes);
      if (attributes.href !== undefined) follow(name, attributes.href, attributes.rel);
      if (attributes.src !== undefined) follow(name, attributes.src);
      for (const one of attributes.srcset?.split(',') ?? []) {
        follow(name, one.trim().split(/\s+/)[0] ?? '');
      }
    },
    ontext(text) {
      if (isStyle) styles.push((styles.pop() ?? '') + text);
    },
    onclosetag(name) {
      if (name === 'style') isStyle = false;
    },
  });
  parser.end(html);

  if (htmls !== 1) problems.push(`It has ${htmls} <html>, not one.`);
  if (firstHeadings !== 1) problems.push(`It has ${firstHeadings} <h1>, not one.`);
  checkPolicy();
  checkBooklet();
  for (const anchor of anchors) {
    if (!ids.has(anchor)) problems.push(`It links to #${anchor}, which is not on it.`);
  }
  return { problems, links: [...links].sort(), scripts };

  function checkLanguage(attributes: Record<string, string>): void {
    const tag = path.split('/')[1] ?? '';
    const expected = tongue(language(tag)?.tag ?? SOURCE_LANGUAGE);
    if (attributes.lang !== expected.tag) {
      problems.push(`Its lang is "${attributes.lang}", not "${expected.tag}".`);
    }
    if ((attributes.dir ?? 'ltr') !== expected.direction) {
      problems.push(`Its dir is "${attributes.dir}", not "${expected.direction}".`);
    }
  }

  function checkScript(address = ''): void {
    const [, name] = ownScript.exec(address) ?? [];
    const known = scriptNames.find((each) => each === name);
    if (known === undefined) problems.push(`It has a script that is none of ours: "${address}".`);
    else scripts.push(known);
  }

  function checkPolicy(): void {
    const isBooklet = isBookletPath(path);
    const strays = isBooklet ? [] : styles.filter((each) => !isBrandStyles(each));
    for (const each of strays) problems.push(`It has styles that are not the trust’s: "${each}".`);
    const needed = isBooklet ? bookletPolicy : contentSecurityPolicy(scripts, styles);
    if (policy !== needed) problems.push(`Its policy is "${policy}", and it needs "${needed}".`);
  }

  /** One file that is whole by itself. */
  function checkBooklet(): void {
    if (!isBookletPath(path)) return;
    const weight = Buffer.byteLength(html);
    if (weight > budgets.booklet) {
      problems.push(`It weighs ${weight} bytes; a booklet may weigh ${budgets.booklet}.`);
    }
    if (links.size > 0) problems.push(`It loads or leads to ${[...links].join(', ')}.`);
  }

  /** The first picture may be in sight at once; whatever comes after the logo and it waits until it is near. */
  function checkImage({ alt, height, loading, src = '', srcset = '', width }: Attributes): void {
    const of = `The image ${src}`;
    if (alt === undefined) problems.push(`${of} has no alternative text.`);
    if (!isSize(width) || !isSize(height)) problems.push(`${of} has no width and height.`);
    const files = [src, ...srcset.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '')];
    const old = files.filter((file) => !/^$|^data:/.test(file) && !modernImage.test(file));
    for (const file of old) problems.push(`The image ${file} is in none of the modern formats.`);
    if (loading !== 'lazy') eager += 1;
    if (eager > MOST_EAGER) problems.push(`${of} is not lazy.`);
  }

  function checkHeading(next: number): void {
    if (next === 1) firstHeadings += 1;
    if (next > level + 1) problems.push(`An <h${next}> follows an <h${level}>.`);
    level = next;
  }

  function follow(element: string, address: string, rel = ''): void {
    if (address.startsWith('#')) {
      if (address.length > 1) anchors.add(decodeURIComponent(address.slice(1)));
      return;
    }
    // Nearly all addresses on a page are paths of this site as they stand, and reading a URL takes long.
    if (/^\/[\w./-]*$/.test(address) && !/\/[./]/.test(address)) {
      links.add(address);
      return;
    }
    if (!URL.canParse(address, base)) {
      problems.push(`The address "${address}" cannot be read.`);
      return;
    }
    const url = new URL(address, base);
    if (!['http:', 'https:', 'mailto:', 'sms:', 'tel:'].includes(url.protocol)) {
      problems.push(`It links to "${address}".`);
    } else if (url.origin === base.origin) {
      links.add(decodeURIComponent(url.pathname));
    } else if (loads.has(element) && !/\b(license|canonical|alternate|me)\b/.test(rel)) {
      problems.push(`It loads ${address} from elsewhere.`);
    }
  }
}
