/** What the press tells the CMS, with its key. */
const TIMEOUT_MS = 3_000;

export type Cms = { readonly cmsUrl: string; readonly pressKey: string | null };

type Message = {
  /** `/api/receipts` */
  readonly path: string;
  readonly body: object;
  /** As it is called in a sentence: "the receipt of release 12". */
  readonly what: string;
};

/** Returns why it did not arrive, in a sentence; `null` when it did. */
export async function tellCms(message: Message, { cmsUrl, pressKey }: Cms): Promise<string | null> {
  const { body, path, what } = message;
  const url = `${cmsUrl}${path}`;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(pressKey === null ? {} : { authorization: `users API-Key ${pressKey}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) return null;
    return `The CMS answered ${answer.status} to ${what} (${url}). It is sent again.`;
  } catch (error) {
    const { message: why } = error as Error;
    return `To send ${what} to ${url} failed (${why}). It is sent again.`;
  }
}
