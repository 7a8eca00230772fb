import {
  type DeskEvent,
  isAddress,
  lastDigest,
  nextDigest,
  nextTry,
  type Person,
  recipientsOf,
} from '@charterpress/shared/domain/messages.ts';
import { describe, expect, test } from 'vitest';

const somebody: Person = {
  ...{ email: 'somebody@example.org', name: 'Somebody', roles: ['editor'], languages: [] },
  ...{ rhythm: 'instant', hasLeft: false, handedTo: null },
};
const asha: Person = { ...somebody, email: 'asha@example.org' };
const paul: Person = { ...somebody, email: 'paul@example.org', roles: ['publisher'] };
const petra: Person = { ...paul, email: 'petra@example.org', rhythm: 'daily' };
const zofia: Person = {
  ...somebody,
  ...{ email: 'zofia@example.org', roles: ['translator'], languages: ['pl'] },
};
const umar: Person = { ...zofia, email: 'umar@example.org', languages: ['ur'] };
const everybody = [asha, paul, petra, zofia, umar];

const submitted: DeskEvent = {
  ...{ what: 'submitted', kind: 'guides', document: '1', title: 'Core offer' },
  ...{ by: asha.email, note: null },
};

describe('who hears of it', () => {
  test('every publisher hears what awaits a review, each at their own rhythm', () => {
    expect(recipientsOf(submitted, everybody)).toEqual([
      { email: paul.email, rhythm: 'instant' },
      { email: petra.email, rhythm: 'daily' },
    ]);
  });

  test('nobody hears of what they did themselves', () => {
    expect(addresses({ ...submitted, by: 'Paul@Example.org' })).toEqual([petra.email]);
  });

  test('amendments go to those who are named, once each', () => {
    const event = { ...submitted, what: 'amendments', by: paul.email } as const;
    expect(addresses({ ...event, to: [asha.email, 'ASHA@example.org '] })).toEqual([asha.email]);
  });

  test('amendments that would reach nobody go to the publishers', () => {
    expect(addresses({ ...submitted, what: 'amendments', by: null })).toEqual([
      paul.email,
      petra.email,
    ]);
  });

  test('what fell behind goes to the translators of the languages that did', () => {
    const event = { ...submitted, what: 'behind', languages: ['pl', 'so'] } as const;
    expect(addresses(event)).toEqual([zofia.email]);
  });

  test('what failed reaches everybody at once, whatever rhythm they chose', () => {
    const event = { ...submitted, what: 'failed', by: null } as const;
    expect(recipientsOf(event, everybody).map(({ rhythm }) => rhythm)).toEqual([
      'instant',
      'instant',
    ]);
  });

  test('a review that is due goes to a mailbox without an account', () => {
    const event = { ...submitted, what: 'review-due', to: ['early.years@example.org'] } as const;
    expect(recipientsOf(event, everybody)).toEqual([
      { email: 'early.years@example.org', rhythm: 'instant' },
    ]);
  });

  test('what is for somebody who left goes to whoever took over', () => {
    const left = { ...asha, hasLeft: true, handedTo: 'Paul@example.org' };
    const event = { ...submitted, what: 'amendments', by: petra.email, to: [asha.email] } as const;
    expect(recipientsOf(event, [left, paul]).map(({ email }) => email)).toEqual([paul.email]);
  });

  test('two who handed over to each other and left end in no circle', () => {
    const one = { ...asha, hasLeft: true, handedTo: paul.email };
    const other = { ...paul, hasLeft: true, handedTo: asha.email };
    const event = { ...submitted, what: 'comment', by: null, to: [asha.email] } as const;
    expect(recipientsOf(event, [one, other])).toEqual([]);
  });

  test('a publisher who left hears nothing', () => {
    const left = { ...paul, hasLeft: true };
    expect(recipientsOf(submitted, [left]).map(({ email }) => email)).toEqual([]);
  });

  test('what is no address of one mailbox is left out', () => {
    const to = ['a@example.org\r\nBcc: all@example.org', 'a@example.org, b@example.org', 'nobody'];
    expect(addresses({ ...submitted, what: 'comment', to })).toEqual([]);
  });
});

test.each(['a@b@example.org', '<a@example.org>', 'a b@example.org', `${'a'.repeat(250)}@b.uk`])(
  '"%s" is no address',
  (text) => expect(isAddress(text)).toBe(false),
);

describe('the digest', () => {
  test.each([
    ['in winter', '2026-01-12T09:00:00Z', '2026-01-12T08:00:00Z', '2026-01-13T08:00:00Z'],
    ['in summer', '2026-07-06T06:59:59Z', '2026-07-05T07:00:00Z', '2026-07-06T07:00:00Z'],
    ['at eight exactly', '2026-07-06T07:00:00Z', '2026-07-06T07:00:00Z', '2026-07-07T07:00:00Z'],
    [
      'before the short night',
      '2026-03-28T20:00:00Z',
      '2026-03-28T08:00:00Z',
      '2026-03-29T07:00:00Z',
    ],
    [
      'in the hour that does not exist',
      '2026-03-29T01:30:00Z',
      '2026-03-28T08:00:00Z',
      '2026-03-29T07:00:00Z',
    ],
    [
      'before the long night',
      '2026-10-24T20:00:00Z',
      '2026-10-24T07:00:00Z',
      '2026-10-25T08:00:00Z',
    ],
    [
      'in the hour that comes twice',
      '2026-10-25T01:30:00Z',
      '2026-10-24T07:00:00Z',
      '2026-10-25T08:00:00Z',
    ],
  ])('goes out at eight in London, %s', (_when, now, last, next) => {
    const at = new Date(now);
    expect([lastDigest(at), nextDigest(at)]).toEqual([new Date(last), new Date(next)]);
  });
});

describe('a mail that could not be sent', () => {
  const now = new Date('2026-01-12T09:00:00Z');

  test('is tried again a minute after the first failure', () => {
    expect(nextTry(1, now)).toEqual(new Date('2026-01-12T09:01:00Z'));
  });

  test('is given up after nine tries', () => {
    expect([nextTry(8, now) === null, nextTry(9, now)]).toEqual([false, null]);
  });
});

function addresses(event: DeskEvent): readonly string[] {
  return recipientsOf(event, everybody).map(({ email }) => email);
}
