/**
 * Composing: from a document's version to what its edition contains, and from English content and a translator's texts
 * to the content of another language. Pure and allow-listed: a value that does not fit its field is a problem with the
 * field's path, never a guess.
 */
import { isReserved, slugByNumber } from './addresses.ts';
import { hiddenCharacterIn } from './hidden.ts';
import { type ContentOfKind, type Kind, kinds } from './kinds.ts';
import { versionProblems } from './language-version.ts';
import { proseFromLexical, referenceOf } from './lexical.ts';
import { formOf } from './media.ts';
import type { Outcome, Problem } from './problem.ts';
import { promiseProblems } from './promises/problems.ts';
import { serviceProblems } from './services/problems.ts';
import type { Field, Reference, Rendition, Shape } from './shape.ts';
import { isSlug } from './slug.ts';
import { strategyProblems } from './strategy/problems.ts';
import { takingPartProblems } from './taking-part/problems.ts';
import { noticeProblems } from './urgent-notice.ts';
import { webAddressProblems } from './web-address.ts';

type Values = Readonly<Record<string, unknown>>;
type Composed = { readonly value: unknown; readonly problems: readonly Problem[] };

/** Composes the content of an edition from one version of a document, as the authoring collection keeps it. */
export function compose<K extends Kind>(kind: K, version: Values): Outcome<ContentOfKind<K>> {
  const { content, problems } = composeSoFar(kind, version);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: content as ContentOfKind<K> };
}

/** Composes what there is of a working copy: what is missing or does not fit is `null`, and named. */
export function composeSoFar(
  kind: Kind,
  version: Values,
): { readonly content: Values; readonly problems: readonly Problem[] } {
  const { problems, value } = composeShape(kinds[kind], version, '');
  const content = value as Values;
  return { content, problems: [...problems, ...problemsOfKind(kind, version, content)] };
}

/**
 * Composes a language version from the content of the English edition it is made from, and the translated texts: an
 * object of the same form with just the translated fields, rows by the id of the English row, prose as the editor's
 * tree. Everything that is not language comes from the English edition.
 */
export function composeTranslation<K extends Kind>(
  kind: K,
  source: ContentOfKind<K>,
  texts: Values,
): Outcome<ContentOfKind<K>> {
  const composed = translateShape(kinds[kind], source, texts, '');
  if (composed.problems.length > 0) return { ok: false, problems: composed.problems };
  return { ok: true, value: composed.value as ContentOfKind<K> };
}

function composeShape(shape: Shape, values: Values, path: string): Composed {
  return gather(shape, (name, field) => composeField(field, values[name], path + name));
}

function gather(shape: Shape, compose: (name: string, field: Field) => Composed): Composed {
  const value: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(shape)) {
    const composed = compose(name, field);
    value[name] = composed.value;
    problems.push(...composed.problems);
  }
  return { value, problems };
}

function composeField(field: Field, value: unknown, path: string): Composed {
  const composed = composedValue(field, value, path);
  const missing = field.needed && composed.problems.length === 0 && isEmpty(composed.value);
  return missing ? withProblem({ field: path, problem: 'empty' }) : composed;
}

function composedValue(field: Field, value: unknown, path: string): Composed {
  switch (field.holds) {
    case 'text':
      return textOf(value, path);
    case 'prose':
      return proseOf(value, path);
    case 'number':
      return numberOf(value, path);
    case 'day':
      return dayOf(value, path);
    case 'moment':
      return momentOf(value, path);
    case 'choice':
      return choiceOf(field.of, value, path);
    case 'several':
      return severalOf(field.of, value, path);
    case 'districts':
      return districtsOf(value, path);
    case 'yes':
      return good(value === true);
    case 'one':
      return oneOf(field.kinds, value, path);
    case 'many':
      return manyOf(field.kinds, value, path);
    case 'rows':
      return rowsOf(field.fields, value, path);
    case 'file':
      return good(Array.isArray(value) && value.length > 0 ? (value as Rendition[]) : null);
  }
}

function textOf(value: unknown, path: string): Composed {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  const character = hiddenCharacterIn(text);
  if (character !== null)
    return withProblem({ field: path, problem: 'hidden-character', character });
  return good(text === '' ? null : text);
}

function proseOf(value: unknown, path: string): Composed {
  const { prose, problems } = proseFromLexical(value, path);
  return { value: prose.length === 0 ? null : prose, problems };
}

function numberOf(value: unknown, path: string): Composed {
  if (value === null || value === undefined || value === '') return good(null);
  return Number.isFinite(value)
    ? good(value)
    : withProblem({ field: path, problem: 'not-a-number' });
}

function dayOf(value: unknown, path: string): Composed {
  if (value === null || value === undefined || value === '') return good(null);
  const day = String(value).slice(0, 10);
  return isCalendarDay(day)
    ? good(day)
    : withProblem({ field: path, problem: 'not-a-day', value: String(value) });
}

function momentOf(value: unknown, path: string): Composed {
  if (value === null || value === undefined || value === '') return good(null);
  const at = new Date(String(value));
  if (!Number.isNaN(at.getTime())) return good(at.toISOString());
  return withProblem({ field: path, problem: 'not-a-moment', value: String(value) });
}

/** `Date` takes 30 February for 2 March: only a day that it gives back is in the calendar. */
function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function choiceOf(of: readonly string[], value: unknown, path: string): Composed {
  if (value === null || value === undefined || value === '') return good(null);
  if (of.includes(String(value))) return good(value);
  return withProblem({ field: path, problem: 'not-a-choice', value: String(value) });
}

/** In the order of the list, each once: who ticks them in another order says the same. */
function severalOf(of: readonly string[], value: unknown, path: string): Composed {
  const chosen = listOf(value).map(String);
  const odd = chosen.find((each) => !of.includes(each));
  if (odd !== undefined) return withProblem({ field: path, problem: 'not-a-choice', value: odd });
  return good(of.filter((each) => chosen.includes(each)));
}

/** Which districts there are, the trust's configuration says; here they are slugs, each once. */
function districtsOf(value: unknown, path: string): Composed {
  const slugs = [...new Set(listOf(value).map(String))].sort();
  const odd = slugs.find((slug) => !isSlug(slug));
  if (odd !== undefined) return withProblem({ field: path, problem: 'not-a-choice', value: odd });
  return good(slugs);
}

function oneOf(kindsAllowed: readonly string[], value: unknown, path: string): Composed {
  if (value === null || value === undefined) return good(null);
  const reference = referenceOf(value);
  if (reference !== null && kindsAllowed.includes(reference.kind)) return good(reference);
  return withProblem({ field: path, problem: 'not-a-reference' });
}

function manyOf(kindsAllowed: readonly string[], value: unknown, path: string): Composed {
  const composed = listOf(value).map((each, at) => oneOf(kindsAllowed, each, `${path}.${at}`));
  return {
    value: composed.map((each) => each.value as Reference),
    problems: composed.flatMap((each) => each.problems),
  };
}

function rowsOf(fields: Shape, value: unknown, path: string): Composed {
  const composed = listOf(value).map((row, at) => {
    const values = row as Values;
    const { value: content, problems } = composeShape(fields, values, `${path}.${at}.`);
    return { value: { id: String(values.id), ...(content as object) }, problems };
  });
  return {
    value: composed.map((each) => each.value),
    problems: composed.flatMap((each) => each.problems),
  };
}

/** Rules of one kind that its shape cannot say. */
function problemsOfKind(kind: Kind, version: Values, content: unknown): readonly Problem[] {
  const values = content as Values;
  const address = [
    ...numberProblems(kind, values),
    ...slugProblems(kind, version),
    ...webAddressProblems(values),
  ];
  if (kind === 'media') return [...address, ...mediaProblems(values)];
  if (kind === 'notices') return [...address, ...noticeProblems(values)];
  if (kind === 'language-versions') return [...address, ...versionProblems(values)];
  if (kind === 'guides') return [...address, ...partProblems(values)];
  return [
    ...address,
    ...promiseProblems(kind, values),
    ...serviceProblems(kind, values),
    ...strategyProblems(kind, values),
    ...takingPartProblems(kind, values),
  ];
}

/** A file that is not looked at is known to readers by its title. */
function mediaProblems(media: Values): readonly Problem[] {
  const form = formOf(media.file as Rendition[] | null);
  if (form === 'image') return alternativeTextProblems(media);
  const isNamed = form === null || form === 'captions' || media.title !== null;
  return isNamed ? [] : [{ field: 'title', problem: 'empty' }];
}

/** An image has a text that says the same, or someone decided that it is decorative. Never neither. */
function alternativeTextProblems(media: Values): readonly Problem[] {
  const decided = media.decorative === true || media.alternativeText !== null;
  return decided ? [] : [{ field: 'alternativeText', problem: 'alternative-text-undecided' }];
}

function partProblems(guide: Values): readonly Problem[] {
  const slugs = listOf(guide.parts).map((part) => String((part as Values).slug));
  return slugs.flatMap((slug, at): Problem[] => {
    const field = `parts.${at}.slug`;
    if (!isSlug(slug)) return [{ field, problem: 'slug-form', slug }];
    return slugs.indexOf(slug) === at ? [] : [{ field, problem: 'repeated', value: slug }];
  });
}

/** A number that makes the address has to be a whole one. */
function numberProblems(kind: Kind, { number }: Values): readonly Problem[] {
  if (typeof number !== 'number') return [];
  const slug = slugByNumber(kind, number);
  return slug === null || isSlug(slug) ? [] : [{ field: 'number', problem: 'not-a-number' }];
}

function slugProblems(kind: Kind, { slug }: Values): readonly Problem[] {
  if (slugByNumber(kind, 1) !== null || typeof slug !== 'string') return [];
  if (!isSlug(slug)) return [{ field: 'slug', problem: 'slug-form', slug }];
  return isReserved(kind, slug) ? [{ field: 'slug', problem: 'address-of-the-site', slug }] : [];
}

function translateShape(shape: Shape, source: unknown, texts: Values, path: string): Composed {
  const from = source as Values;
  return gather(shape, (name, field) =>
    translateField(field, from[name], texts[name], path + name),
  );
}

function translateField(field: Field, source: unknown, text: unknown, path: string): Composed {
  if (field.holds === 'rows') return translateRows(field.fields, source, text, path);
  if (!('translated' in field) || !field.translated || isEmpty(source)) return good(source);
  const translated = composedValue(field, text, path);
  const missing = translated.problems.length === 0 && isEmpty(translated.value);
  return missing ? withProblem({ field: path, problem: 'untranslated' }) : translated;
}

function translateRows(fields: Shape, source: unknown, texts: unknown, path: string): Composed {
  const byId = new Map(listOf(texts).map((row) => [String((row as Values).id), row as Values]));
  const composed = listOf(source).map((row, at) => {
    const id = String((row as Values).id);
    const translated = translateShape(fields, row, byId.get(id) ?? {}, `${path}.${at}.`);
    return { value: { id, ...(translated.value as object) }, problems: translated.problems };
  });
  return {
    value: composed.map((each) => each.value),
    problems: composed.flatMap((each) => each.problems),
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function good(value: unknown): Composed {
  return { value, problems: [] };
}

function withProblem(problem: Problem): Composed {
  return { value: null, problems: [problem] };
}
