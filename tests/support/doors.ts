/** The doors of the CMS as a stranger or an account knocks at them: through the gate, from an address. */
import type { Caller } from '../../cms/src/access/networks.ts';
import type { Account } from './cms.ts';

export type Knock = {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly as?: Account | null;
  /** On this computer unless said otherwise. */
  readonly from?: Caller;
  readonly headers?: Readonly<Record<string, string>>;
};

export const here: Caller = { peer: '127.0.0.1', forwarded: null };
export const office: Caller = { peer: '10.1.2.3', forwarded: null };
export const home: Caller = { peer: '203.0.113.9', forwarded: null };

/** After `startCms`. Everything goes through the gate, as it does in the running program. */
export async function doors(): Promise<(knock: Knock) => Promise<Response>> {
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { gated } = await import('../../cms/src/access/gate.ts');
  const { calledBy } = await import('../../cms/src/access/caller.ts');
  const answer = gated(config);
  return (knock) => calledBy(knock.from ?? here, () => answer(requestFor(knock)));
}

function requestFor({ method = 'GET', path, body, as = null, headers }: Knock): Request {
  const isForm = body instanceof FormData;
  return new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: {
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(as === null ? {} : { authorization: as.authorization }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
}
