/** A program of the repository, run beside a system with the system's own environment. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../cms/scripts/settings.ts';
import { type Ended, ended } from './ended.ts';
import type { System } from './system.ts';

type Beside = {
  readonly given?: readonly string[];
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string>>;
};

/** `file` is its path in the repository. Answers what it printed and its exit code. */
export async function runBeside(
  system: System,
  file: string,
  { given = [], input = '', variables = {} }: Beside = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, file), ...given], {
    cwd: root,
    env: { ...system.environment(), ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  return ended(child);
}
