/** In lists: how far a consultation is and how an action stands, which nobody ticks. */
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { stageInWords, standingInWords } from './worked-out.ts';

type Listed = { readonly rowData?: Readonly<Record<string, unknown>> };

export function StageCell({ rowData }: Listed) {
  return stageInWords(rowData ?? {}, today());
}

export function StandingCell({ rowData }: Listed) {
  return standingInWords(rowData ?? {}, today());
}

function today(): string {
  return londonDay(new Date().toISOString());
}
