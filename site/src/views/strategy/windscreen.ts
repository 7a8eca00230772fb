/**
 * The four tiers of need as professionals draw them, a windscreen: help for everyone at one end, protection at the other.
 * The drawing holds numbers alone; what they mean stands beside it in words, for everyone.
 */
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import type { Reader } from '../reader.ts';
import { tongue } from '../reader.ts';

export type Pane = {
  readonly tier: (typeof tiers)[number];
  /** The outline of the pane, as a path of an SVG. */
  readonly outline: string;
  /** Where its number stands. */
  readonly x: number;
  readonly y: number;
  /** Where its sign stands, nearer to the middle. */
  readonly sign: { readonly x: number; readonly y: number };
};

export type Windscreen = {
  readonly title: string;
  /** The drawing in a sentence. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly panes: readonly Pane[];
};

const [WIDTH, HEIGHT, OUTER, INNER] = [640, 310, 300, 110];
/** Where the wipers would turn. */
const [MIDDLE, BASE] = [WIDTH / 2, HEIGHT - 5];

/** The first tier is where reading begins. */
export function windscreenFor(reader: Pick<Reader, 'language' | 'words'>): Windscreen {
  const order = tongue(reader.language).direction === 'rtl' ? tiers.toReversed() : tiers;
  return {
    title: reader.words('professionals.windscreen'),
    description: reader.words('professionals.drawing'),
    ...{ width: WIDTH, height: HEIGHT },
    panes: order.map((tier, at) => paneAt(tier, at)),
  };
}

function paneAt(tier: Pane['tier'], at: number): Pane {
  const share = 180 / tiers.length;
  const [from, to] = [180 - at * share, 180 - (at + 1) * share];
  const corners = [
    `M ${pointAt(OUTER, from)}`,
    `A ${OUTER} ${OUTER} 0 0 1 ${pointAt(OUTER, to)}`,
    `L ${pointAt(INNER, to)}`,
    `A ${INNER} ${INNER} 0 0 0 ${pointAt(INNER, from)} Z`,
  ];
  const [x, y] = placeAt(OUTER - 55, (from + to) / 2);
  const [signX, signY] = placeAt(INNER + 55, (from + to) / 2);
  return { tier, outline: corners.join(' '), x, y, sign: { x: signX, y: signY } };
}

function pointAt(radius: number, degrees: number): string {
  return placeAt(radius, degrees).join(' ');
}

function placeAt(radius: number, degrees: number): readonly [x: number, y: number] {
  const angle = (degrees * Math.PI) / 180;
  return [
    Math.round(MIDDLE + radius * Math.cos(angle)),
    Math.round(BASE - radius * Math.sin(angle)),
  ];
}
