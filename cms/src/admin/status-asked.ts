/** Where the open document stands: shared by the buttons and the panel beside the form. */
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { askedOnce } from './asked-once.ts';
import type { Status } from './status-of.ts';

export const useStatus = askedOnce<Status>({
  path: 'status',
  unreachable: words.panel.unreachable,
  read: (body) => body as Status,
});
