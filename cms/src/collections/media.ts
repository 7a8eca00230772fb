import type { CollectionConfig } from 'payload';
import { type KindCollections, kind } from '../fields/kind.ts';
import { keepRenditions, makeRenditions, showRenditions } from '../hooks/renditions.ts';
import { imageTypes } from '../images/images.ts';
import { uploadedOriginals } from '../images/kept.ts';
import { fileTypes } from '../uploads/files.ts';
import { harmless } from '../uploads/headers.ts';

const files = kind('media', {
  singular: 'Media file',
  plural: 'Media',
  group: 'Website',
  purpose: 'Pictures, PDF documents, recordings, films and their captions.',
  title: 'slug',
  columns: ['slug', 'title', 'alternativeText', 'decorative'],
  words: {
    title: {
      label: 'Title',
      help: 'What readers choose it by. A PDF document, a recording or a film needs one, a picture none.',
    },
    alternativeText: {
      label: 'Alternative text of a picture',
      help: 'What somebody who cannot see the picture needs to know. Leave it empty only for decoration.',
    },
    decorative: {
      label: 'The picture is decoration',
      help: 'Tick it if nothing is lost without the picture. Then screen readers pass over it.',
    },
    caption: { label: 'Words under it', help: 'Words under the picture or film, for everyone.' },
    accessibleEquivalent: {
      label: 'The same as a page',
      help: 'A guide or page that says what the PDF document says. Many people cannot read a PDF.',
    },
    contact: {
      label: 'Whom to ask for it in another form',
      help: 'A contact among the facts. It stands beside the PDF document when no page says the same.',
    },
    transcript: {
      label: 'Transcript',
      help: 'What is said and shown in a recording or film, in words.',
    },
    captions: {
      label: 'Captions of the film',
      help: 'A WebVTT file (.vtt) that was put in here before.',
    },
    file: { label: 'File', help: 'Made from the file that you choose.' },
  },
});

/** What is in a file decides what it is, not its name. */
export const media: KindCollections = { ...files, authoring: withUploads(files.authoring) };

function withUploads(authoring: CollectionConfig): CollectionConfig {
  return {
    ...authoring,
    upload: {
      staticDir: uploadedOriginals,
      mimeTypes: [...imageTypes, ...fileTypes],
      modifyResponseHeaders: ({ headers }) => harmless(headers),
      pasteURL: false,
      bulkUpload: false,
      crop: false,
      focalPoint: false,
      displayPreview: true,
    },
    hooks: {
      ...authoring.hooks,
      beforeOperation: [...(authoring.hooks?.beforeOperation ?? []), makeRenditions],
      beforeChange: [...(authoring.hooks?.beforeChange ?? []), keepRenditions],
      afterRead: [showRenditions],
    },
  };
}
