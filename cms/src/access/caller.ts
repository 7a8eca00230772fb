/**
 * Who calls, by network address. The server notes it beside the request, where no header can say otherwise: one from
 * outside is believed only as far as TRUST_PROXY says.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '../env.ts';
import { addressOf, type Caller, isIn, networksFrom } from './networks.ts';

/** One for the process: the server loads this file, and so does what Next has bundled. */
const held = globalThis as { callers?: AsyncLocalStorage<Caller> };
held.callers ??= new AsyncLocalStorage<Caller>();
const callers = held.callers;

export function calledBy<T>(caller: Caller, act: () => T): T {
  return callers.run(caller, act);
}

/** For a door to the outside: whoever comes through it unnoted comes from nowhere that is trusted. */
export function calledByNoted<T>(act: () => T): T {
  return callers.run(callers.getStore() ?? { peer: '', forwarded: null }, act);
}

/** `null` where nobody called from outside: a script, or code of our own. */
export function callerAddress(): string | null {
  const caller = callers.getStore();
  return caller === undefined ? null : addressOf(caller, env.trustProxy);
}

export type Whereabouts = { readonly isLocalUse: boolean; readonly isInside: boolean };

/**
 * On this one computer, or in the private network. Behind a proxy that nobody told us of everyone would seem to come from
 * the proxy: then nobody is inside.
 */
export function whereabouts(): Whereabouts {
  const caller = callers.getStore();
  if (caller === undefined) return { isLocalUse: env.isLocal, isInside: true };
  const address = addressOf(caller, env.trustProxy);
  const isKnown = caller.forwarded === null || env.trustProxy !== null;
  return {
    isLocalUse: env.isLocal && isKnown && loopback !== null && isIn(loopback, address),
    isInside: isKnown && isIn(env.privateNetworks, address),
  };
}

const loopback = networksFrom('127.0.0.0/8, ::1');
