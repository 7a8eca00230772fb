import { type Comparison, compareTexts, type Side } from '@charterpress/shared/domain/compare.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Block } from '@charterpress/shared/domain/prose.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { describe, expect, test } from 'vitest';

const titles: Readonly<Record<string, string>> = {
  'guides/1': 'Children’s centres',
  'guides/2': 'The core offer',
  'facts/1': 'Family line',
};
const names = ({ kind, document }: Reference) => titles[`${kind}/${document}`] ?? 'unknown';

function compared(kind: Kind, before: object, after: object, languages = ['en', 'en']): Comparison {
  const side = (content: object, at: number): Side => ({
    language: languages[at] ?? 'en',
    slug: 'a-slug',
    content: content as Side['content'],
  });
  return compareTexts(kind, { before: side(before, 0), after: side(after, 1), names });
}

/** `the [-old-]{+new+} words`, line by line, of the fields that changed. */
function shown({ fields }: Comparison): Readonly<Record<string, readonly string[]>> {
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
  const changed = fields.filter(({ changes }) => changes > 0);
  return Object.fromEntries(
    changed.map(({ lines, name }) => [
      name,
      lines.map(({ pieces }) =>
        pieces.map(({ is, words }) => marks[is][0] + words + marks[is][1]).join(''),
      ),
    ]),
  );
}

const text = (words: string, marks: readonly 'bold'[] = []) => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...words: readonly string[]) => ({
  type: 'paragraph',
  children: words.map((each) => text(each)),
});
const prose = (...blocks: readonly object[]) => blocks as unknown as readonly Block[];

describe('a sentence in which a word changed', () => {
  test('is shown with that word alone taken out and put in', () => {
    const before = { statement: 'Parents are partners in all we do.' };
    const after = { statement: 'Parents are partners in everything we do.' };
    expect(shown(compared('principles', before, after))).toEqual({
      statement: ['Parents are partners in [-all-]{+everything+} we do.'],
    });
  });

  test('is read by the words of its language', () => {
    const before = { statement: 'والدین ہمارے ساتھی ہیں' };
    const after = { statement: 'والدین ہمارے شریک ہیں' };
    expect(shown(compared('principles', before, after, ['ur', 'ur']))).toEqual({
      statement: ['والدین ہمارے [-ساتھی-]{+شریک+} ہیں'],
    });
  });

  test('is one change, and what stayed is none', () => {
    const comparison = compared(
      'pages',
      { title: 'One', summary: 'S' },
      { title: 'Two', summary: 'S' },
    );
    expect(comparison.changes).toBe(1);
    expect(comparison.fields.find(({ name }) => name === 'summary')?.changes).toBe(0);
  });
});

describe('a text of several paragraphs', () => {
  const old = prose(paragraph('First of all.'), paragraph('Come and ask us at the school gate.'));

  test('shows a paragraph that came where it came', () => {
    const after = prose(paragraph('First of all.'), paragraph('New here.'), ...old.slice(1));
    expect(shown(compared('principles', { meaning: old }, { meaning: after }))).toEqual({
      meaning: ['First of all.', '{+New here.+}', 'Come and ask us at the school gate.'],
    });
  });

  test('shows a paragraph that was changed as one', () => {
    const after = prose(
      paragraph('First of all.'),
      paragraph('Come and ask us at the front door.'),
    );
    expect(shown(compared('principles', { meaning: old }, { meaning: after })).meaning?.[1]).toBe(
      'Come and ask us at the [-school gate-]{+front door+}.',
    );
  });

  test('shows one that has nothing in common with the old one as another', () => {
    const after = prose(paragraph('First of all.'), paragraph('Ring 01632 960000.'));
    expect(shown(compared('principles', { meaning: old }, { meaning: after })).meaning).toEqual([
      'First of all.',
      '{+Ring 01632 960000.+}',
      '[-Come and ask us at the school gate.-]',
    ]);
  });

  test('says when only the look of it changed', () => {
    const plain = prose({ type: 'paragraph', children: [text('Ask us.')] });
    const bold = prose({ type: 'paragraph', children: [text('Ask us.', ['bold'])] });
    const { changes, fields } = compared('principles', { meaning: plain }, { meaning: bold });
    expect(changes).toBe(1);
    expect(fields.find(({ name }) => name === 'meaning')?.lines).toMatchObject([
      { is: 'changed', looksOnly: true },
    ]);
  });

  test('says when a paragraph became a heading', () => {
    const heading = { type: 'heading', level: 2, children: [text('How to come')] };
    const before = { meaning: prose(paragraph('How to come')) };
    const { fields } = compared('principles', before, { meaning: prose(heading) });
    const lines = fields.find(({ name }) => name === 'meaning')?.lines;
    expect(lines).toMatchObject([{ is: 'changed', style: 'heading-2', was: 'paragraph' }]);
  });

  test('names facts and the targets of links', () => {
    const link = (document: string) => ({
      type: 'link',
      to: { document: { kind: 'guides', document } },
      children: [text('Read on')],
    });
    const fact = { type: 'fact', fact: { kind: 'facts', document: '1' } };
    const of = (document: string) => ({
      meaning: prose({
        type: 'paragraph',
        children: [text('Ring '), fact, text('. '), link(document)],
      }),
    });
    expect(shown(compared('principles', of('1'), of('2'))).meaning).toEqual([
      'Ring {Family line}. Read on ([-Children’s centres-]{+The core offer+})',
    ]);
  });

  test('is compared cell by cell in a table, item by item in a list', () => {
    const cell = (words: string) => ({ children: [text(words)] });
    const of = (price: string, item: string) => ({
      meaning: prose(
        {
          type: 'table',
          headerRow: true,
          headerColumn: false,
          rows: [{ cells: [cell('Tea'), cell(price)] }],
        },
        { type: 'list', style: 'bullet', items: [{ children: [text(item)], lists: [] }] },
      ),
    });
    expect(
      shown(compared('principles', of('£1', 'Bring a friend'), of('£2', 'Bring a cup'))).meaning,
    ).toEqual(['Tea | £[-1-]{+2+}', 'Bring a [-friend-]{+cup+}']);
  });
});

describe('what is not a sentence', () => {
  test('is compared by its name', () => {
    const before = { guides: [{ kind: 'guides', document: '1' }] };
    const after = {
      guides: [
        { kind: 'guides', document: '1' },
        { kind: 'guides', document: '2' },
      ],
    };
    expect(shown(compared('pledges', before, after))).toEqual({
      guides: ['Children’s centres', '{+The core offer+}'],
    });
  });

  test('is compared as a whole', () => {
    expect(shown(compared('facts', { type: 'price' }, { type: 'opening-time' }))).toEqual({
      type: ['[-price-]{+opening-time+}'],
    });
  });

  test('is said when it came or went', () => {
    const { fields } = compared('facts', { expires: null }, { expires: '2027-01-01' });
    expect(fields.find(({ name }) => name === 'expires')?.lines).toMatchObject([{ is: 'added' }]);
  });
});

describe('the parts of a guide', () => {
  const part = (id: string, title: string) => ({
    id,
    slug: id,
    title,
    body: prose(paragraph('B')),
  });

  function parts(before: readonly object[], after: readonly object[]) {
    const { changes, fields } = compared('guides', { parts: before }, { parts: after });
    const rows = fields.find(({ name }) => name === 'parts')?.rows ?? [];
    return { changes, rows: rows.map(({ id, is, isMoved }) => [id, is, isMoved]) };
  }

  test('are known by their ids, whatever their order', () => {
    const [what, how, who] = [part('what', 'What'), part('how', 'How'), part('who', 'Who')];
    expect(parts([what, how, who], [who, what, how])).toEqual({
      changes: 1,
      rows: [
        ['who', 'same', true],
        ['what', 'same', false],
        ['how', 'same', false],
      ],
    });
  });

  test('come, go and change', () => {
    const before = [part('what', 'What'), part('how', 'How')];
    const after = [part('what', 'What it is'), part('when', 'When')];
    expect(parts(before, after).rows).toEqual([
      ['what', 'changed', false],
      ['how', 'removed', false],
      ['when', 'added', false],
    ]);
  });
});

describe('an English text and its translation', () => {
  test('stand one after the other, and no word is looked for in the other', () => {
    const before = { statement: 'We listen.' };
    const after = { statement: 'Słuchamy.' };
    expect(shown(compared('principles', before, after, ['en', 'pl'])).statement).toEqual([
      '[-We listen.-]{+Słuchamy.+}',
    ]);
  });
});

test('an address that changed is named before all else', () => {
  const [first] = compareTexts('pages', {
    before: { language: 'en', slug: 'about', content: {} },
    after: { language: 'en', slug: 'about-us', content: {} },
    names,
  }).fields;
  expect(first).toMatchObject({ name: 'slug', changes: 1 });
});
