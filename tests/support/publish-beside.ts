/**
 * Publishes a language version into a running system, as its sample content was: by the publish function, in a program
 * beside the CMS. `node tests/support/publish-beside.ts` reads the publication as JSON from its standard input.
 */
import { text as textOf } from 'node:stream/consumers';
import type { Publication } from '../../cms/src/publishing/publish.ts';
import { runBeside } from './run-beside.ts';
import type { System } from './system.ts';

type Translation = Extract<Publication, { readonly texts: unknown }>;

/** Throws what the program said when nothing was published. */
export async function publishBeside(system: System, translation: Translation): Promise<void> {
  const input = JSON.stringify(translation);
  const { said, code } = await runBeside(system, 'tests/support/publish-beside.ts', { input });
  if (code !== 0) throw new Error(`Publishing beside the CMS ended with ${code}:\n${said}`);
}

if (import.meta.main) {
  const { getPayload } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { publish } = await import('../../cms/src/publishing/publish.ts');
  const payload = await getPayload({ config, disableOnInit: true });
  const done = await publish(payload, JSON.parse(await textOf(process.stdin)) as Translation);
  console.log(JSON.stringify(done));
  process.exit(done.ok ? 0 : 1);
}
