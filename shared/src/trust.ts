/** What makes this installation this trust: read from `shared/trusts/<name>/trust.yaml` by whoever may read files. */
import { parse } from 'yaml';
import { z } from 'zod';
import { isOutcode, serviceFolders } from './domain/services/where.ts';
import { language, languages, SOURCE_LANGUAGE } from './languages.ts';

const colourForm =
  'write a colour in quotation marks, like "#0b5c5e": # and six hexadecimal digits';
const colour = z.string(colourForm).regex(/^#[0-9a-f]{6}$/i, { error: colourForm, abort: true });
/** WCAG 2.2 asks 7 at level AAA; links in this colour stand on tinted ground too, which takes an eighth of it. */
const LEAST_CONTRAST = 8;
const dark = colour.refine((value) => contrastWithWhite(value) >= LEAST_CONTRAST, {
  error: ({ input }) =>
    `take a darker colour: white text on ${input} has a contrast of ${contrastWithWhite(String(input)).toFixed(1)} to 1, and needs ${LEAST_CONTRAST}`,
  abort: true,
});
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
  /** `next` are the districts beside it, where its families may go too. */
  districts: z.array(
    z.strictObject({ slug, name: z.string().min(1), next: z.array(slug).default([]) }),
  ),
  /** The first halves of postcodes, each with the districts that a home there may be in. */
  outcodes: z.record(z.string(), z.array(slug).min(1)).default({}),
  neighbours: z.array(z.strictObject({ name: z.string().min(1), web: z.url() })),
  /** The number for danger to life, and others that stand on every page even when nothing else can be read. */
  emergency: z.array(
    z.strictObject({
      telephone: z.string().min(1),
      /** In English. */
      name: z.string().min(1),
      /** In other languages, by tag: whoever is in danger has no time for a dictionary. */
      names: z.record(z.string(), z.string().min(1)).default({}),
    }),
  ),
  /** `brand` stands behind white text, so it has to be dark; `accent` marks. */
  colours: z.strictObject({ brand: dark, accent: colour }),
  /** A file beside `trust.yaml`. */
  logo: z.string().regex(/^[\w-]+\.svg$/, 'must name an SVG file in the same folder'),
  /** Where "Leave this page" leads: a website that anybody may be looking at, of somebody else. */
  leaveTo: z.url({ protocol: /^https$/ }).default('https://www.metoffice.gov.uk/'),
  licence: z.strictObject({ name: z.string().min(1), url: z.url() }),
});

export type Trust = z.infer<typeof form> & {
  /** The name of its folder. */
  readonly folder: string;
};

/** Reads a trust's YAML text. Throws an error that names the file, what in it is off, and what is expected. */
export function readTrust(folder: string, yaml: string): Trust {
  const read = form.safeParse(valuesIn(folder, yaml), { error: expected });
  if (!read.success) throw trustError(folder, read.error.issues.flatMap(sentencesOf));
  const named = read.data.emergency.flatMap(({ names }) => Object.keys(names));
  const wrong = [
    ...languageProblems(read.data.languages),
    ...nameProblems(named),
    ...districtProblems(read.data),
    ...outcodeProblems(read.data),
  ];
  if (wrong.length > 0) throw trustError(folder, wrong);
  return { ...read.data, folder };
}

/** What is wrong with a trust's configuration, line by line: each begins with the key that it is about. */
export function trustError(folder: string, why: readonly string[]): Error {
  return new Error(
    `shared/trusts/${folder}/trust.yaml cannot be used.\n${why.join('\n')}\nMend that and start again.`,
  );
}

function valuesIn(folder: string, yaml: string): unknown {
  try {
    return parse(yaml) ?? {};
  } catch (cause) {
    throw trustError(folder, [(cause as Error).message.trim()]);
  }
}

function languageProblems(tags: readonly string[]): readonly string[] {
  const unknown = tags.filter((tag) => language(tag) === null);
  const repeated = tags.filter((tag, at) => tags.indexOf(tag) !== at);
  const known = languages.map(({ tag }) => tag).join(', ');
  return [
    ...unknown.map(
      (tag) => `languages: take "${tag}" out, or add it to languages.ts. Known: ${known}`,
    ),
    ...repeated.map((tag) => `languages: "${tag}" stands there twice`),
    ...(tags[0] === SOURCE_LANGUAGE ? [] : [`languages: put "${SOURCE_LANGUAGE}" first`]),
  ];
}

function nameProblems(tags: readonly string[]): readonly string[] {
  return tags
    .filter((tag) => language(tag) === null)
    .map((tag) => `emergency: names are by language, and "${tag}" is none of languages.ts`);
}

type Where = Pick<z.infer<typeof form>, 'districts' | 'outcodes'>;

function districtProblems({ districts }: Where): readonly string[] {
  const slugs = districts.map(({ slug }) => slug);
  const taken: readonly string[] = serviceFolders;
  return districts.flatMap(({ next, slug }, at) => [
    ...(slugs.indexOf(slug) === at ? [] : [`districts: "${slug}" stands there twice`]),
    ...(taken.includes(slug)
      ? [`districts: call "${slug}" otherwise, a list of services has that address`]
      : []),
    ...next
      .filter((each) => each === slug || !slugs.includes(each))
      .map((each) => `districts: ${slug} has "${each}" next to it, which is no other district`),
  ]);
}

function outcodeProblems({ districts, outcodes }: Where): readonly string[] {
  const slugs = districts.map(({ slug }) => slug);
  return Object.entries(outcodes).flatMap(([outcode, there]) => [
    ...(isOutcode(outcode)
      ? []
      : [`outcodes: "${outcode}" is no first half of a postcode, like CT1 in capitals`]),
    ...there
      .filter((each) => !slugs.includes(each))
      .map((each) => `outcodes: ${outcode} is in "${each}", which is none of the districts`),
  ]);
}

/** In the words of who wrote the file, not of a program: what is not said by the form itself. */
function expected(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined || issue.input === null) return 'is missing';
  if (issue.code === 'invalid_type') return `has to be ${forms[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return 'has to say something';
  if (issue.code === 'invalid_format') return 'has to be a full address, like https://example.org/';
  return undefined;
}

const forms: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  object: 'keys with values',
  string: 'text; put quotation marks around a number',
};

function sentencesOf(issue: z.core.$ZodIssue): readonly string[] {
  const place = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`${place}: ${issue.message}`];
  return issue.keys.map((key) => {
    const whole = place === '' ? key : `${place}.${key}`;
    return `${whole}: there is no such key; mend its spelling or take it out`;
  });
}

/** Contrast of white on `#rrggbb`, by the definition in WCAG 2.2; 1 for anything else. */
function contrastWithWhite(value: string): number {
  const [red = 1, green = 1, blue = 1] = (value.match(/[0-9a-f]{2}/gi) ?? [])
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
