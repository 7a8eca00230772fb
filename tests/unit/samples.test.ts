import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, saidAt } from '@charterpress/shared/domain/checks/check.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { around } from '../support/checked.ts';
import { sampleEditions, sampleTrust, writtenLanguages } from '../support/sample-editions.ts';

const trusts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../shared/trusts');
const names = readdirSync(trusts);
/** Kept free for drama by the regulator: nobody answers there. */
const dramaNumber = /^01632 960\d{3}$/;

const editionsOf = new Map<string, readonly Edition[]>();
beforeAll(async () => {
  for (const name of names) editionsOf.set(name, await sampleEditions(name));
});

describe.each(names)('the sample content of %s', (name) => {
  it('composes by the same rules as what editors write, in every language it is in', () => {
    const editions = editionsIn(name);
    const languages = new Set(editions.map((edition) => edition.language));
    expect([...languages].sort()).toEqual([...writtenLanguages(name)].sort());
  });

  it('passes the checks of everything that is published, once all of it is', () => {
    const editions = editionsIn(name);
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

  it('rings nobody: its telephone numbers are kept free for drama', () => {
    const telephones = editionsIn(name).flatMap((edition) =>
      edition.kind === 'facts' && edition.action === 'published' ? edition.content.telephone : [],
    );
    const given = telephones.filter((telephone) => telephone !== null);
    expect(given.filter((telephone) => !dramaNumber.test(telephone))).toEqual([]);
    expect(given.length).toBeGreaterThan(0);
  });
});

function editionsIn(name: string): readonly Edition[] {
  return editionsOf.get(name) ?? [];
}

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

/** Kinds that nothing of is published before somebody at the trust has something to say. */
const withoutSamples: readonly string[] = ['notices', 'interface-words'];

/** What parents of either language find whole; of the rest they find a part, and links that say so. */
const wholeInTwoLanguages: readonly string[] = [
  ...['charter', 'pledges', 'principles', 'guides', 'pages', 'media', 'terms'],
];

describe('the sample content of kent', () => {
  it('has every kind, and all fifteen principles in every language', () => {
    const editions = editionsIn('kent');
    expect(new Set(editions.map((edition) => edition.kind))).toEqual(
      new Set(kindNames.filter((kind) => !withoutSamples.includes(kind))),
    );
    const principles = editions.filter((edition) => edition.kind === 'principles');
    const each = principles.filter((edition) => edition.number === 1);
    expect(each).toHaveLength(15 * writtenLanguages('kent').length);
  });

  it.each(['pl', 'ur'])('has the charter and all that explains it whole in %s', (tag) => {
    const editions = editionsIn('kent').filter(
      (edition) => wholeInTwoLanguages.includes(edition.kind) && hasWords(edition),
    );
    const documentsIn = (language: string) => [
      ...new Set(editions.filter((one) => one.language === language).map((one) => one.document)),
    ];
    expect(documentsIn(tag)).toEqual(documentsIn('en'));
  });

  it('shows a language version that is behind the English', () => {
    const editions = editionsIn('kent');
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

/** Settings hold none, nor does a picture that is only decoration: nobody translates them. */
function hasWords(edition: Edition): boolean {
  if (edition.action !== 'published') return false;
  const { content, kind } = edition;
  return segmentsOf(kind, content, alignKeys(kind, content, [])).length > 0;
}
