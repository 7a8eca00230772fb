/** Files that start whole systems come first, so that at the end of a run no processor waits for the last of them. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What need not wait until the sample content of the others is prepared: it puts in its own, or starts only databases. */
const first = [
  ...['tests/e2e/newcomer.', 'tests/e2e/another-trust.'],
  'tests/integration/own-process/database.',
];
const layers = [
  ...['tests/e2e/', 'tests/integration/own-process/worker.', 'tests/integration/own-process/'],
  ...['tests/integration/', 'tests/a11y/', 'tests/pages/'],
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => turnOf(one) - turnOf(other));
  }
}

function turnOf({ moduleId }: TestSpecification): number {
  const order = [...first, ...layers];
  const turn = order.findIndex((part) => moduleId.includes(part));
  return turn === -1 ? order.length : turn;
}
