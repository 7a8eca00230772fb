import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, saidAt } from '@charterpress/shared/domain/checks/check.ts';
import { readingAge } from '@charterpress/shared/domain/checks/sentences.ts';
import { passagesIn } from '@charterpress/shared/domain/checks/texts.ts';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import {
  type ContentOfKind,
  type Kind,
  kindNames,
  kinds,
} from '@charterpress/shared/domain/kinds.ts';
import { standingOn } from '@charterpress/shared/domain/promises/standing.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { reportStatuses } from '@charterpress/shared/domain/shapes/promises.ts';
import { carers, topics } from '@charterpress/shared/domain/shapes/services.ts';
import { forumStates } from '@charterpress/shared/domain/shapes/taking-part.ts';
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
      edition.action === 'published' ? blockersIn(edition, english) : [],
    );
    expect(found).toEqual([]);
  });

  it('is read by children of eleven, in English', () => {
    const ages = editionsIn(name).flatMap((edition) => {
      const { kind, language, slug } = edition;
      if (edition.action !== 'published' || language !== 'en' || kind === 'facts') return [];
      return { kind, slug, age: readingAge(readIn(kind, edition.content)) };
    });
    const hard = ages.filter(({ age }) => age !== null && age > 11);
    expect(hard).toEqual([]);
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

/** What stands in sentences. */
function readIn(kind: Kind, content: object) {
  const passages = passagesIn(kinds[kind], { ...content });
  return passages.filter(({ is }) => is === 'line' || is === 'paragraph' || is === 'item');
}

function editionsIn(name: string): readonly Edition[] {
  return editionsOf.get(name) ?? [];
}

function blockersIn(
  { content, document, kind, language }: ReadableEdition,
  editions: ReadonlyMap<string, Edition>,
): readonly object[] {
  const known = ({ document: to }: Reference) => {
    const edition = editions.get(to);
    const text = edition?.action === 'published' ? edition.content : {};
    return { standing: 'published' as const, title: to, content: { ...text } };
  };
  const outcomes = [...editions.values()].filter((each) => cameOf(each, document)).length;
  const found = check(kind, { ...content }, { ...around({ language, outcomes }), known });
  return saidAt('publish', found).filter(({ level }) => level === 'blocks');
}

function cameOf(edition: Edition, consultation: string): boolean {
  return (
    edition.action === 'published' &&
    edition.kind === 'outcomes' &&
    edition.content.consultation?.document === consultation
  );
}

/** Kinds that nothing of is published before somebody at the trust has something to say. */
const withoutSamples: readonly string[] = ['notices', 'interface-words'];

const takingPart: readonly string[] = ['consultations', 'forums', 'events'];

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

  it('has all ways of taking part in pl, some of them in ur and a few in ne', () => {
    const taking = editionsIn('kent').filter(({ kind }) => takingPart.includes(kind));
    const documentsIn = (tag: string) =>
      new Set(taking.filter(({ language }) => language === tag).map(({ document }) => document));
    expect(documentsIn('pl')).toEqual(documentsIn('en'));
    expect(documentsIn('ur').size).toBeGreaterThan(documentsIn('ne').size);
    expect(documentsIn('ne').size).toBeGreaterThan(3);
  });

  it.each([
    ['ur', ['principles/7', 'guides/family-liaison-officers', 'consultations/evening-opening']],
    ['ne', ['forums/ashford-forum']],
  ])('shows what is behind the English in %s', (tag, documents) => {
    const editions = editionsIn('kent');
    const newest = new Map(
      editions
        .filter((edition) => edition.language === 'en')
        .map((edition) => [edition.document, edition.number]),
    );
    const behind = editions.filter(
      (edition) =>
        edition.language === tag && edition.sourceEdition !== newest.get(edition.document),
    );
    expect(behind.map((edition) => edition.document)).toEqual(documents);
  });
});

describe('the services of kent', () => {
  const services = () => englishOf('kent', 'services');

  it('are at least forty, in every district and at every tier', () => {
    const { districts } = sampleTrust('kent');
    const local = services().flatMap((service) => service.districts);
    expect(services().length).toBeGreaterThanOrEqual(40);
    expect(new Set(local)).toEqual(new Set(districts.map(({ slug }) => slug)));
    expect(new Set(services().flatMap((service) => service.tiers))).toEqual(new Set(tiers));
  });

  it('are for every worry and for every sort of carer, past the age of 18 too', () => {
    expect(new Set(services().flatMap((service) => service.topics))).toEqual(new Set(topics));
    expect(new Set(services().flatMap((service) => service.carers))).toEqual(new Set(carers));
    expect(services().filter(({ toAge }) => Number(toAge) > 18).length).toBeGreaterThan(1);
  });

  it('show what is not known, what was checked long ago, what is tried out and what is sensitive', () => {
    const checkedBefore = (day: string) =>
      services().filter(({ checkedOn }) => String(checkedOn) < day);
    const standIn = {
      withoutCost: services().filter(({ cost }) => cost === null),
      withoutSteps: services().filter(({ stepFree }) => stepFree === null),
      warned: checkedBefore('2026-05-02'),
      outOfTheLists: checkedBefore('2025-11-02'),
      pilots: services().filter(({ lasting }) => lasting === 'pilot'),
      sensitive: services().filter(({ sensitive }) => sensitive),
    };
    expect(Object.entries(standIn).filter(([, found]) => found.length < 2)).toEqual([]);
  });
});

describe('one district of kent', () => {
  it.each(['pl', 'ur', 'ne'])('finds its own help whole in %s', (tag) => {
    const published = editionsIn('kent').flatMap((edition) =>
      edition.action === 'published' ? [edition] : [],
    );
    const inAshford = published.flatMap(({ content, document, kind }) =>
      kind === 'services' && content.districts.includes('ashford')
        ? [document, ...[content.organisation, ...content.places].map((to) => to.document)]
        : [],
    );
    const read = published.filter(({ language }) => language === tag);
    expect(inAshford.length).toBeGreaterThan(0);
    expect(read.map(({ document }) => document)).toEqual(expect.arrayContaining(inAshford));
  });
});

describe('what surrounds the strategy of kent', () => {
  it.each([
    ['organisations', 8],
    ['places', 12],
    ['actions', 12],
    ['terms', 30],
    ['bodies', 4],
    ['decisions', 4],
    ['evidence', 6],
    ['courses', 5],
  ] as const)('has %s enough', (kind, count) => {
    expect(englishOf('kent', kind).length).toBeGreaterThanOrEqual(count);
  });

  it('has a forum, or the way to start one, for every district', () => {
    const forums = englishOf('kent', 'forums');
    const { districts } = sampleTrust('kent');
    expect(new Set(forums.flatMap((forum) => forum.districts))).toEqual(
      new Set(districts.map(({ slug }) => slug)),
    );
    expect(new Set(forums.map(({ standing }) => standing))).toEqual(new Set(forumStates));
  });

  it('keeps the earlier wordings of three principles', () => {
    const reworded = englishOf('kent', 'principles').filter(({ earlier }) => earlier.length > 0);
    expect(reworded.map(({ number }) => number)).toEqual([3, 7, 11]);
  });

  it('has an outcome for every pledge', () => {
    const outcomes = englishOf('kent', 'outcomes').flatMap(({ pledges }) => pledges);
    const pledges = editionsIn('kent').filter(({ kind }) => kind === 'pledges');
    expect(new Set(outcomes.map(({ document }) => document))).toEqual(
      new Set(pledges.map(({ document }) => document)),
    );
  });

  it('has actions in every state', () => {
    const actions = englishOf('kent', 'actions').map((action) => standingOn('2026-11-02', action));
    expect(new Set(actions)).toEqual(new Set(reportStatuses));
  });
});

/** What readers have of a kind in English. */
function englishOf<K extends Kind>(trust: string, kind: K): readonly ContentOfKind<K>[] {
  const newest = new Map(
    editionsIn(trust)
      .filter((edition) => edition.kind === kind && edition.language === 'en')
      .map((edition) => [edition.document, edition]),
  );
  return [...newest.values()].flatMap((edition) =>
    edition.action === 'published' ? [edition.content as ContentOfKind<K>] : [],
  );
}

/** Settings hold none, nor does a picture that is only decoration: nobody translates them. */
function hasWords(edition: Edition): boolean {
  if (edition.action !== 'published') return false;
  const { content, kind } = edition;
  return segmentsOf(kind, content, alignKeys(kind, content, [])).length > 0;
}
