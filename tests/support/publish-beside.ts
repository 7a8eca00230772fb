/**
 * Releases a translation in a running system, in a program beside the CMS: what one translator wrote and another reviewed.
 * `node tests/support/publish-beside.ts` reads what to say as JSON from its standard input.
 */
import { text as textOf } from 'node:stream/consumers';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { runBeside } from './run-beside.ts';
import type { System } from './system.ts';

type Translation = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  /** In every segment of the newest English. */
  readonly says: string;
};

/** Throws what the program said when nothing was published. */
export async function publishBeside(system: System, translation: Translation): Promise<void> {
  const input = JSON.stringify(translation);
  const { said, code } = await runBeside(system, 'tests/support/publish-beside.ts', { input });
  if (code !== 0) throw new Error(`Publishing beside the CMS ended with ${code}:\n${said}`);
}

if (import.meta.main) {
  const { createLocalReq, getPayload } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { releaseAs } = await import('./translated.ts');
  const payload = await getPayload({ config, disableOnInit: true });
  const { says, ...of } = JSON.parse(await textOf(process.stdin)) as Translation;
  const done = await releaseAs(await createLocalReq({}, payload), of, () => says);
  console.log(JSON.stringify(done));
  process.exit(done.ok ? 0 : 1);
}
