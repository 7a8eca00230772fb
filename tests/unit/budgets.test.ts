import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  budgets,
  problemOfMedian,
  problemOfPage,
  problemsOfAssets,
} from '../../site/press/budgets.ts';
import { checkPage } from '../../site/press/checks.ts';
import { contentSecurityPolicy } from '../../site/src/csp.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'charterpress-budgets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing that a compressor knows how to shorten. */
const noise = (bytes: number) =>
  Buffer.concat(
    Array.from({ length: bytes / 32 }, (_, at) => createHash('sha256').update(`${at}`).digest()),
  );

describe('a page', () => {
  it('weighs 25 KB at most', () => {
    expect(problemOfPage(25 * 1024)).toBeNull();
    expect(problemOfPage(25 * 1024 + 1)).toMatch(/weighs 25601 bytes .* 25600 are allowed/);
  });

  it.each([
    ['without its size', '<img src="/files/a.webp" alt="">', /no width and height/],
    ['of an old format', '<img src="/files/a.png" alt="" width="1" height="1">', /modern formats/],
    [
      'that has an old format among its sizes',
      '<img src="/a.webp" srcset="/a.webp 1w, /a.jpg 2w" alt="" width="1" height="1">',
      /a\.jpg is in none/,
    ],
    [
      'that is fetched before anybody comes near it',
      '<img src="/a.svg" alt="" width="1" height="1">'.repeat(3),
      /a\.svg is not lazy/,
    ],
  ])('has no image %s', (_, images, problem) => {
    const policy = contentSecurityPolicy();
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const page = `<html lang="en">${meta}<body><h1>A</h1>${images}</body></html>`;
    expect(checkPage('/en/x/', page, 'https://a.test').problems.join(' ')).toMatch(problem);
  });
});

describe('a release', () => {
  it('has half of its pages at 15 KB or less, or it is said', () => {
    expect(problemOfMedian([1, 15 * 1024, 25 * 1024])).toBeNull();
    expect(problemOfMedian([1, 15 * 1024 + 1, 25 * 1024])).toMatch(/Half of the pages/);
    expect(problemOfMedian([])).toBeNull();
  });
});

describe('the budgets', () => {
  it('are those that the site was promised to keep to', () => {
    const KB = 1024;
    expect(budgets).toEqual({
      ...{ page: 25 * KB, pageAtMedian: 15 * KB, booklet: 150 * KB },
      ...{ styles: 10 * KB, scripts: 8 * KB },
    });
  });
});

describe('what comes with the code', () => {
  it('is styles and scripts within their budgets, and no font', () => {
    writeFileSync(path.join(folder, 'site.css'), 'a{}');
    expect(problemsOfAssets(folder)).toEqual([]);
    writeFileSync(path.join(folder, 'site.css'), noise(budgets.styles * 3));
    writeFileSync(path.join(folder, 'leave.js'), noise(budgets.scripts * 3));
    writeFileSync(path.join(folder, 'own.woff2'), '');
    expect(problemsOfAssets(folder)).toEqual([
      expect.stringMatching(/^The styles weigh/),
      expect.stringMatching(/^The scripts weigh/),
      expect.stringMatching(/own\.woff2 is a font/),
    ]);
  });
});
