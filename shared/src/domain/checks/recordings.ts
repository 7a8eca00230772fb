/** What a film or a recording of a text has with it, for those who do not sign, see or hear. */
import type { Kind } from '../kinds.ts';
import { formOf } from '../media.ts';
import type { Reference, Rendition } from '../shape.ts';
import type { Blocker } from './findings.ts';
import type { Surroundings } from './surroundings.ts';
import type { Content } from './texts.ts';

/** Of a version of a text: a film of its own choice may be silent, one in BSL is somebody's only way to the text. */
export function bareRecordings(
  kind: Kind,
  { form, recording }: Content,
  around: Surroundings,
): readonly Blocker[] {
  if (kind !== 'language-versions' || recording == null) return [];
  const { content, standing, title } = around.known(recording as Reference);
  if (standing === 'removed') return [];
  const found = formOf((content.file ?? null) as readonly Rendition[] | null);
  const named = (problem: Bare): Blocker => ({ field: 'recording', problem, title });
  if (form === 'sound') return found === 'sound' ? [] : [named('not-a-recording')];
  if (found !== 'film') return [named('not-a-film')];
  return [
    ...(content.captions == null ? [named('signed-without-captions')] : []),
    ...(content.transcript == null ? [named('signed-without-transcript')] : []),
  ];
}

type Bare =
  | 'not-a-recording'
  | 'not-a-film'
  | 'signed-without-captions'
  | 'signed-without-transcript';
