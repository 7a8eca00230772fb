/** Files that some people cannot use: for them there is the same in another form, or somebody to ask for it. */
import type { Kind } from '../kinds.ts';
import { formOf } from '../media.ts';
import type { Rendition } from '../shape.ts';
import type { Advice, Blocker } from './findings.ts';
import type { Content } from './texts.ts';

/** Screen readers get little out of most PDF documents, and telephones little more. */
export function unreachableDocuments(kind: Kind, content: Content): readonly Blocker[] {
  if (kind !== 'media' || formIn(content) !== 'document') return [];
  const isReachable = content.accessibleEquivalent != null || content.contact != null;
  return isReachable
    ? []
    : [{ field: 'accessibleEquivalent', problem: 'document-without-equivalent' }];
}

/** Only advice: a film may be silent, and nobody but its makers knows. */
export function silentRecordings(kind: Kind, content: Content): readonly Advice[] {
  const form = kind === 'media' ? formIn(content) : null;
  if (form === 'film' && content.captions == null) {
    return [{ field: 'captions', problem: 'film-without-captions' }];
  }
  return form === 'sound' && content.transcript == null
    ? [{ field: 'transcript', problem: 'sound-without-transcript' }]
    : [];
}

/** An image that nobody described and nobody called decoration. */
export function isUndecidedImage(content: Content): boolean {
  const form = formIn(content);
  if (form !== 'image' && form !== null) return false;
  return content.decorative !== true && String(content.alternativeText ?? '').trim() === '';
}

function formIn({ file }: Content) {
  return formOf((file ?? null) as readonly Rendition[] | null);
}
