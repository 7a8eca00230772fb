/**
 * How long people wait at the desk while the press renders the whole site: saving a draft, and publishing it, over REST
 * against everything as `npm start` runs it. A wait counts only when the press was rendering from its beginning to its end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { text, tree } from '../support/texts.ts';
import { fill, isPressed, untilPressed } from './filled.ts';
import { generate, TWELVE } from './generate.ts';
import { median, ninetyFifth, progress, report, seconds } from './measure.ts';
import { withSystem } from './trust-of-twelve.ts';

const documents = Number(process.argv[2]);
const WAITS = 40;
/** Each is a whole site for the press to read and render. */
const MOST_ROUNDS = 10;
/** In milliseconds: what people are promised, 95 times of 100. */
const targets = { saving: 300, publishing: 500 };

await withSystem(measure);

async function measure(system: System): Promise<void> {
  const staff = await signIn(system, 'publisher');
  let guide = await write(staff);
  await untilPressed(system, await fill(system, generate(documents, TWELVE)));
  const saving: number[] = [];
  const publishing: number[] = [];
  for (let round = 2; publishing.length < WAITS; round += 1) {
    if (round > MOST_ROUNDS) throw new Error(`The press was done too soon, ${MOST_ROUNDS} times.`);
    const head = await fill(system, generate(documents, TWELVE), { number: round });
    progress(`${head} editions are in, ${publishing.length} of ${WAITS} waits measured`);
    while (publishing.length < WAITS) {
      const summary = `Said at ${new Date().toISOString()}`;
      const saved = await seconds(async () => {
        guide = await staff.save('guides', guide, { summary });
      });
      const published = await seconds(() => staff.publish('guides', guide));
      if (await isPressed(system, head)) break;
      saving.push(saved * 1000);
      publishing.push(published * 1000);
      // As people do: one thing after the other, not as fast as a program can.
      await pause(100);
    }
  }
  tell('saving a draft while the press renders', saving, targets.saving);
  tell('publishing while the press renders', publishing, targets.publishing);
}

function tell(what: string, waits: readonly number[], target: number): void {
  const figures = [median(waits), ninetyFifth(waits)].map((wait) => `${Math.round(wait)} ms`);
  report(documents, `${what} (median, 95th)`, `${figures.join(', ')}; at most ${target} ms wanted`);
}

function write(staff: Staff): Promise<Document> {
  const sentence = 'A worker in your area listens first and tells you what there is nearby.';
  const paragraphs = Array.from({ length: 40 }, () => ({
    ...{ type: 'paragraph', version: 1 },
    children: [text(sentence)],
  }));
  return staff.create('guides', {
    title: 'A guide of the bench',
    slug: 'guide-of-the-bench',
    summary: 'What it is, for whom, and how to get it.',
    audience: 'parents',
    parts: [{ slug: 'what-it-is', title: 'What it is', body: tree(paragraphs) }],
  });
}
