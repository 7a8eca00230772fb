/** What a run makes once: kept on the process, since each of Vitest's projects loads its set-up afresh. */
import type { RunningMongod } from '../../cms/database/mongod.ts';

type ForTheRun = {
  /** The build of the CMS that goes on beside the first tests. Absent when Vitest was started by itself. */
  cms?: Promise<void>;
  mongo?: { users: number; running: Promise<{ mongod: RunningMongod; folder: string }> };
};

const held = globalThis as { charterpressForTheRun?: ForTheRun };
held.charterpressForTheRun ??= {};

export const forTheRun = held.charterpressForTheRun;
