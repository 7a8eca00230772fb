/** The whole system as it stands a moment after a newcomer's first start, sample content published, in a third of the time. */
import { inject } from 'vitest';
import { preparedIn } from './prepared-for-the-run.ts';
import { type System, startSystem } from './system.ts';

export async function startPrepared(
  environment: Readonly<Record<string, string>> = {},
): Promise<System> {
  return startSystem(environment, await preparedIn(inject('prepared')));
}
