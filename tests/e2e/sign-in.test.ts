/** Signing in from home, where a password alone opens nothing: with a real browser, on the real screens. */
import { roles } from '@charterpress/shared/roles.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../support/authenticator.ts';
import { browser } from '../support/browser.ts';
import { look, openFromList, seriousBarriers, signedIn } from '../support/desk.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type AskAsScreen, screenFunctions } from '../support/server-functions.ts';
import { type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { type Asker, type ScreenTarget, screenFunctionTable } from '../support/who-may.ts';

/** Their requests come through a proxy that the CMS was told of. */
const fromHome = { 'x-forwarded-for': '203.0.113.9' };

let system: System;
let chromium: Browser;
let administrator: Staff;
let atHome: BrowserContext;
let page: Page;

beforeAll(async () => {
  [system, chromium] = await Promise.all([startPrepared({ TRUST_PROXY: '1' }), browser()]);
  administrator = await signIn(system, 'administrator');
  atHome = await chromium.newContext({ extraHTTPHeaders: fromHome });
  page = await atHome.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await system?.end();
});

describe('what the screens of the admin ask of the server', () => {
  const askers: readonly Asker[] = [...roles, 'nobody'];
  const authorizations = new Map<Asker, string>([['nobody', '']]);
  let ask: AskAsScreen;
  let targets: Readonly<Record<ScreenTarget, { readonly id: string; readonly shows: string }>>;

  beforeAll(async () => {
    for (const role of ['editor', 'publisher', 'administrator'] as const) {
      authorizations.set(role, (await signIn(system, role)).authorization);
    }
    authorizations.set('translator', (await signIn(system, 'translator.polish')).authorization);
    authorizations.set('press', `users API-Key ${system.environment().PRESS_KEY}`);
    const desk = await signedIn(chromium, { name: 'publisher', system });
    await openFromList(desk, { first: /^3$/, kind: 'principles', system });
    ask = await screenFunctions(desk, { field: '#field-statement', system });
    await desk.context().close();
    targets = await whatIsThere();
  });

  it.each(Object.keys(screenFunctionTable))(
    'shows nobody more than REST does: %s',
    async (name) => {
      const table = screenFunctionTable[name] as Readonly<Record<ScreenTarget, readonly Asker[]>>;
      const seenBy = async (target: ScreenTarget) => {
        const answers = askers.map(
          async (asker): Promise<[Asker, boolean]> => [
            asker,
            (await answerTo(asker, name, target)).includes(targets[target].shows),
          ],
        );
        return (await Promise.all(answers)).flatMap(([asker, sees]) => (sees ? [asker] : []));
      };
      const all = Object.keys(targets) as ScreenTarget[];
      const cells = await Promise.all(all.map(async (target) => [target, await seenBy(target)]));
      expect(Object.fromEntries(cells)).toEqual(sorted(table));
    },
  );

  it.each([
    ...['copy-data-from-locale', 'get-default-layout', 'get-folder-results-component-and-data'],
    ...['get-upcoming-scheduled-publish', 'render-widget', 'schedule-publish', 'slugify'],
    ...['constructor', 'toString', '__proto__'],
  ])('has no function for anybody by the name of %s', async (name) => {
    const { status, text } = await ask(String(authorizations.get('administrator')), name, {});
    expect([status, text]).toEqual([500, expect.not.stringContaining('example.org')]);
  });

  it('finds nothing out about others by a condition or an order', async () => {
    const translator = String(authorizations.get('translator'));
    const about = async (words: string) => {
      const query = { limit: 50, where: { 'user.value.email': { like: words } } };
      const asked = { ...tableOf('payload-locked-documents'), query };
      return (await ask(translator, 'table-state', asked)).text.replaceAll(words, '');
    };
    expect(await about('publisher')).toBe(await about('nobody-at-all'));
  });

  function sorted(table: Readonly<Record<ScreenTarget, readonly Asker[]>>): object {
    const cells = Object.entries(table).map(([target, who]) => [
      target,
      askers.filter((asker) => who.includes(asker)),
    ]);
    return Object.fromEntries(cells);
  }

  async function answerTo(asker: Asker, name: string, target: ScreenTarget): Promise<string> {
    const of = { collectionSlug: target, overrideEntityVisibility: true };
    const { id } = targets[target];
    const form = { ...of, id, docPermissions: true, formState: {}, operation: 'update' };
    const asked: Readonly<Record<string, object>> = {
      'form-state': { ...form, renderAllFields: true, returnLockStatus: true },
      'render-document': { ...of, docID: id, drawerSlug: 'beside' },
      'render-document-slots': { ...of, id },
      'render-field': { path: 'email', schemaPath: `collection.${target}.email` },
      'render-list': { ...of, query: { limit: 100 }, enableRowSelections: false },
      'table-state': tableOf(target),
    };
    return (await ask(String(authorizations.get(asker)), name, asked[name] ?? {})).text;
  }

  function tableOf(collectionSlug: string): object {
    const columns = ['id', 'title', 'email', 'name', 'did'].map((accessor) => ({
      accessor,
      active: true,
    }));
    return {
      collectionSlug,
      columns,
      query: { limit: 100 },
      enableRowSelections: false,
      renderRowTypes: true,
    };
  }

  /** A document of each collection, and words of it that stand in no other. */
  async function whatIsThere(): Promise<typeof targets> {
    const editor = await signIn(system, 'editor');
    const guide = await editor.create('guides', { title: 'Wagtails of Whitstable' });
    const submitted = await editor.create('guides', { title: 'Nuthatches of Nonington' });
    const { id, revision } = submitted;
    await editor.ask('POST', `guides/${id}/steps/submit`, { revision });
    const person = {
      email: 'goldcrest@example.org',
      password: 'a long password',
      roles: ['editor'],
    };
    const made = await administrator.ask('POST', 'users', person);
    const account = ((await made.json()) as { doc: { id: string } }).doc.id;
    await administrator.ask('POST', `users/${account}/second-factor/reset`, {});
    const newest = async (path: string) => {
      const { docs } = (await (await administrator.ask('GET', path)).json()) as {
        docs: { id: string }[];
      };
      return String(docs[0]?.id);
    };
    const did = 'reset a second factor';
    return {
      guides: { id: guide.id, shows: 'Wagtails' },
      users: { id: account, shows: 'goldcrest' },
      messages: { id: await newest(`messages?where[document][equals]=${id}`), shows: 'Nuthatches' },
      'audit-events': {
        id: await newest(`audit-events?where[document][equals]=${account}`),
        shows: did,
      },
      // Of what an administrator handed over, kept by its hash.
      'second-factors': { id: account, shows: 'until":"' },
    };
  }
});

describe('an editor who signs in from home for the first time', () => {
  let secret: string;
  let recoveryCode: string;

  it('is asked for an enrolment code after the password', async () => {
    await page.goto(`${system.cmsUrl}/admin`);
    await typePassword('editor');
    await page.locator('.desk-sentences').getByText('needs a second step').waitFor();
    expect(await page.getByLabel('Enrolment code').isVisible()).toBe(true);
    await look(page, 'enrolment');
    expect(await seriousBarriers(page)).toEqual([]);
  });

  it('gets a picture to scan and the same key to type, with the code of an administrator', async () => {
    await page.getByLabel('Enrolment code').fill(await enrolmentCode('editor'));
    await page.getByRole('button', { name: 'Set up the second step' }).click();
    const picture = page.getByAltText(/^Picture to scan/);
    expect(await picture.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    secret = ((await page.locator('.desk-key').textContent()) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await look(page, 'second-factor');
    expect(await seriousBarriers(page)).toEqual([]);
  });

  it('confirms it with a code of the app, and is given recovery codes', async () => {
    await page.getByLabel('The six digits').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const codes = page.locator('.desk-codes li');
    await codes.first().waitFor();
    recoveryCode = (await codes.first().textContent()) ?? '';
    expect(await codes.count()).toBe(10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
  });

  it('signs in with the password and a code', async () => {
    await page.getByLabel('E-mail').waitFor();
    await typePassword('editor');
    await page.getByLabel('Code from your app').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/admin');
  });

  it('sees on the account page that it is set up', async () => {
    await page.goto(`${system.cmsUrl}/admin/account`);
    const own = page.locator('.desk-second-factor');
    await own.getByText('Recovery codes left: 10.').waitFor();
    await own.scrollIntoViewIfNeeded();
    await look(page, 'account-factor');
    expect(await seriousBarriers(page)).toEqual([]);
  });

  it('gets in with a recovery code when the telephone is lost, once', async () => {
    const again = await chromium.newContext({ extraHTTPHeaders: fromHome });
    page = await again.newPage();
    await page.goto(`${system.cmsUrl}/admin`);
    await typePassword('editor');
    await page.getByLabel('Code from your app').fill(recoveryCode);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/admin');
  });
});

describe('an administrator', () => {
  it('resets the second step of somebody on the page of their account', async () => {
    const desk = await chromium.newPage();
    await desk.goto(`${system.cmsUrl}/admin/collections/users/${await idOf('editor')}`);
    page = desk;
    await typePassword('administrator');
    await desk.getByRole('button', { name: 'Reset the second step' }).click();
    await desk.locator('#desk-confirm').click();
    await desk.getByText(/^Enrolment code, for three days: \w{5}-\w{5}$/).waitFor();
  });
});

async function typePassword(name: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${name}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(system.password(name));
  const answered = page.waitForResponse(/users\/login/);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await answered;
}

async function enrolmentCode(name: string): Promise<string> {
  const answer = await administrator.ask(
    'POST',
    `users/${await idOf(name)}/second-factor/reset`,
    {},
  );
  return (await answer.json()).enrolmentCode;
}

async function idOf(name: string): Promise<string> {
  const answer = await administrator.ask('GET', `users?where[email][equals]=${name}@example.org`);
  return (await answer.json()).docs[0].id;
}
