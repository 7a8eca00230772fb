/** How this trust writes a language: what its translators agreed on, beside their work. Read once from the trust's folder. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '../env.ts';

const known = new Map<string, string | null>();

/** `null` for a language that has none. `tag` is that of a language we know. */
export function styleNoteFor(tag: string): string | null {
  const note = known.get(tag) ?? noteIn(path.join(env.trusts, env.trust, `style-notes/${tag}.md`));
  known.set(tag, note);
  return note;
}

function noteIn(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
