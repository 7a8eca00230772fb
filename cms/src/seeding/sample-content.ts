/** Reads a trust's sample content from its folder and gives it as the authoring collections keep it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isKind, type Kind, kindNames, kinds } from '@charterpress/shared/domain/kinds.ts';
import { momentOf } from '@charterpress/shared/domain/london-time.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { parse } from 'yaml';
import { idFrom, lexicalFromMarkdown, type Resolve } from './markdown.ts';

type Values = Readonly<Record<string, unknown>>;

export type Sample = {
  readonly kind: Kind;
  readonly slug: string;
  /** What the English file says, by field. */
  readonly english: Values;
  /** Fields as an earlier edition said them; `null` when there was none. */
  readonly earlier: Values | null;
  /** The languages whose version was made from the earlier edition. */
  readonly behind: readonly string[];
  readonly change: 'minor' | 'major' | 'safety';
  readonly changeNote: string | null;
  /** By language tag: the translated fields as the file has them. */
  readonly translations: Readonly<Record<string, Values>>;
  /** For media: where the picture is. */
  readonly picture: string | null;
};

/** What turns written values into a document's: ids for references, and the day that relative days count from. */
export type Setting = { readonly resolve: Resolve; readonly today: string };

const filePattern = /^([a-z0-9-]+)\.([a-zA-Z-]+)\.yaml$/;
const relativeDay = /^today([+-]\d+)?$/;

/**
 * Reads the files below `<trust folder>/content` in these languages. One that the trust does not publish in can stand
 * there and wait until it is whole. Throws with the file's name when one cannot be used.
 */
export function readSamples(trustFolder: string, languages: readonly string[]): readonly Sample[] {
  const content = path.join(trustFolder, 'content');
  return kindNames.flatMap((kind) => samplesOfKind({ content, kind, languages }));
}

/** The document as its newest English edition says it. */
export function authored(sample: Sample, setting: Setting): Values {
  const place = { ...setting, ...placeOf(sample) };
  return inFile(sample, SOURCE_LANGUAGE, () => valuesOf(kinds[sample.kind], sample.english, place));
}

/** The document as its earlier English edition said it; `null` when there was none. */
export function authoredEarlier(sample: Sample, setting: Setting): Values | null {
  if (sample.earlier === null) return null;
  const earlier = { ...sample.english, ...sample.earlier };
  const place = { ...setting, ...placeOf(sample) };
  return inFile(sample, SOURCE_LANGUAGE, () => valuesOf(kinds[sample.kind], earlier, place));
}

/** The translated texts in one language, rows by the ids of the English rows; `null` when there are none. */
export function translatedTexts(sample: Sample, tag: string, setting: Setting): Values | null {
  const texts = sample.translations[tag];
  if (texts === undefined) return null;
  const english = sample.behind.includes(tag)
    ? { ...sample.english, ...sample.earlier }
    : sample.english;
  const place = { ...setting, ...placeOf(sample) };
  return inFile(sample, tag, () =>
    valuesOf(kinds[sample.kind], withEnglishRows(kinds[sample.kind], texts, english), place),
  );
}

/** Puts the name of the file before what is wrong in it. */
function inFile(sample: Pick<Sample, 'kind' | 'slug'>, tag: string, read: () => Values): Values {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${fileOf(sample, tag)} cannot be used. ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** As it is called below the trust's folder. */
export function fileOf({ kind, slug }: Pick<Sample, 'kind' | 'slug'>, tag: string): string {
  return `content/${kind}/${slug}.${tag}.yaml`;
}

type Where = {
  readonly content: string;
  readonly kind: Kind;
  readonly languages: readonly string[];
};

function samplesOfKind({ content, kind, languages }: Where): readonly Sample[] {
  const folder = path.join(content, kind);
  const files = filesIn(folder).flatMap((name) => {
    const [, slug, tag] = filePattern.exec(name) ?? [];
    if (slug === undefined || tag === undefined || !languages.includes(tag)) return [];
    return [{ slug, tag, name }];
  });
  return files
    .filter((file) => file.tag === SOURCE_LANGUAGE)
    .map((file) => {
      const others = files.filter((other) => other.slug === file.slug && other !== file);
      const translations = others.map((other) => [
        other.tag,
        readValues(path.join(folder, other.name), kind),
      ]);
      return sampleFrom({
        kind,
        slug: file.slug,
        folder,
        values: readValues(path.join(folder, file.name), kind),
        translations: Object.fromEntries(translations),
      });
    });
}

function sampleFrom(read: {
  kind: Kind;
  slug: string;
  folder: string;
  values: Values;
  translations: Readonly<Record<string, Values>>;
}): Sample {
  const { earlierEdition, behind, change, changeNote, file, ...english } = read.values;
  return {
    kind: read.kind,
    slug: read.slug,
    english,
    earlier: (earlierEdition as Values | undefined) ?? null,
    behind: (behind as string[] | undefined) ?? [],
    change: (change as Sample['change'] | undefined) ?? 'major',
    changeNote: (changeNote as string | undefined) ?? null,
    translations: read.translations,
    picture: typeof file === 'string' ? path.join(read.folder, file) : null,
  };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(new Intl.Collator('en', { numeric: true }).compare);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** What a file says beside the fields of its kind. */
const besides = ['earlierEdition', 'behind', 'change', 'changeNote', 'file'];

function readValues(file: string, kind: Kind): Values {
  const where = file.split(path.sep).slice(-4).join('/');
  const values = yamlIn(file, where);
  const known = [...Object.keys(kinds[kind]), ...besides];
  const [unknown] = Object.keys(values).filter((name) => !known.includes(name));
  if (unknown === undefined) return values;
  throw new Error(
    `${where} says "${unknown}", and ${kind} have no such field. Mend its spelling or take it out. There are: ${known.join(', ')}.`,
  );
}

function yamlIn(file: string, where: string): Values {
  try {
    return (parse(readFileSync(file, 'utf8')) as Values | null) ?? {};
  } catch (cause) {
    throw new Error(`${where} is not YAML that can be read. ${(cause as Error).message}`, {
      cause,
    });
  }
}

type Place = Setting & { readonly where: string };

function placeOf(sample: Sample): { where: string } {
  return { where: `${sample.kind}/${sample.slug}` };
}

function valuesOf(shape: Shape, written: Values, place: Place): Values {
  const names = Object.keys(shape).filter((name) => written[name] !== undefined);
  return Object.fromEntries(
    names.map((name) => [
      name,
      valueFrom(shape[name] as Field, written[name], inside(place, name)),
    ]),
  );
}

function inside(place: Place, name: string): Place {
  return { ...place, where: `${place.where}, ${name}` };
}

function valueFrom(field: Field, written: unknown, place: Place): unknown {
  if (written === null) return null;
  switch (field.holds) {
    case 'prose':
      return lexicalFromMarkdown(String(written), place);
    case 'day':
      return dayFrom(String(written), place.today);
    case 'moment':
      return momentFrom(String(written), place.today);
    case 'one':
      return relationFrom(String(written), place);
    case 'many':
      return (written as string[]).map((each) => relationFrom(each, place));
    case 'rows':
      return (written as Values[]).map((row, at) => ({
        id: row.id ?? idFrom(place.where, String(row.slug ?? at)),
        ...valuesOf(field.fields, row, inside(place, String(row.slug ?? at))),
      }));
    case 'text':
      return String(written).trim();
    default:
      return written;
  }
}

function dayFrom(written: string, today: string): string {
  const relative = relativeDay.exec(written);
  if (relative === null) return written;
  const days = Number(relative[1] ?? 0);
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `today+30 19:00`: a day, and the time of a clock in London. */
function momentFrom(written: string, today: string): string {
  const [day = '', time] = written.split(' ');
  if (time === undefined) return written;
  const said = momentOf({ wall: `${dayFrom(day, today)}T${time}` });
  if (said.ok) return said.moment;
  throw new Error(`"${written}" is no time of a clock in London. Write it like "today+30 19:00".`);
}

function relationFrom(written: string, { where, resolve }: Place): Values {
  const [kind = '', slug = ''] = written.split('/');
  if (!isKind(kind)) throw new Error(`${where} refers to "${written}". Write it as kind/slug.`);
  return { relationTo: kind, value: resolve(kind, slug) };
}

/** Translations list their rows in the order of the English ones and take their ids from them. */
function withEnglishRows(shape: Shape, texts: Values, english: Values): Values {
  const names = Object.keys(texts);
  return Object.fromEntries(
    names.map((name) => {
      const rows = shape[name]?.holds === 'rows' ? (english[name] as Values[]) : null;
      if (rows === null) return [name, texts[name]];
      const translated = texts[name] as Values[];
      return [
        name,
        translated.map((row, at) => ({
          ...row,
          slug: rows[at]?.slug ?? String(at),
        })),
      ];
    }),
  );
}
