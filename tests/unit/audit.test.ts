import {
  CHAIN_START,
  type ChainedEvent,
  chain,
  firstBrokenLink,
} from '@charterpress/shared/domain/audit.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { describe, expect, test } from 'vitest';

const event = (position: number) => ({
  ...{ position, at: '2026-05-03T09:00:00.000Z', by: 'publisher@example.org', did: 'published' },
  ...{
    kind: 'principles',
    document: 'p7',
    language: 'en',
    sequence: position,
    digest: 'd',
    reason: null,
  },
});
const first = chain(event(1), CHAIN_START);
const second = chain(event(2), first.hash);
const third = chain(event(3), second.hash);
const end = { position: 3, hash: third.hash };
const broken = (...events: ChainedEvent[]) => firstBrokenLink(events, end);

describe('a chain of events', () => {
  test('is whole as it was written', () => {
    expect(broken(first, second, third)).toBeNull();
  });

  test('shows a changed event, also one that was hashed again', () => {
    expect(broken(first, { ...second, by: 'x' }, third)).toBe(2);
    expect(broken(first, chain({ ...event(2), by: 'x' }, first.hash), third)).toBe(3);
  });

  test('shows events that were taken out, put in, or exchanged', () => {
    expect(broken(first, third)).toBe(2);
    expect(broken(first, second, second, third)).toBe(3);
    expect(broken(second, first, third)).toBe(1);
  });

  test('shows events taken off its end, all of them too', () => {
    expect(broken(first, second)).toBe(3);
    expect(broken()).toBe(1);
  });

  test('rewritten from the start ends elsewhere', () => {
    const forged = chain({ ...event(1), by: 'x' }, CHAIN_START);
    const next = chain(event(2), forged.hash);
    expect(broken(forged, next, chain(event(3), next.hash))).toBe(4);
  });
});

describe('a digest', () => {
  test('is the same whatever the order of names, and another for another text', () => {
    expect(digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOf({ b: { d: 3, c: 2 }, a: 1 }));
    expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }));
  });

  test('is SHA-256 of canonical JSON', () => {
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
