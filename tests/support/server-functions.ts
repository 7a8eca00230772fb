/** What the screens of the admin ask of the server beside REST, asked as anybody may ask it: with a request made by hand. */
import type { Page } from 'playwright-core';
import type { System } from './system.ts';

/** The whole answer as text, whatever its form. `authorization` is empty for a stranger. */
export type AskAsScreen = (
  authorization: string,
  name: string,
  args: object,
) => Promise<{ readonly status: number; readonly text: string }>;

/**
 * `page` shows a form of the admin. Its first question to the server, which it asks when somebody types into `field`,
 * carries the name that the build gave to the one function behind all of them.
 */
export async function screenFunctions(
  page: Page,
  { field, system }: { field: string; system: System },
): Promise<AskAsScreen> {
  const asking = page.waitForRequest((request) => 'next-action' in request.headers());
  await page.locator(field).pressSequentially(' ');
  const action = (await asking).headers()['next-action'] ?? '';
  return async (authorization, name, args) => {
    const answer = await fetch(`${system.cmsUrl}/admin`, {
      method: 'POST',
      headers: {
        'next-action': action,
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        origin: system.cmsUrl,
        ...(authorization === '' ? {} : { authorization }),
      },
      body: JSON.stringify([{ name, args }]),
    });
    return { status: answer.status, text: await answer.text() };
  };
}
