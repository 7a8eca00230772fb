import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, saidAt } from '@charterpress/shared/domain/checks/check.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { language } from '@charterpress/shared/languages.ts';
import { describe, expect, it } from 'vitest';
import { around } from '../support/checked.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';

const trusts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../shared/trusts');
const names = readdirSync(trusts);
/** Kept free for drama by the regulator: nobody answers there. */
const dramaNumber = /^01632 960\d{3}$/;

describe.each(names)('the sample content of %s', (name) => {
  it('composes by the same rules as what editors write, in every language it is in', async () => {
    const editions = await sampleEditions(name);
    const languages = new Set(editions.map((edition) => edition.language));
    const written = sampleTrust(name).languages.filter((tag) => language(tag)?.form === 'text');
    expect([...languages].sort()).toEqual(written.sort());
  });

  it('passes the checks of everything that is published, once all of it is', async () => {
    const editions = await sampleEditions(name);
    const english = new Map(editions.map((edition) => [edition.document, edition]));
    const found = editions.flatMap((edition) =>
      edition.action === 'published'
        ? blockersIn(edition.kind, edition.content, edition.language, english)
        : [],
    );
    expect(found).toEqual([]);
  });

  it('says that it is a sample', () => {
    expect(sampleTrust(name).sample).toBe(true);
  });

  it('rings nobody: its telephone numbers are kept free for drama', async () => {
    const telephones = (await sampleEditions(name)).flatMap((edition) =>
      edition.kind === 'facts' && edition.action === 'published' ? edition.content.telephone : [],
    );
    const given = telephones.filter((telephone) => telephone !== null);
    expect(given.filter((telephone) => !dramaNumber.test(telephone))).toEqual([]);
    expect(given.length).toBeGreaterThan(0);
  });
});

function blockersIn(
  kind: Kind,
  content: object,
  language: string,
  editions: ReadonlyMap<string, Edition>,
): readonly object[] {
  const known = ({ document }: Reference) => {
    const edition = editions.get(document);
    const text = edition?.action === 'published' ? edition.content : {};
    return { standing: 'published' as const, title: document, content: { ...text } };
  };
  const found = check(kind, { ...content }, { ...around({ language }), known });
  return saidAt('publish', found).filter(({ level }) => level === 'blocks');
}

describe('the sample content of kent', () => {
  it('has every kind, and all fifteen principles in four languages', async () => {
    const editions = await sampleEditions('kent');
    expect(new Set(editions.map((edition) => edition.kind))).toEqual(
      new Set(kindNames.filter((kind) => kind !== 'notices' && kind !== 'interface-words')),
    );
    const principles = editions.filter((edition) => edition.kind === 'principles');
    const each = principles.filter((edition) => edition.number === 1);
    expect(each).toHaveLength(15 * 4);
  });

  it('shows a language version that is behind the English', async () => {
    const editions = await sampleEditions('kent');
    const newest = new Map(
      editions
        .filter((edition) => edition.language === 'en')
        .map((edition) => [edition.document, edition.number]),
    );
    const behind = editions.filter(
      (edition) =>
        edition.language === 'ur' && edition.sourceEdition !== newest.get(edition.document),
    );
    expect(behind.map((edition) => edition.document)).toEqual([
      'principles/7',
      'guides/family-liaison-officers',
    ]);
  });
});
