import { compose, composeTranslation } from '@charterpress/shared/domain/compose.ts';
import { describe, expect, test } from 'vitest';
import { paragraph, principle } from '../support/texts.ts';

const page = { title: 'About us', slug: 'about', summary: 'Who we are.' };
const charter = {
  ...{ title: 'The charter', slug: 'charter', status: 'adopted' },
  introduction: paragraph('What we promise.'),
  pledges: [{ relationTo: 'pledges', value: '1' }],
};
const guide = {
  ...{ title: "Children's centres", slug: 'childrens-centres', summary: 'Help near you.' },
  audience: 'parents',
  parts: [
    { id: 'a', slug: 'what', title: 'What it is', body: paragraph('A place for families.') },
    { id: 'b', slug: 'how', title: 'How to come', body: paragraph('Come in.') },
  ],
};

/** The problems of a document, or what it was composed to. */
function composed(kind: Parameters<typeof compose>[0], version: object) {
  const outcome = compose(kind, version as never);
  return outcome.ok ? outcome.value : outcome.problems;
}

describe('a document', () => {
  test('becomes what its shape says, with what is empty as null', () => {
    expect(composed('pages', page)).toEqual({
      ...{ title: 'About us', summary: 'Who we are.' },
      ...{ image: null, body: null, attachments: [], sensitive: false },
    });
  });

  test('carries nothing that its shape does not know', () => {
    expect(
      composed('pages', { ...page, script: 'alert(1)', savedBy: 'an editor' }),
    ).not.toHaveProperty('script');
  });

  test('has its texts in one Unicode form, without space around them', () => {
    expect(composed('pages', { ...page, title: ' Cafe\u0301 ' })).toMatchObject({
      title: 'Caf\u00e9',
    });
  });

  test.each([
    ['turns what follows around', '01632 \u202e960000', 'U+202E'],
    ['is no character', 'Help\u0000', 'U+0000'],
    ['is half a character', 'Help \ud83d', 'U+D83D'],
  ])('holds nothing unseen that %s', (_name, title, character) => {
    expect(composed('pages', { ...page, title })).toEqual([
      { field: 'title', problem: 'hidden-character', character },
    ]);
  });

  test('says what is missing, with the path of the field', () => {
    const parts = [{ ...guide.parts[0], body: paragraph('  ') }];
    expect(composed('guides', { ...guide, parts, title: ' ' })).toEqual([
      { field: 'title', problem: 'empty' },
      { field: 'parts.0.body', problem: 'empty' },
    ]);
  });

  test('cannot choose what is not offered', () => {
    expect(composed('guides', { ...guide, audience: 'robots' })).toEqual([
      { field: 'audience', problem: 'not-a-choice', value: 'robots' },
    ]);
  });

  test('cannot be dated on 30 February', () => {
    expect(composed('charter', { ...charter, adoptedOn: '2026-02-30' })).toEqual([
      { field: 'adoptedOn', problem: 'not-a-day', value: '2026-02-30' },
    ]);
    expect(
      composed('charter', { ...charter, adoptedOn: '2028-02-29T12:00:00.000Z' }),
    ).toMatchObject({ adoptedOn: '2028-02-29' });
  });

  test('refers only to kinds that its field allows', () => {
    const principles = [{ relationTo: 'users', value: '1' }];
    expect(composed('guides', { ...guide, principles })).toEqual([
      { field: 'principles.0', problem: 'not-a-reference' },
    ]);
  });

  test('of a numbered kind has a whole number, for its address is made of it', () => {
    expect(composed('principles', principle({ number: 7 }))).toMatchObject({ number: 7 });
    expect(composed('principles', principle({ number: 1.5 }))).toEqual([
      { field: 'number', problem: 'not-a-number' },
    ]);
    expect(composed('principles', principle({ number: -7 }))).toEqual([
      { field: 'number', problem: 'not-a-number' },
    ]);
  });

  test('cannot have an address that browsers and people write differently', () => {
    expect(composed('guides', { ...guide, slug: 'Children’s centres' })).toEqual([
      { field: 'slug', problem: 'slug-form', slug: 'Children’s centres' },
    ]);
  });

  test('is no longer than a folder may be called', () => {
    const slug = 'a'.repeat(101);
    expect(composed('pages', { ...page, slug })).toEqual([
      { field: 'slug', problem: 'slug-form', slug },
    ]);
  });

  test('cannot take the address of a list', () => {
    expect(composed('pages', { ...page, slug: 'principles' })).toEqual([
      { field: 'slug', problem: 'address-of-the-site', slug: 'principles' },
    ]);
  });

  test.each(['404', '410', '500', 'guides', 'charter', 'assets', 'files', 'languages'])(
    'that is a page cannot be called %s, which the site needs itself',
    (slug) => {
      expect(composed('pages', { ...page, slug })).toEqual([
        { field: 'slug', problem: 'address-of-the-site', slug },
      ]);
    },
  );

  test('that is a former charter cannot take the address of a promise', () => {
    expect(composed('charter', { ...charter, slug: 'pledge-3' })).toEqual([
      { field: 'slug', problem: 'address-of-the-site', slug: 'pledge-3' },
    ]);
  });

  test('has parts with addresses of their own', () => {
    const parts = [guide.parts[0], { ...guide.parts[1], slug: 'what' }];
    expect(composed('guides', { ...guide, parts })).toEqual([
      { field: 'parts.1.slug', problem: 'repeated', value: 'what' },
    ]);
  });
});

describe('an image', () => {
  const file = [{ name: 'small', sha256: 'f', mime: 'image/webp', width: 1, height: 1, bytes: 1 }];

  test('has alternative text, or somebody decided that it is decoration', () => {
    expect(composed('media', { file })).toEqual([
      { field: 'alternativeText', problem: 'alternative-text-undecided' },
    ]);
    expect(composed('media', { file, decorative: true })).toMatchObject({ alternativeText: null });
  });
});

describe('a PDF document, a recording or a film', () => {
  const stored = { name: 'original', sha256: 'f', width: 0, height: 0, bytes: 1 };

  test.each(['application/pdf', 'audio/mpeg', 'video/mp4'])('has a title (%s)', (mime) => {
    const file = [{ ...stored, mime }];
    expect(composed('media', { file })).toEqual([{ field: 'title', problem: 'empty' }]);
    expect(composed('media', { file, title: 'The charter' })).toMatchObject({ decorative: false });
  });

  test('has captions in a file that needs no title of its own', () => {
    const file = [{ ...stored, mime: 'text/vtt' }];
    expect(composed('media', { file })).toMatchObject({ title: null });
  });
});

describe('a translation', () => {
  const source = composed('guides', guide) as never;
  const polish = { title: 'Centra', summary: 'Pomoc.' };
  const parts = [
    { id: 'b', title: 'Jak przyjść', body: paragraph('Zapraszamy.') },
    { id: 'a', title: 'Co to jest', body: paragraph('Miejsce.') },
  ];

  test('is paired with the English rows by their ids, in whatever order it comes', () => {
    expect(composeTranslation('guides', source, { ...polish, parts })).toMatchObject({
      ok: true,
      value: {
        parts: [
          { id: 'a', slug: 'what', title: 'Co to jest' },
          { id: 'b', title: 'Jak przyjść' },
        ],
      },
    });
  });

  test('takes from English whatever is not language', () => {
    const texts = { ...polish, parts, audience: 'professionals', sensitive: true };
    expect(composeTranslation('guides', source, texts)).toMatchObject({
      value: { audience: 'parents', sensitive: false },
    });
  });

  test('names each text that is missing, and never fills it with English', () => {
    expect(composeTranslation('guides', source, { ...polish, parts: parts.slice(0, 1) })).toEqual({
      ok: false,
      problems: [
        { field: 'parts.0.title', problem: 'untranslated' },
        { field: 'parts.0.body', problem: 'untranslated' },
      ],
    });
  });
});
