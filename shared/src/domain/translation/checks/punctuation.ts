/** How a text ends: with the mark that its language has for the mark of the source. */

import type { Finding } from './finding.ts';
import { ALONE } from './readable.ts';
import { scriptOf } from './scripts.ts';

type End = 'stop' | 'question' | 'exclamation' | 'colon' | 'semicolon' | 'ellipsis' | 'none';

const ends: Readonly<Record<string, End>> = {
  ...{ '.': 'stop', '।': 'stop', '॥': 'stop', '۔': 'stop' },
  ...{ '?': 'question', '؟': 'question', ';': 'semicolon', '؛': 'semicolon' },
  ...{ '!': 'exclamation', ':': 'colon', '：': 'colon', '…': 'ellipsis' },
};

export function endPunctuation(
  source: string,
  target: string,
  language: string,
): readonly Finding[] {
  const [ours, theirs] = [lastMarks(source), lastMarks(target)];
  const [last, found] = [ours[0] ?? '', theirs[0] ?? ''];
  if (last === ALONE || found === ALONE) return [];
  const expected = markOf(ends[last] ?? 'none', language);
  if (theirs.some((mark) => mark === expected) || (expected === '' && !(found in ends))) return [];
  return [
    {
      ...{ rule: 'end-punctuation', level: 'warning' },
      ...(found in ends ? { found } : {}),
      ...(expected === '' ? {} : { expected }),
    },
  ];
}

/**
 * What stands last, quotation marks and brackets aside, and what stands before it when both are marks: some languages put
 * a stop behind a quoted question. Three dots are one mark.
 */
function lastMarks(text: string): readonly string[] {
  const bare = withoutQuotes(text.replace(/\.{3}/g, '…'));
  const last = [...bare].at(-1) ?? '';
  const before = [...withoutQuotes(bare.slice(0, -1))].at(-1) ?? '';
  return last in ends && before in ends ? [last, before] : [last];
}

function withoutQuotes(text: string): string {
  return text.replace(/[\s)\]}"'’”»‹›“]+$/u, '');
}

function markOf(end: End, language: string): string {
  const script = scriptOf(language);
  if (end === 'stop') return stops[language] ?? '.';
  if (end === 'question') return script === 'Arab' ? '؟' : '?';
  if (end === 'semicolon') return script === 'Arab' ? '؛' : ';';
  return { exclamation: '!', colon: ':', ellipsis: '…', none: '' }[end];
}

/** Gujarati and Arabic took the full stop of Europe. */
const stops: Readonly<Record<string, string>> = { bn: '।', ne: '।', pa: '।', ur: '۔' };
