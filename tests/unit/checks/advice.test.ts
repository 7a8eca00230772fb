import { describe, expect, test } from 'vitest';
import {
  heading,
  inContent,
  inText,
  paragraphOf,
  said,
  tableOf,
  words,
} from '../../support/checked.ts';

const problems = (text: string, language = 'en') =>
  inText(words(text), { language }).map(({ problem }) => problem);
const times = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ');

describe('a sentence', () => {
  test('of 20 words is short enough, one of 21 is not', () => {
    expect(problems(`${times(20, 'we')}.`)).toEqual([]);
    expect(inText(words(`Short. We ${times(20, 'we')}.`))).toEqual([
      { field: 'body', problem: 'long-sentence', begins: 'We we we we we we ...', count: 21 },
    ]);
  });

  test.each([
    ['a title before a name', `Dr. Shah ${times(10, 'we')}. We ${times(12, 'we')}.`],
    ['a hyphen', `${times(19, 'we')} well-being.`],
    ['a question', `${times(12, 'we')}? ${times(12, 'we')}!`],
    ['a line of its own', `${times(12, 'we')}\n${times(12, 'we')}`],
  ])('is not thought longer for %s', (_name, text) => {
    expect(problems(text)).toEqual([]);
  });

  test('with a title before a name is one', () => {
    expect(problems(`Dr. Shah ${times(18, 'we')}.`)).toEqual([]);
    expect(problems(`Dr. Shah ${times(19, 'we')}.`)).toEqual(['long-sentence']);
  });

  test.each(['pl', 'ur', 'ne'])('is not counted in %s, for no limit is known there', (language) => {
    expect(problems(`${times(30, 'मदद')}.`, language)).toEqual([]);
  });

  test('is counted in lists, cells and summaries, and not in headings', () => {
    const long = times(21, 'we');
    const list = {
      type: 'list' as const,
      style: 'bullet' as const,
      items: [{ children: [said(long)], lists: [] }],
    };
    const table = tableOf({ headerRow: true }, ['Tier'], [long]);
    expect(inText([list, table, heading(2, long)]).map(({ problem }) => problem)).toEqual([
      'long-sentence',
      'long-sentence',
    ]);
    expect(inContent('pages', { summary: long })).toMatchObject([{ field: 'summary' }]);
  });
});

describe('a paragraph', () => {
  test('of three sentences is short enough, one of four is not', () => {
    expect(problems('Come. Look. Ask.')).toEqual([]);
    expect(inText(words('Come. Look. Ask. Stay.'))).toEqual([
      { field: 'body', problem: 'long-paragraph', begins: 'Come. Look. Ask. Stay.', count: 4 },
    ]);
  });

  test.each([
    ['ur', '۔'],
    ['ar', '؟'],
    ['ne', '।'],
    ['gu', '.'],
    ['pl', '!'],
  ])('ends its sentences in %s with "%s"', (language, stop) => {
    const paragraph = (count: number) => `${`मदद${stop} `.repeat(count)}`;
    expect(problems(paragraph(3), language)).toEqual([]);
    expect(problems(paragraph(4), language)).toEqual(['long-paragraph']);
  });

  test('does not grow by a time of day or a number', () => {
    expect(problems('We open at 9.30 and close at 4.15. It costs £2.50. Come.')).toEqual([]);
  });
});

describe('a text that is hard to read', () => {
  const hard =
    'Multidisciplinary practitioners facilitate comprehensive interventions. Organisational responsibilities necessitate considerable communication.';
  const easy = 'We help you. You can ring us. We listen to you and your child.';
  const long = (text: string) => Array.from({ length: 12 }, () => paragraphOf(said(text)));
  const age = (text: string, language = 'en') =>
    inText(long(text), { language }).filter(({ problem }) => problem === 'hard-to-read');

  test('is named with the age of who could read it', () => {
    expect(age(hard)).toMatchObject([{ field: 'body', age: expect.any(Number) }]);
    expect(age(easy)).toEqual([]);
  });

  test('is not judged by fewer than 100 words', () => {
    expect(inText(words(hard))).toEqual([]);
  });

  test('is judged in English alone, Easy Read included', () => {
    expect(age(hard, 'pl')).toEqual([]);
    expect(age(hard, 'en-x-easyread')).toHaveLength(1);
  });
});

describe('short texts', () => {
  const hard =
    'Multidisciplinary practitioners facilitate comprehensive interventions for families.';
  const service = (summary: string, transport: string) => {
    const texts = { name: 'Help', summary, transport: Array(20).fill(transport).join(' ') };
    return inContent('services', texts).filter((each) => each.problem === 'short-texts-hard');
  };

  test('that are hard together are told at the one that is hardest', () => {
    expect(service('We help you and your child.', hard)).toMatchObject([{ field: 'transport' }]);
    expect(service(hard, 'We help you. You can ring us.')).toEqual([]);
  });

  test('of fewer than 100 words are not judged', () => {
    const found = inContent('services', { summary: hard });
    expect(found.map(({ problem }) => problem)).not.toContain('short-texts-hard');
  });
});

describe('an appendix', () => {
  const strategy = (...parts: readonly string[]) => {
    const sections = parts.map((part, at) => ({ id: `s${at}`, slug: `s${at}`, part, title: part }));
    return inContent('strategies', { sections }).filter(
      ({ problem }) => problem === 'appendix-before-section',
    );
  };

  test('before a numbered section is advised to go behind it', () => {
    expect(strategy('vision', 'appendix', 'drivers', 'appendix')).toEqual([
      { field: 'sections.1.part', problem: 'appendix-before-section', title: 'appendix' },
    ]);
  });

  test('behind the last section is where it belongs', () => {
    expect(strategy('vision', 'drivers', 'appendix', 'appendix')).toEqual([]);
    expect(strategy('appendix')).toEqual([]);
  });
});

describe('the common language', () => {
  const terms = [{ say: 'parent or carer', insteadOf: ['mums and dads', "child's guardian"] }];
  const found = (text: string, language = 'en') => inText(words(text), { terms, language });

  test('names what is said in place of an agreed word, once', () => {
    expect(found('Mums and  dads, all mums and dads.')).toEqual([
      { field: 'body', problem: 'other-word', word: 'mums and dads', say: 'parent or carer' },
    ]);
    expect(found('The child’s guardian.')).toHaveLength(1);
  });

  test('knows words, not letters, and English alone', () => {
    expect(found('The grandmums and dadsons.')).toEqual([]);
    expect(found('Mums and dads.', 'pl')).toEqual([]);
  });
});

describe('a telephone number in a text', () => {
  test.each([
    ['Ring 01632 960 123.', '01632 960 123'],
    ['Ring (01632) 960123 today', '(01632) 960123'],
    ['Ring +44 1632 960123', '+44 1632 960123'],
    ['Ring 0800 1111', '0800 1111'],
    ['Ring 01632-960-123', '01632-960-123'],
    ['फोन ०१६३२ ९६०१२३', '01632 960123'],
    ['فون ۰۱۶۳۲ ۹۶۰۱۲۳', '01632 960123'],
    ['فون \u200e01632 960123', '01632 960123'],
    ['ફોન ૦૧૬૩૨ ૯૬૦૧૨૩', '01632 960123'],
    ['Ring 01632 960123', '01632 960123'],
  ])('is found: %s', (text, telephone) => {
    expect(inText(words(text))).toEqual([{ field: 'body', problem: 'typed-telephone', telephone }]);
  });

  test.each([
    ...[
      'In danger ring 999.',
      'From 2007-2008 to 2010',
      'On 01/02/2008',
      'On 05-11-2008',
      'On 05 11 2008',
    ],
    ...[
      'It costs £1,000,000',
      'Children of 0-5 years',
      'No 0000',
      'ISBN 978-0-11-963914-9',
      '0.12345678',
    ],
    ...['EX0123456789', 'Version 1.0123456789'],
  ])('is not seen in: %s', (text) => {
    expect(inText(words(text))).toEqual([]);
  });

  test('is where it belongs within a fact', () => {
    expect(inContent('facts', { label: 'Line', value: 'Ring 01632 960123' })).toEqual([]);
  });
});
