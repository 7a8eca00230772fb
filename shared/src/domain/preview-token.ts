/**
 * What lets somebody see a preview: which drafts, for whom, until when, signed with a key that the CMS and the preview
 * share. It stands in the address, so that the preview needs no cookie: a cookie would be sent to every port of a host.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** What is to be seen, by whom, how long. */
export type PreviewPass = {
  /**
   * `kind/document` for a working copy, `kind/document/version` for one version, `kind/document//language` for what is
   * saved of a translation; the one that is opened at the front.
   */
  readonly drafts: readonly string[];
  /** The account that looks, and its session: when that ends, the pass ends. */
  readonly account: string;
  readonly session: string;
  /** In milliseconds since 1970. */
  readonly until: number;
};

export type ReadPass =
  | { readonly state: 'good'; readonly pass: PreviewPass }
  | { readonly state: 'expired' }
  | { readonly state: 'unknown' };

const form = z.tuple([z.array(z.string()).min(1), z.string(), z.string(), z.number()]);

/** `key` is the secret that both sides have. */
export function signedPass(pass: PreviewPass, key: string): string {
  const { account, drafts, session, until } = pass;
  const said = base64url(utf8ToBytes(JSON.stringify([drafts, account, session, until])));
  return `${said}.${signature(said, key)}`;
}

export function readPass(token: string, key: string, now: Date): ReadPass {
  const [said = '', signed = '', ...rest] = token.split('.');
  const isOurs = rest.length === 0 && isSame(signed, signature(said, key));
  const read = isOurs ? form.safeParse(JSON.parse(fromBase64url(said))) : null;
  if (read === null || !read.success) return { state: 'unknown' };
  const [drafts, account, session, until] = read.data;
  if (now.getTime() >= until) return { state: 'expired' };
  return { state: 'good', pass: { drafts, account, session, until } };
}

/** The key signs nothing but previews: what it is otherwise used for cannot be forged from a token, nor the reverse. */
function signature(said: string, key: string): string {
  const own = hmac(sha256, utf8ToBytes(key), utf8ToBytes('preview'));
  return base64url(hmac(sha256, own, utf8ToBytes(said)));
}

/** Takes as long wherever the two differ. */
function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1)
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

function base64url(bytes: Uint8Array): string {
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)));
}
