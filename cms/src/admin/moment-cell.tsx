import { moment } from '../words/moment.ts';

/** In a list: a moment that is kept as text, on the clock of the trust. */
export function MomentCell({ cellData }: { cellData?: string | null }) {
  return cellData ? moment(new Date(cellData)) : '-';
}
