/** Which address a caller has, and in which network it lies. */
import { BlockList, isIP } from 'node:net';

export type Caller = {
  /** At the other end of the connection. */
  readonly peer: string;
  /** `X-Forwarded-For` as it came in. */
  readonly forwarded: string | null;
};

/** How many proxies stand before the CMS, or their networks; `null` when no word of a proxy is believed. */
export type Trust = number | BlockList | null;

/** Reads from the near end, for only what trusted proxies wrote is known to be true. */
export function addressOf({ peer, forwarded }: Caller, trust: Trust): string {
  if (trust === null) return plain(peer);
  const written = (forwarded ?? '').split(',').map((each) => plain(each.trim()));
  const chain = [...written.filter((each) => each !== ''), plain(peer)];
  const far = chain.findLastIndex((_, at) => !isBelieved(chain, at, trust));
  const known = chain.slice(Math.max(far, 0)).find((each) => isIP(each) !== 0);
  return known ?? plain(peer);
}

/** Whether what stands at this place is a proxy whose word about the one before it counts. */
function isBelieved(chain: readonly string[], at: number, trust: number | BlockList): boolean {
  if (typeof trust === 'number') return at >= chain.length - trust;
  return isIn(trust, chain[at] ?? '');
}

export function isIn(networks: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && networks.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** "10.0.0.0/8, 2001:db8::/32, 192.0.2.7". `null` when one of them is no network. */
export function networksFrom(text: string): BlockList | null {
  const networks = new BlockList();
  for (const each of text.split(',').map((one) => one.trim())) {
    const [address = '', given] = each.split('/');
    const family = isIP(address);
    const widest = family === 6 ? 128 : 32;
    const prefix = given === undefined ? widest : Number(given);
    const isNetwork = family !== 0 && /^\d{1,3}$/.test(given ?? '0') && prefix <= widest;
    if (!isNetwork) return null;
    networks.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  }
  return networks;
}

/** An IPv4 address as an IPv6 socket names it is that IPv4 address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
