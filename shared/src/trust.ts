/** What makes this installation this trust: read from `shared/trusts/<name>/trust.yaml` by whoever may read files. */
import { parse } from 'yaml';
import { z } from 'zod';
import { language, SOURCE_LANGUAGE } from './languages.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'must be a colour like "#0b5c5e": a hash and six hexadecimal digits');
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');

const form = z.strictObject({
  /** As it stands in the page's header: "Kent Children's Trust". */
  name: z.string().min(1),
  /** The area in a sentence: "Kent". */
  area: z.string().min(1),
  /** Samples say so on every page and are kept out of search engines. */
  sample: z.boolean(),
  /** Tags from `languages.ts`, English first, in the order the site shows them. */
  languages: z.array(z.string()).min(1),
  districts: z.array(z.strictObject({ slug, name: z.string().min(1) })),
  neighbours: z.array(z.strictObject({ name: z.string().min(1), web: z.url() })),
  /** The number for danger to life, and others that stand on every page even when nothing else can be read. */
  emergency: z.array(z.strictObject({ telephone: z.string().min(1), name: z.string().min(1) })),
  /** `brand` stands behind white text, so it has to be dark; `accent` marks. */
  colours: z.strictObject({ brand: colour, accent: colour }),
  /** A file beside `trust.yaml`. */
  logo: z.string().regex(/^[\w-]+\.svg$/, 'must name an SVG file in the same folder'),
  licence: z.strictObject({ name: z.string().min(1), url: z.url() }),
});

export type Trust = z.infer<typeof form> & {
  /** The name of its folder. */
  readonly folder: string;
};

/** Reads a trust's YAML text. Throws an error that names the file, the line of it that is off, and what is expected. */
export function readTrust(folder: string, yaml: string): Trust {
  const read = form.safeParse(parse(yaml));
  if (!read.success) throw new Error(trustError(folder, z.prettifyError(read.error)));
  const unknown = read.data.languages.filter((tag) => language(tag) === null);
  if (unknown.length > 0) {
    throw new Error(
      trustError(folder, `languages: ${unknown.join(', ')} is not in shared/src/languages.ts`),
    );
  }
  if (read.data.languages[0] !== SOURCE_LANGUAGE) {
    throw new Error(trustError(folder, `languages: put "${SOURCE_LANGUAGE}" first`));
  }
  return { ...read.data, folder };
}

function trustError(folder: string, why: string): string {
  return `shared/trusts/${folder}/trust.yaml cannot be used.\n${why}\nMend that line and start again.`;
}
