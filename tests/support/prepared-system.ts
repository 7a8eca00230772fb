/** The whole system of the small trust as it stands a moment after a first start, content published. */
import { inject } from 'vitest';
import { preparedIn } from './prepared-for-the-run.ts';
import { type System, startSystem } from './system.ts';

export async function startPrepared(more: Readonly<Record<string, string>> = {}): Promise<System> {
  const { dataDir, environment } = await preparedIn(inject('prepared'));
  return startSystem({ ...environment, ...more }, dataDir);
}
