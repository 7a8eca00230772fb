/** Releasing several translations at one moment: at once, or in a bundle that waits, with English beside them or without. */

import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { composedFrom } from '@charterpress/shared/domain/translation/composing.ts';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { planningAnswer } from '../bundles/answers.ts';
import { goesLive } from '../bundles/endpoints.ts';
import type { Chosen, TranslationChosen } from '../bundles/pin.ts';
import { makeBundle } from '../bundles/planning.ts';
import { bodyOf, refuse, sentences } from '../publishing/asked.ts';
import { notAllowed, notReadable } from '../publishing/sentences.ts';
import { notReleasedAnswer } from './answers.ts';
import { comingEnglish } from './coming.ts';
import { isTranslated, languagesFor } from './languages.ts';
import { recordsOf, type Translation } from './records.ts';
import { type NotReleased, readyToRelease, release } from './release.ts';
import { samenessOf } from './sameness.ts';
import { mayHere } from './who.ts';

const kind = z.enum(kindNames as [Kind, ...Kind[]]);
const document = z.string().max(100);
const translation = z.strictObject({
  kind,
  document,
  language: z.string().refine(isTranslated),
});
/** English that was approved, by the revision that the person saw. */
const english = z.strictObject({ kind, document, revision: z.number() });
const setBody = z.union([
  z.strictObject({ items: z.array(translation).min(1).max(200) }),
  z.strictObject({
    items: z
      .array(z.union([translation, english]))
      .min(1)
      .max(200),
    title: sentences(200),
    goesLive,
  }),
]);

export async function releaseSet(req: PayloadRequest): Promise<Response> {
  const isAny = languagesFor(req).some((tag) => mayHere(req, 'release', tag));
  if (!isAny) return refuse(403, notAllowed());
  const body = setBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const asked = body.data;
  if ('goesLive' in asked) return waitTogether(req, asked);
  const done = await release(req, asked.items);
  if (done.ok) return Response.json({ released: done.value });
  return notReleasedAnswer(done);
}

type Item = z.infer<typeof translation> | z.infer<typeof english>;

/** Languages wait for English that goes live with them; what is pinned is what was reviewed at this moment. */
async function waitTogether(
  req: PayloadRequest,
  asked: { items: readonly Item[]; title: string; goesLive: z.infer<typeof goesLive> },
): Promise<Response> {
  const chosen: Chosen[] = [];
  for (const item of asked.items) {
    const made = 'language' in item ? await chosenOf(req, item, asked.items) : item;
    if ('refused' in made) return notReleasedAnswer(made);
    chosen.push(made);
  }
  return planningAnswer(req, await makeBundle(req, { ...asked, items: chosen } as never));
}

async function chosenOf(
  req: PayloadRequest,
  item: Translation,
  items: readonly Item[],
): Promise<TranslationChosen | NotReleased> {
  const isWithEnglish = items.some(
    (other) => !('language' in other) && other.document === item.document,
  );
  if (isWithEnglish) return fromComing(req, item);
  const ready = await readyToRelease(req, item);
  return ready.ok ? { ...item, ...ready.value } : ready;
}

async function fromComing(
  req: PayloadRequest,
  of: Translation,
): Promise<TranslationChosen | NotReleased> {
  const coming = await comingEnglish(req, of);
  if (coming === null) return { refused: 'unknown' };
  const { changeNote, edition, keys } = coming;
  const { change, content, number } = edition;
  const isSame = await samenessOf(req, of, number);
  const records = await recordsOf(req, of);
  const from = { number, changeNote, keys, isSame, content: content as never };
  const composed = composedFrom(of.kind, from, records);
  if (!composed.ok) return { refused: 'not-reviewed', missing: composed.missing };
  const targets = Object.fromEntries(composed.targets);
  return { ...of, targets, sourceEdition: null, change, changeNote: composed.changeNote };
}
