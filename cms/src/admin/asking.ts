/** How the admin's own buttons talk to the CMS. */

export type Answer = {
  readonly ok: boolean;
  /** Of HTTP; 0 when no answer came. */
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** What to tell the person, one sentence each; empty when all went well. */
  readonly sentences: readonly string[];
};

/** Asks the CMS. `unreachable` is said when no answer comes that can be read. */
export async function ask(request: {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly address: string;
  /** What is said; a form as it is, everything else as JSON. */
  readonly body?: object;
  readonly unreachable: string;
}): Promise<Answer> {
  const { address, body, method, unreachable } = request;
  try {
    const response = await fetch(address, {
      method,
      credentials: 'same-origin',
      ...(body && sendable(body)),
    });
    const answer = await response.json();
    const { ok, status } = response;
    return { ok, status, body: answer, sentences: ok ? [] : sentencesIn(answer) };
  } catch {
    // The network or a proxy in between: whatever it was, the person can only try again.
    return { ok: false, status: 0, body: {}, sentences: [unreachable] };
  }
}

/** A form says by itself what it is made of. */
function sendable(body: object): Pick<RequestInit, 'body' | 'headers'> {
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

type Refused = {
  readonly message?: string;
  readonly messages?: readonly string[];
  readonly errors?: readonly { readonly message: string }[];
};

function sentencesIn({ errors, message, messages }: Refused): readonly string[] {
  if (messages !== undefined) return messages;
  if (message !== undefined) return [message];
  return errors?.map((error) => error.message) ?? [];
}
