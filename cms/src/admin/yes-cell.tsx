'use client';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };

/** Yes or no in a list, in place of `true` and `false`. */
export function YesCell({ cellData }: { cellData?: boolean | null }) {
  return <span>{cellData ? desk.yes : desk.no}</span>;
}
