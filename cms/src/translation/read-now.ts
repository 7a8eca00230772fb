/** Everything that is read of files from outside, as one function: on whatever thread it is called. */
import type { Expected } from '@charterpress/shared/domain/translation/files/read.ts';
import { readTmx, type TmxRead } from '@charterpress/shared/domain/translation/tmx.ts';
import { type LookedAt, lookAt } from './exchange/looking.ts';

type XliffFile = {
  readonly as: 'xliff';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
};
type TmxFile = { readonly as: 'tmx'; readonly bytes: Uint8Array; readonly language: string };

export type Readable = XliffFile | TmxFile;
export type Reading<R extends Readable> = R extends XliffFile ? LookedAt : TmxRead;

export function readNow<R extends Readable>(asked: R): Reading<R> {
  const read =
    asked.as === 'xliff'
      ? lookAt(asked.name, asked.bytes, asked.expected)
      : readTmx(asked.bytes, asked.language);
  return read as Reading<R>;
}
