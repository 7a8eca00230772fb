import type { CollectionConfig } from 'payload';
import { type KindCollections, kind } from '../fields/kind.ts';
import { keepRenditions, makeRenditions, showRenditions } from '../hooks/renditions.ts';
import { imageTypes, uploadedOriginals } from '../images/images.ts';

const images = kind('media', {
  singular: 'Image',
  plural: 'Images',
  group: 'Website',
  purpose: 'Pictures, each with words that say the same, or the decision that it is decoration.',
  title: 'slug',
  columns: ['slug', 'alternativeText', 'decorative'],
  words: {
    alternativeText: {
      label: 'Alternative text',
      help: 'What somebody who cannot see the picture needs to know. Leave it empty only for decoration.',
    },
    decorative: {
      label: 'It is decoration',
      help: 'Tick it if nothing is lost without the picture. Then screen readers pass over it.',
    },
    caption: { label: 'Caption', help: 'Words under the picture, for everyone.' },
    file: { label: 'Sizes', help: 'Made from the picture that you choose.' },
  },
});

/** Raster images only: what is in a file decides, not its name. */
export const media: KindCollections = { ...images, authoring: withUploads(images.authoring) };

function withUploads(authoring: CollectionConfig): CollectionConfig {
  return {
    ...authoring,
    upload: {
      staticDir: uploadedOriginals,
      mimeTypes: [...imageTypes],
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
