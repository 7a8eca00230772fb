import { expect, test } from 'vitest';
import { checkAt, checkPage } from '../../site/press/checks.ts';
import { readEnv } from '../../site/press/env.ts';
import { contentSecurityPolicy } from '../../site/src/csp.ts';
import { brandStyles } from '../../site/src/views/brand.ts';

const SITE = 'https://charter.example.org';

const withPolicy = (policy: string) =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

function problemsOf(
  body: string,
  html = '<html lang="pl" dir="ltr">',
  policy = contentSecurityPolicy(),
): string {
  const page = `${html}${withPolicy(policy)}<body>${body}</body></html>`;
  return checkPage('/pl/x/', page, SITE).problems.join(' ');
}

test('a good page has no problems', () => {
  expect(problemsOf('<h1>A</h1><h2 id="b">B</h2><a href="#b">b</a>')).toBe('');
});

test.each([
  [
    'in another language than its address',
    '<h1>A</h1>',
    '<html lang="en">',
    /lang is "en", not "pl"/,
  ],
  ['in the wrong direction', '<h1>A</h1>', '<html lang="pl" dir="rtl">', /dir is "rtl"/],
  ['with two main headings', '<h1>A</h1><h1>B</h1>', undefined, /2 <h1>/],
  ['without a main heading', '<p>A</p>', undefined, /0 <h1>/],
  ['that skips a level of heading', '<h1>A</h1><h3>B</h3>', undefined, /<h3> follows an <h1>/],
  ['with a script', '<h1>A</h1><script></script>', undefined, /script that is none of ours/],
  [
    'with a script from elsewhere',
    '<h1>A</h1><script src="https://x.test/_astro/leave-B0B9ue30.js"></script>',
    undefined,
    /script that is none of ours/,
  ],
  [
    'with a script that is not on the list',
    '<h1>A</h1><script src="/_astro/count-B0B9ue30.js"></script>',
    undefined,
    /script that is none of ours/,
  ],
  ['with an event attribute', '<h1 onclick="x()">A</h1>', undefined, /onclick/],
  ['with a style of its own', '<h1 style="color:red">A</h1>', undefined, /style of its own/],
  ['with an image that says nothing', '<h1>A</h1><img src="/a.png">', undefined, /no alternative/],
  [
    'that loads from elsewhere',
    '<h1>A</h1><img alt="" src="https://x.test/a.png">',
    undefined,
    /elsewhere/,
  ],
  ['that links to what is not on it', '<h1>A</h1><a href="#c">c</a>', undefined, /#c/],
  ['with a javascript link', '<h1>A</h1><a href="javascript:x()">c</a>', undefined, /javascript/],
])('a page %s is refused', (_name, body, head, said) => {
  expect(problemsOf(body, head)).toMatch(said);
});

const leave = '<h1>A</h1><script defer src="/_astro/leave-B0B9ue30.js"></script>';

test('a page may run a script of ours, and has to say so in its policy', () => {
  expect(problemsOf(leave, undefined, contentSecurityPolicy(['leave']))).toBe('');
  expect(problemsOf(leave)).toMatch(/needs ".*script-src 'self'/);
});

test('a page may say the colours of its trust, and nothing else, in a style element', () => {
  const colours = brandStyles({ brand: '#0b5c5e', accent: '#ffd166' });
  const page = (styles: string) => `<style>${styles}</style><h1>A</h1>`;
  const allowing = (styles: string) => contentSecurityPolicy([], [styles]);
  expect(problemsOf(page(colours), undefined, allowing(colours))).toBe('');
  expect(problemsOf(page(colours))).toMatch(/needs ".*'sha256-/);
  for (const other of [`${colours}p{color:red}`, ':root{--brand:url(x)}', '@import "x"', '']) {
    expect(problemsOf(page(other), undefined, allowing(other))).toMatch(/not the trust’s/);
  }
  expect(problemsOf(page(colours) + page('p{}'), undefined, allowing(colours))).toMatch(/p\{\}/);
});

test('a page that runs nothing must not allow it', () => {
  expect(problemsOf('<h1>A</h1>', undefined, contentSecurityPolicy(['leave']))).toMatch(/policy/);
  expect(contentSecurityPolicy()).not.toContain('script-src');
});

test('the transcript beside signing is English to a screen reader', () => {
  const html = `<html lang="en">${withPolicy(contentSecurityPolicy())}<h1>A</h1>`;
  expect(checkPage('/bfi/a/', html, SITE).problems).toEqual([]);
});

test('links of the site are gathered without fragments, those of others are left alone', () => {
  const html = '<html lang="en"><h1>A</h1><a href="../b/#c">b</a><a href="https://x.test/">x</a>';
  expect(checkPage('/en/a/', html, SITE).links).toEqual(['/en/b/']);
});

test('an address without a port says what to type', () => {
  expect(() => readEnv({ SITE_ADDRESS: 'localhost' })).toThrow('SITE_ADDRESS=127.0.0.1:4321');
});

test('an unknown trust says which there are', () => {
  expect(() => readEnv({ TRUST: 'atlantis' })).toThrow(/kent/);
});

test.each(['/en/have-your-say/forum.ics', '/en/changes/feed.xml', '/en/principles/7.json'])(
  '%s is no page, and needs no heading',
  (path) => {
    expect(checkAt(path, () => 'BEGIN:VCALENDAR', SITE)).toEqual({
      ...{ problems: [], links: [], scripts: [] },
    });
  },
);

test.each(['/en/a/', '/404'])('%s is a page', (path) => {
  expect(checkAt(path, () => 'No heading', SITE).problems).not.toEqual([]);
});
