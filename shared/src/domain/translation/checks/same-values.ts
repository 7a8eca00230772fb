/**
 * Whether a target says the same numbers, days, telephones and addresses as its source, in the digits of whatever
 * script. What a parent dials, pays or turns up at is never a matter of style.
 */
import { inPlainDigits } from '../../plain-digits.ts';
import { type Amount, plain, spelledOut, withWords } from './amount.ts';
import { amountsInSource, amountsInTarget } from './amounts.ts';
import { contactsIn, streetsIn, withoutStreet } from './contacts.ts';
import { datesIn, seek } from './dates.ts';
import type { ErrorRule, Finding } from './finding.ts';
import { differences } from './matching.ts';
import { written, writtenApart } from './numbers.ts';

/** `source` and `target` are the words that are read, with a sign for each code that stands alone. */
export function changedValues(
  source: string,
  target: string,
  language: string,
): readonly Finding[] {
  const dated = sameDates(inPlainDigits(source), inPlainDigits(target), language);
  const placed = sameStreets(dated.source, dated.target);
  const [ours, theirs] = [contactsIn(placed.source), contactsIn(placed.target)];
  return [
    ...dated.findings,
    ...placed.findings,
    ...changes(ours.values, theirs.values, (one, other) => one.is === other.is),
    ...changedAmounts(ours.rest, theirs.rest, {
      language,
      dated: dated.numbers,
      said: spelledOut(source),
    }),
  ];
}

type Left = {
  readonly source: string;
  readonly target: string;
  readonly findings: readonly Finding[];
};

/** Takes out of both what is the same day, and says which days are not. */
function sameDates(
  source: string,
  target: string,
  language: string,
): Left & { readonly numbers: readonly Amount[] } {
  const { rest, values } = datesIn(source);
  const findings: Finding[] = [];
  const numbers: Amount[] = [];
  let left = target;
  for (const date of values) {
    const sought = seek(left, date, language);
    if (sought.is === 'unnamed') {
      numbers.push(...numbersOf(date.words, [date.day, date.year]));
      continue;
    }
    left = sought.rest;
    if (sought.is === 'other') findings.push(error('date-changed', sought.words, date.words));
  }
  return { source: rest, target: left, findings, numbers };
}

/** A month that nobody knows by its name is left to the translator; its day and its year are not. */
function numbersOf(words: string, parts: readonly (number | null)[]): readonly Amount[] {
  return parts
    .filter((part) => part !== null)
    .map((part) => ({ ...plain({ words, number: String(part) }), rule: 'date-changed' }));
}

function sameStreets(source: string, target: string): Left {
  const { rest, values } = streetsIn(source);
  const findings: Finding[] = [];
  let left = target;
  for (const street of values) {
    const without = withoutStreet(left, street);
    if (without === null) findings.push(error('address-changed', undefined, street.words));
    left = without ?? left;
  }
  return { source: rest, target: left, findings };
}

type Around = {
  readonly language: string;
  /** Numbers of dates whose month was not recognised. */
  readonly dated: readonly Amount[];
  /** What the source says in number words. */
  readonly said: ReadonlySet<string>;
};

/** Read with and without spaces between thousands: whichever way shows less to be wrong is how it was meant. */
function changedAmounts(source: string, target: string, around: Around): readonly Finding[] {
  const { dated, language, said } = around;
  const ways = [written, writtenApart].flatMap((ours) =>
    [written, writtenApart].map((theirs) => {
      const expected = [...amountsInSource(source, ours).map(withWords), ...dated];
      const found = amountsInTarget(target, theirs, language);
      return changes(expected, found, agree, ({ means }) => means.some((each) => said.has(each)));
    }),
  );
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

function agree(one: Amount, other: Amount): boolean {
  return one.means.some((meaning) => other.means.includes(meaning));
}

type Value = { readonly rule: ErrorRule; readonly words: string };

/** Each thing that is missing beside what stands there in its place, if something of its kind does. */
function changes<V extends Value>(
  expected: readonly V[],
  found: readonly V[],
  isSame: (one: V, other: V) => boolean,
  mayBeMore: (value: V) => boolean = () => false,
): readonly Finding[] {
  const { extra, missing } = differences(expected, found, { isSame, mayBeMore });
  const left = [...extra];
  const changed = missing.map(({ rule, words }) => {
    const at = left.findIndex((value) => value.rule === rule);
    const [instead] = at === -1 ? left.splice(0, 1) : left.splice(at, 1);
    // "5%" for "5" is a share that the English does not say, rather than another number.
    const named = rule === 'number-changed' ? (instead?.rule ?? rule) : rule;
    return error(named, instead?.words, words);
  });
  return [...changed, ...left.map(({ rule, words }) => error(rule, words, undefined))];
}

function error(rule: ErrorRule, found?: string, expected?: string): Finding {
  return {
    ...{ rule, level: 'error' },
    ...(found === undefined ? {} : { found: found.trim() }),
    ...(expected === undefined ? {} : { expected: expected.trim() }),
  };
}
