/** Programs that go on after their supervisor was killed. They hold addresses and the database's files. */
import { isAlive, type Known } from './lock.ts';

const STOP_WITHIN_MS = 20_000;

/** Ends them in their order and returns when they are gone. */
export async function endLeftOvers(left: readonly Known[], say: (line: string) => void) {
  for (const program of left) {
    say(
      `Stopping the ${program.name} that an earlier npm start left behind (process ${program.pid})`,
    );
    const before = Date.now() + STOP_WITHIN_MS;
    process.kill(program.pid, 'SIGTERM');
    while (isAlive(program) && Date.now() < before) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (isAlive(program)) process.kill(program.pid, 'SIGKILL');
  }
}
