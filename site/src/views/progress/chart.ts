/** How many promises stand how: bars for the eye, and the same numbers as words. */
import { standings } from '@charterpress/shared/domain/promises/standing.ts';
import { numberIn, type Reader, tongue } from '../reader.ts';
import { type Stood, stoodOf } from './actions.ts';

export type Bar = {
  readonly is: Stood['is'];
  readonly label: string;
  readonly count: string;
  /** In hundredths of the whole chart, from its left edge. */
  readonly x: number;
  readonly width: number;
};

export type Chart = {
  readonly title: string;
  /** "On track: 3. Late: 1." */
  readonly description: string;
  /** Every standing, those of no promise with no width. */
  readonly bars: readonly Bar[];
};

const order = [...standings, 'none'] as const;

/** `null` where there is nothing to count. It begins where reading begins. */
export function chartOf(reader: Reader, stood: readonly Stood[]): Chart | null {
  if (stood.length === 0) return null;
  const isFromRight = tongue(reader.language).direction === 'rtl';
  let begun = 0;
  const bars = order.map((is): Bar => {
    const count = stood.filter((one) => one.is === is).length;
    const width = rounded((100 * count) / stood.length);
    const x = rounded(isFromRight ? 100 - begun - width : begun);
    begun += width;
    const label = stoodOf(reader, is === 'none' ? null : is).words;
    return { is, label, count: numberIn(reader.language, count), x, width };
  });
  const counted = bars.filter(({ width }) => width > 0);
  return {
    title: reader.words('progress.chart'),
    description: counted.map(({ count, label }) => `${label}: ${count}`).join('. '),
    bars,
  };
}

function rounded(hundredths: number): number {
  return Math.max(0, Math.round(hundredths * 100) / 100);
}
