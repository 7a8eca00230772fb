/**
 * How long people wait at the desk while the press renders the whole site: saving a draft, and publishing it, over REST
 * against everything as `npm start` runs it. A wait counts only when the press was rendering from its beginning to its end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { text, tree } from '../support/texts.ts';
import { fill, isPressed } from './filled.ts';
import { median, ninetyFifth, progress, report, seconds } from './measure.ts';
import { withSystem } from './trust-of-twelve.ts';

const documents = Number(process.argv[2]);
const WAITS = 40;
/** In milliseconds: what people are promised, 95 times of 100. */
const targets = { saving: 300, publishing: 500 };

await withSystem(measure);

async function measure(system: System): Promise<void> {
  const staff = await signIn(system, 'publisher');
  let guide = await write(staff);
  let head = await fill(system, documents);
  progress(`${head} editions are in; saving and publishing ${WAITS} times`);
  const saving: number[] = [];
  const publishing: number[] = [];
  while (publishing.length < WAITS) {
    if (await isPressed(system, head)) head = await changeEveryPage(staff);
    const summary = `Said at ${new Date().toISOString()}`;
    const saved = await seconds(async () => {
      guide = await staff.save('guides', guide, { summary });
    });
    const published = await seconds(() => staff.publish('guides', guide));
    if (await isPressed(system, head)) continue;
    saving.push(saved * 1000);
    publishing.push(published * 1000);
    // As people do: one thing after the other, not as fast as a program can.
    await pause(100);
  }
  tell('saving a draft while the press renders', saving, targets.saving);
  tell('publishing while the press renders', publishing, targets.publishing);
}

function tell(what: string, waits: readonly number[], target: number): void {
  const figures = [median(waits), ninetyFifth(waits)].map((wait) => `${Math.round(wait)} ms`);
  report(documents, `${what} (median, 95th)`, `${figures.join(', ')}; at most ${target} ms wanted`);
}

/** The settings stand on every page: the press begins a whole site. Answers the sequence that it ends with. */
async function changeEveryPage(staff: Staff): Promise<number> {
  const { docs } = (await (await staff.ask('GET', 'settings?depth=0&limit=1')).json()) as {
    docs: readonly Document[];
  };
  const [settings] = docs;
  if (settings === undefined) throw new Error('The sample content holds no settings.');
  const helplines = (settings.helplines as readonly unknown[]).toReversed();
  const saved = await staff.save('settings', settings, { helplines });
  return (await staff.publish('settings', saved)).sequence;
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
