/** A trust of twelve languages, there while it is measured: an installation is one folder of `shared/trusts`. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type System, startSystem } from '../support/system.ts';
import { TWELVE } from './generate.ts';
import { isKept } from './measure.ts';

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

/** Measures the whole system of that trust, as `npm start` runs it. */
export function withSystem(measure: (system: System) => Promise<void>): Promise<void> {
  return withTrust(async (trust) => {
    const system = await startSystem({ TRUST: trust, SEED: 'yes' });
    try {
      await measure(system);
    } finally {
      await (isKept ? system.stop() : system.end());
    }
  });
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
