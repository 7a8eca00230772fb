/** Where the open document stands: shared by the buttons and the panel beside the form. */
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { type AskedOnce, askedOnce, useAnswer } from './asked-once.ts';
import type { Status } from './status-of.ts';

const question = askedOnce<Status>({
  path: 'status',
  unreachable: words.panel.unreachable,
  read: (body) => body as Status,
});

export function useStatus(): AskedOnce<Status> {
  return useAnswer(question);
}
