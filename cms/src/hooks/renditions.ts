/** From an uploaded file to the sizes that pages show. */
import { mediaTypes } from '@charterpress/shared/domain/media.ts';
import words from '@charterpress/shared/strings/uploads.json' with { type: 'json' };
import type {
  CollectionAfterReadHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload';
import { APIError, MissingFile } from 'payload';
import { RENDITIONS } from '../fields/authoring.ts';
import { LARGEST_FILE, type Picture, pictureFrom } from '../images/images.ts';
import { keepSize } from '../images/kept.ts';
import { fileFrom } from '../uploads/files.ts';
import { filled } from '../words/filled.ts';

/** By a name and not by a symbol: Payload takes a context that holds nothing else for an empty one, and drops it. */
type WithPicture = { picture?: Picture };

/**
 * Reads what was uploaded, before Payload keeps any of it, and hands on a clean copy in its place. Without a file Payload
 * would fetch a picture from an address that the client names, and with `uploadEdits` crop one, and keep what nobody
 * cleaned.
 */
export const makeRenditions: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!['create', 'update', 'updateByID'].includes(operation)) return args;
  delete req.query?.uploadEdits;
  delete (args as { data?: { uploadEdits?: unknown } }).data?.uploadEdits;
  if (req.file === undefined && operation === 'create') throw new MissingFile();
  if (req.file === undefined) return args;
  const read = await uploadFrom(req.file);
  (req.context as WithPicture).picture = read;
  req.file = cleaned(req.file, read);
  return args;
};

/** Runs once the save is sure to be allowed: keeps the sizes and notes them in the document. */
export const keepRenditions: CollectionBeforeChangeHook = async ({
  context,
  data,
  originalDoc,
}) => {
  const read = (context as WithPicture).picture;
  if (read === undefined) return { ...data, [RENDITIONS]: originalDoc?.[RENDITIONS] ?? null };
  for (const size of read.sizes) await keepSize(size);
  return { ...data, [RENDITIONS]: read.sizes.map((size) => size.rendition) };
};

/** Composing finds the sizes by the name that the shape gives them. */
export const showRenditions: CollectionAfterReadHook = ({ doc }) => ({
  ...doc,
  file: doc[RENDITIONS] ?? null,
});

/** A picture in its sizes; anything else as it came. Throws the sentence that says what to do. */
async function uploadFrom({ data, name }: NonNullable<PayloadRequest['file']>): Promise<Picture> {
  const taken = await fileFrom(data);
  if (taken !== null && 'file' in taken) return { original: taken.file, sizes: [taken.file] };
  const picture = taken !== null || data.length > LARGEST_FILE ? null : await pictureFrom(data);
  if (picture !== null) return picture;
  const sentence = taken === null ? words.notTaken : words.refused;
  throw new APIError(filled(sentence, { name, why: taken?.why ?? '' }), 400, null, true);
}

function cleaned(file: NonNullable<PayloadRequest['file']>, { original }: Picture): typeof file {
  const { mime } = original.rendition;
  const name = `${file.name.replace(/\.[^.]*$/, '')}.${mediaTypes[mime]?.ending ?? 'bin'}`;
  return {
    ...file,
    name,
    data: original.bytes,
    size: original.bytes.length,
    mimetype: original.rendition.mime,
  };
}
