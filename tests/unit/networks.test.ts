import { describe, expect, test } from 'vitest';
import { addressOf, isIn, networksFrom } from '../../cms/src/access/networks.ts';

const proxy = '10.0.0.2';
const parent = '203.0.113.9';

describe('the address of a caller', () => {
  test('is the other end of the connection, whatever a header says, when no proxy is trusted', () => {
    expect(addressOf({ peer: parent, forwarded: '127.0.0.1' }, null)).toBe(parent);
  });

  test('is what the one trusted proxy wrote, and not what came to it', () => {
    expect(addressOf({ peer: proxy, forwarded: `127.0.0.1, ${parent}` }, 1)).toBe(parent);
  });

  test('is found behind two proxies', () => {
    const forwarded = `127.0.0.1, ${parent}, 10.0.0.3`;
    expect(addressOf({ peer: proxy, forwarded }, 2)).toBe(parent);
  });

  test('is the nearest one when fewer proxies stand there than were named', () => {
    expect(addressOf({ peer: proxy, forwarded: parent }, 3)).toBe(parent);
    expect(addressOf({ peer: proxy, forwarded: null }, 3)).toBe(proxy);
  });

  test('is the first that is in no network of proxies', () => {
    const trusted = networksFrom('10.0.0.0/8');
    const forwarded = `127.0.0.1, ${parent}, 10.0.0.3`;
    expect(addressOf({ peer: proxy, forwarded }, trusted)).toBe(parent);
  });

  test('is its own when a stranger pretends to be a proxy', () => {
    const trusted = networksFrom('10.0.0.0/8');
    expect(addressOf({ peer: parent, forwarded: '10.0.0.9' }, trusted)).toBe(parent);
  });

  test('is the proxy when what the proxy wrote is no address', () => {
    expect(addressOf({ peer: proxy, forwarded: 'nonsense' }, 1)).toBe(proxy);
  });

  test('is an IPv4 address, also as an IPv6 socket names it', () => {
    expect(addressOf({ peer: '::ffff:203.0.113.9', forwarded: null }, null)).toBe(parent);
  });
});

describe('networks', () => {
  test('hold addresses of both families', () => {
    const networks = networksFrom('10.0.0.0/8, 2001:db8::/32, 192.0.2.7');
    const asked = ['10.255.0.1', '2001:db8::1', '192.0.2.7', '192.0.2.8', '11.0.0.1', 'nonsense'];
    expect(asked.map((each) => networks !== null && isIn(networks, each))).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });

  test.each(['10.0.0.0/33', 'localhost', '10.0.0.0/8,', '1.2.3.4/x'])('are not %s', (text) => {
    expect(networksFrom(text)).toBeNull();
  });
});
