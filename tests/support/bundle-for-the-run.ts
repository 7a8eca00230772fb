/** Bundles the pages before the first test: files that did it side by side would take it from under each other. */
import { bundle } from './press-at-work.ts';

export async function setup(): Promise<void> {
  await bundle();
}
