/** Opening times in the words of schema.org, which knows weeks and days, and no school terms. */
import {
  type ExceptionRow,
  exceptionOver,
  type HoursRow,
} from '@charterpress/shared/domain/services/opening.ts';
import type { Reader } from '../reader.ts';
import type { Facts } from './graph.ts';

type Opening = {
  readonly hours: readonly HoursRow[];
  readonly exceptions: readonly ExceptionRow[];
};

type Hours = {
  readonly regular: readonly Facts[] | undefined;
  readonly special: readonly Facts[] | undefined;
};

/** Times of term time would be read as times of every week; where there are such, none are said. */
export function hoursOf({ content }: Reader, { exceptions, hours }: Opening): Hours {
  if (hours.length === 0 || hours.some(({ weeks }) => weeks !== 'every-week')) {
    return { regular: undefined, special: undefined };
  }
  const coming = exceptions.filter((row) => !content.reached(exceptionOver(row)));
  return {
    regular: hours.map(({ closes, days, opens }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map((day) => `https://schema.org/${day[0]?.toUpperCase()}${day.slice(1)}`),
      ...{ opens, closes },
    })),
    special: coming.length === 0 ? undefined : coming.flatMap(exceptionIn),
  };
}

/** Days without times are days on which it is closed. */
function exceptionIn({ closed, closes, from, opens, to }: ExceptionRow): readonly Facts[] {
  if (!closed && (opens === null || closes === null)) return [];
  const days = { validFrom: from, validThrough: to ?? from };
  return [{ '@type': 'OpeningHoursSpecification', ...days, ...(closed ? {} : { opens, closes }) }];
}
