/** Which drawing stands beside what, and how large. */
import type { drawings } from '@charterpress/shared/domain/shapes/choices.ts';

export type DrawingName = (typeof drawings)[number] | 'ask' | 'talk' | 'choose' | 'help' | 'home';

export type Drawing = {
  readonly name: DrawingName;
  readonly width: number;
  readonly height: number;
};

/** Beside a line of a list, and beside a heading. */
const [SMALL, LARGE] = [56, 96];

export function smallDrawing(name: DrawingName): Drawing {
  return { name, width: SMALL, height: SMALL };
}

export function largeDrawing(name: DrawingName): Drawing {
  return { name, width: LARGE, height: LARGE };
}

/** Families in front of their homes, for front pages that have no picture of their own. */
export const families: Drawing = { name: 'home', width: 640, height: 320 };
