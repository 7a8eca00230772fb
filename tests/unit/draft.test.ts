import { compose } from '@charterpress/shared/domain/compose.ts';
import { composeDraft } from '@charterpress/shared/domain/draft.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { readEdition, typeOfKind } from '@charterpress/site/press/read-edition.ts';
import { describe, expect, test } from 'vitest';
import { paragraph, principle, tree } from '../support/texts.ts';

const missing = (path: string) => `[${path}]`;
const gaps = { missing, slug: null };

describe('a draft that is whole', () => {
  test('is composed as it would be published', () => {
    const version = principle({ number: 7 });
    const published = compose('principles', version);
    const { content, problems, slug } = composeDraft('principles', version, gaps);
    expect({ ok: true, value: content }).toEqual(published);
    expect({ problems, slug }).toEqual({ problems: [], slug: '7' });
  });
});

describe('a draft with gaps', () => {
  test('says in place of each what is missing there', () => {
    const { content } = composeDraft('guides', { summary: 'Help near you.' }, gaps);
    expect(content).toMatchObject({
      title: '[title]',
      summary: 'Help near you.',
      audience: 'parents',
      parts: [{ id: 'missing', slug: 'part-1', title: '[parts.0.title]' }],
    });
  });

  test('names what would stand in the way of publishing it', () => {
    const { problems } = composeDraft('pages', { title: 'About us' }, gaps);
    expect(problems).toEqual([{ field: 'summary', problem: 'empty' }]);
  });

  test('leaves empty what may be empty', () => {
    const { content } = composeDraft('pages', { title: 'About us', summary: 'Us.' }, gaps);
    expect(content).toMatchObject({ body: null, image: null });
  });

  test('shows the rest of a text in which something cannot be shown', () => {
    const meaning = tree([
      { type: 'upload', children: [] },
      ...paragraph('It stays.').root.children,
    ]);
    const { content, problems } = composeDraft(
      'principles',
      { ...principle({ number: 1 }), meaning },
      gaps,
    );
    expect(JSON.stringify(content.meaning)).toContain('It stays.');
    expect(problems).toEqual([{ field: 'meaning', problem: 'unknown-node', node: 'upload' }]);
  });

  test.each(kindNames.filter((kind) => kind !== 'media'))(
    'of kind %s can be shown when nothing at all was written',
    (kind) => {
      const { content, slug } = composeDraft(kind, {}, gaps);
      const head = { document: '1', language: 'en', number: 1, sequence: 1, action: 'published' };
      const at = '2026-11-22T12:00:00.000Z';
      const row = { ...head, slug, content, digest: 'd', publishedAt: at, firstPublishedAt: at };
      expect(readEdition({ ...row, __typename: typeOfKind(kind) })).toMatchObject({ ok: true });
    },
  );
});

describe('the address of a draft', () => {
  test.each([
    ['its own', { slug: 'about-us' }, 'about-us'],
    ['the one in force where its own is none', { slug: 'About us' }, 'about'],
    ['the one in force where it has none', {}, 'about'],
  ])('is %s', (_which, version, slug) => {
    expect(composeDraft('pages', version, { missing, slug: 'about' }).slug).toBe(slug);
  });

  test('is a part of its own for each part that has none, or one that was taken', () => {
    const part = (id: string, slug: string | null) => ({ id, slug, title: id, body: null });
    const parts = [part('a', 'how'), part('b', 'how'), part('c', null)];
    const { content } = composeDraft('guides', { parts }, gaps);
    expect((content.parts as { slug: string }[]).map(({ slug }) => slug)).toEqual([
      'how',
      'part-2',
      'part-3',
    ]);
  });
});
