/** A trust of twelve languages, there while it is measured: an installation is one folder of `shared/trusts`. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TWELVE } from './generate.ts';

const trusts = path.join(import.meta.dirname, '../../shared/trusts');
const name = 'of-the-bench';
const folder = path.join(trusts, name);

/** Runs `work` with its name, and takes it away again. */
export async function withTrust(work: (name: string) => Promise<void>): Promise<void> {
  makeTrust();
  try {
    await work(name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kent's own folder in twelve languages, without its texts. */
function makeTrust(): void {
  const kent = path.join(trusts, 'kent');
  const texts = path.join(kent, 'content/');
  cpSync(kent, folder, { recursive: true, filter: (from) => !from.startsWith(texts) });
  const file = path.join(folder, 'trust.yaml');
  const languages = `languages: [${TWELVE.join(', ')}]`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^languages: .*$/m, languages));
}
