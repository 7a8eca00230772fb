/** What a file of the kind `media` is, said by its type: nothing else about it is asked. */
import type { Rendition } from './shape.ts';

/** How a reader meets it: looks at it, opens it, listens to it, watches it; `captions` go with a film. */
export const mediaForms = ['image', 'document', 'sound', 'film', 'captions'] as const;
export type MediaForm = (typeof mediaForms)[number];

type Type = { readonly form: MediaForm; readonly ending: string };

/** Every type that the CMS takes and the site serves, and the ending of its files. What is not here is neither. */
export const mediaTypes: Readonly<Record<string, Type>> = {
  'image/webp': { form: 'image', ending: 'webp' },
  'image/jpeg': { form: 'image', ending: 'jpg' },
  'image/png': { form: 'image', ending: 'png' },
  'image/avif': { form: 'image', ending: 'avif' },
  'image/gif': { form: 'image', ending: 'gif' },
  'application/pdf': { form: 'document', ending: 'pdf' },
  'audio/mpeg': { form: 'sound', ending: 'mp3' },
  'audio/mp4': { form: 'sound', ending: 'm4a' },
  'audio/ogg': { form: 'sound', ending: 'ogg' },
  'audio/wav': { form: 'sound', ending: 'wav' },
  'video/mp4': { form: 'film', ending: 'mp4' },
  'video/webm': { form: 'film', ending: 'webm' },
  'text/vtt': { form: 'captions', ending: 'vtt' },
};

/** `null` for a type that is not shown, and where there is no file yet. */
export function formOf(file: readonly Pick<Rendition, 'mime'>[] | null): MediaForm | null {
  const [first] = file ?? [];
  return first === undefined ? null : (mediaTypes[first.mime]?.form ?? null);
}
