/**
 * From the publisher's 200 to the new name of a service on its page and in the list of all as data: in a county with that
 * many services, everything as `npm start` runs it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { fill, untilPressed } from './filled.ts';
import { TWELVE } from './generate.ts';
import { documentsBeside, generateServices, serviceAt } from './generate-services.ts';
import { median, ninetyFifth, progress, report } from './measure.ts';
import { withSystem } from './trust-of-twelve.ts';

const services = Number(process.argv[2]);
const RENAMED = 30;
/** In seconds, at the median. */
const WANTED = 1;
const districts = sampleTrust('kent').districts.map(({ slug }) => slug);

await withSystem(measure);

async function measure(system: System): Promise<void> {
  const staff = await signIn(system, 'publisher');
  progress('everything runs; writing the services that are renamed');
  const ids = await writeBeside(staff);
  const documents: Document[] = [];
  for (let at = 0; at <= RENAMED; at += 1) {
    const document = await write(staff, at, ids);
    documents.push(document);
    ids.set(`services-${at}`, document.id);
  }
  const editions = generateServices(services, { districts, languages: TWELVE });
  const head = await fill(system, editions, { ids });
  progress(`${head} editions are in; the press makes the whole site`);
  await untilPressed(system, head);
  progress(`renaming ${RENAMED} of ${services} services`);
  const times: number[] = [];
  for (const [at, document] of documents.entries()) {
    const time = await rename(system, staff, { at, document });
    // The first one waits for what the press does once after a whole site: a folder ahead, booklets.
    if (at > 0) times.push(time);
    // As long as the press makes its next folder ahead, as between two publications of people.
    await pause(2_000);
  }
  const figures = [median(times), ninetyFifth(times)].map((time) => `${time.toFixed(2)} s`);
  report(
    services,
    'a service renamed -> its page and the list of all served',
    `${figures.join(', ')} (median, 95th); at most ${WANTED} s wanted`,
  );
}

/** Working copies behind the editions that will be there: what a service refers to has to be public. */
async function writeBeside(staff: Staff): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { content, kind, slug } of documentsBeside(districts)) {
    const { id } = await staff.create(kind, { ...content, slug });
    ids.set(slug, id);
  }
  return ids;
}

/** All of it but the prose, so that just the name is another one when it is renamed. */
function write(staff: Staff, at: number, ids: ReadonlyMap<string, string>): Promise<Document> {
  const { body: _prose, ...said } = serviceAt(at, districts);
  return staff.create('services', { ...(asStored(said, ids) as object), slug: `services-${at}` });
}

/** With references as the CMS takes them. */
function asStored(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => asStored(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  const { kind, document } = value as Partial<Reference>;
  if (document !== undefined) return { relationTo: kind, value: ids.get(document) };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, asStored(each, ids)]),
  );
}

type Renamed = { readonly at: number; readonly document: Document };

/** Seconds from the answer of the CMS to the new name on the page and in the list of all. */
async function rename(system: System, staff: Staff, { at, document }: Renamed): Promise<number> {
  const name = `Another name ${at}`;
  const saved = await staff.save('services', document, { name });
  await staff.publish('services', saved);
  const start = performance.now();
  for (const each of [`services/services-${at}/`, 'services.json']) {
    await untilSaid(`${system.siteUrl}/en/${each}`, name, start);
  }
  return (performance.now() - start) / 1000;
}

async function untilSaid(page: string, words: string, start: number): Promise<void> {
  while (!(await (await fetch(page)).text()).includes(words)) {
    if (performance.now() - start > 300_000) throw new Error(`${page} never said ${words}.`);
    await pause(5);
  }
}
