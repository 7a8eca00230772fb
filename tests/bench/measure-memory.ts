/**
 * How long a translator waits for the translation memory: looking up one segment over 200,000 reviewed pairs of one
 * language, in a real MongoDB through the code that the endpoint calls. Another number: `measure-memory.ts 20000`.
 */
import { median, ninetyFifth, progress, seconds } from './measure.ts';
import { withDatabase } from './own-database.ts';
import { sentences, slightlyOtherwise } from './sentences.ts';

const pairs = Number(process.argv[2] ?? 200_000);
const LOOK_UPS = 400;
/** In milliseconds: what translators are promised, 95 times of 100. */
const TARGET = 100;
const PORTION = 2_000;

await withDatabase('memory', measure);

async function measure(): Promise<void> {
  const { getPayload } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { rememberRows } = await import('../../cms/src/translation/memory/remember.ts');
  const { suggest } = await import('../../cms/src/translation/memory/suggest.ts');
  const payload = await getPayload({ config });
  const known = sentences(pairs, 1);
  const filled = await seconds(async () => {
    for (let at = 0; at < pairs; at += PORTION) {
      await rememberRows({ payload }, 'pl', known.slice(at, at + PORTION).map(remembered));
    }
  });
  progress(`${pairs} pairs remembered in ${Math.round(filled)} s; looking up ${LOOK_UPS}`);
  const unknown = sentences(LOOK_UPS, 2);
  const asked = { 'the same': (text: string) => text, 'much alike': slightlyOtherwise };
  for (const [what, changed] of Object.entries(asked)) {
    const texts = Array.from({ length: LOOK_UPS }, (_, at) =>
      changed(known[Math.floor((at * pairs) / LOOK_UPS)] as string),
    );
    await tell(what, texts);
  }
  await tell('nothing like it', unknown);
  await payload.destroy();

  async function tell(what: string, texts: readonly string[]): Promise<void> {
    const waits: number[] = [];
    let found = 0;
    for (const text of texts) {
      const segment = {
        text,
        document: 'another',
        key: 'title',
        previousHash: null,
        nextHash: null,
      };
      const began = performance.now();
      const suggestions = await suggest({ payload }, { ...segment, language: 'pl' });
      waits.push(performance.now() - began);
      found += suggestions.length > 0 ? 1 : 0;
    }
    const figures = [median(waits), ninetyFifth(waits)].map((wait) => `${Math.round(wait)} ms`);
    const share = `${Math.round((100 * found) / texts.length)} % found`;
    console.log(
      `${pairs} pairs | memory, ${what} (median, 95th) | ${figures.join(', ')}; at most ${TARGET} ms wanted; ${share}`,
    );
  }
}

function remembered(source: string, at: number) {
  const document = String(Math.floor(at / 40));
  const target = `Przekład: ${source}`;
  const file = null;
  return {
    ...{ source, target, by: 'translator@example.org', at: '2026-03-02T09:00:00.000Z', file },
    ...{ kind: 'guides', document, key: `p-${at}`, previousHash: null, nextHash: null },
    place: `guides ${source}`,
  };
}
