/** The services that readers have and that somebody has to ask about again: a month before their pages warn of it. */
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import {
  type CheckedState,
  checkedState,
  isDueForCheck,
} from '@charterpress/shared/domain/services/checked.ts';
import type { Payload } from 'payload';
import { newestTexts } from '../publishing/newest.ts';

export type ServiceToCheck = {
  readonly document: string;
  readonly name: string;
  /** The day of the last check; `null` for never. */
  readonly checkedOn: string | null;
  readonly state: CheckedState;
};

type ServiceText = { readonly name?: string; readonly checkedOn?: string | null };

/** Those that nobody ever checked first, then the longest ago. */
export async function servicesToCheck(
  payload: Payload,
  now: Date,
): Promise<readonly ServiceToCheck[]> {
  const today = londonDay(now.toISOString());
  const newest = await newestTexts<ServiceText>(payload, 'services');
  return newest
    .map(({ _id, content }) => {
      const checkedOn = content.checkedOn?.slice(0, 10) ?? null;
      const state = checkedState(checkedOn, (day) => day <= today);
      return { document: _id, name: content.name ?? '', checkedOn, state };
    })
    .filter(({ checkedOn }) => isDueForCheck(checkedOn, today))
    .sort((one, other) => (one.checkedOn ?? '').localeCompare(other.checkedOn ?? ''));
}
