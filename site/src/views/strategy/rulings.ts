/** What bodies were asked about something, and what they decided: newest first. */
import { daysAfter } from '@charterpress/shared/domain/london-time.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { type Link, linkTo, titleOf } from '../links.ts';
import { dayIn, type Reader, type Said, said } from '../reader.ts';
import { textWithin } from '../within.ts';

export type Ruling = {
  readonly link: Link;
  readonly on: { readonly text: string; readonly moment: string };
  /** Who was asked, what they were asked to do, what they decided. */
  readonly said: readonly Said[];
};

/** `documents` may name the same decision twice. */
export function rulingsOf(reader: Reader, documents: readonly string[]): readonly Ruling[] {
  return [...new Set(documents)]
    .flatMap((document) => rulingOf(reader, document) ?? [])
    .toSorted((one, other) => (one.on.moment < other.on.moment ? 1 : -1));
}

/** Those that a document names, and those that name it. */
export function rulingsAbout(
  reader: Reader,
  { document, named }: { readonly document: string; readonly named: readonly Reference[] },
): readonly Ruling[] {
  const naming = reader.content.having('decisions', 'subjects', document);
  return rulingsOf(
    reader,
    [...named, ...naming].map((one) => one.document),
  );
}

function rulingOf(reader: Reader, document: string): Ruling | null {
  const link = linkTo(reader, { kind: 'decisions', document });
  const found = textWithin(reader, { kind: 'decisions', document });
  if (link === null || found === null) return null;
  const { asked, madeBy, on, result } = found.source;
  const body = titleOf(reader, madeBy);
  const own = (words: string) => said(reader, words, reader.language);
  return {
    link,
    on: { text: dayIn(reader.language, on), moment: on },
    said: [
      ...(body === null ? [] : [body]),
      own(reader.words(`decision.asked.${asked}`)),
      own(resultWords(reader, { on, result })),
    ],
  };
}

type Result = NonNullable<
  NonNullable<ReturnType<typeof textWithin<'decisions'>>>['source']['result']
>;

/** A meeting that is still to come decided nothing; of one that was held without a result, nobody here knows it. */
export function resultWords(
  { content, words }: Reader,
  { on, result }: { readonly on: string; readonly result: Result | null },
): string {
  if (result !== null) return words(`decision.result.${result}`);
  const isOver = content.reached(daysAfter(on, 1));
  return words(isOver ? 'decision.unrecorded' : 'decision.undecided');
}
