/** Who hears of what that happens at the desk, at what moment, and how often a mail is tried. */
import { Temporal } from 'temporal-polyfill';
import type { Role } from '../roles.ts';

/** What staff can be told of, and what it is for them: something to do, or something to know. */
export const happenings = {
  submitted: 'to-do',
  amendments: 'to-do',
  approved: 'to-know',
  live: 'to-know',
  failed: 'urgent',
  behind: 'to-do',
  'to-review': 'to-do',
  returned: 'to-do',
  'fact-check-unanswered': 'to-do',
  'fact-check-answered': 'to-do',
  'second-look': 'to-do',
  'review-due': 'to-do',
  comment: 'to-do',
  handover: 'to-do',
} as const;
export type Happening = keyof typeof happenings;

export function isHappening(name: string): name is Happening {
  return Object.hasOwn(happenings, name);
}

export type DeskEvent = {
  readonly what: Happening;
  /** The collection it is about, mostly a kind. */
  readonly kind: string;
  readonly document: string;
  readonly title: string;
  /** The address of whoever did it; `null` when no person did. */
  readonly by: string | null;
  /** What that person wrote to the others: never a text of the document. */
  readonly note: string | null;
  /** Addresses: of accounts, or of a role's mailbox that has none. */
  readonly to?: readonly string[];
  /** Of translations: the languages that it is about. */
  readonly languages?: readonly string[];
  /** What makes two tellings one, as in `30 days before 2027-05-01`. Without it each telling is an event of its own. */
  readonly once?: string;
  /** The edition that has to be seen on the site before anybody is told. */
  readonly sequence?: number;
};

export const rhythms = ['instant', 'daily'] as const;
/** Each thing at once, or all of a day together. */
export type Rhythm = (typeof rhythms)[number];

export type Person = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  readonly rhythm: Rhythm;
  /** Whether the account was closed. */
  readonly hasLeft: boolean;
  /** Who took over the work of somebody who left. */
  readonly handedTo: string | null;
};

export type Recipient = { readonly email: string; readonly rhythm: Rhythm };

type Audience = {
  /** Hears of it whoever else does. */
  readonly always?: Role;
  /** Hears of it when it would reach nobody: then it would be nobody's work. */
  readonly otherwise?: Role;
};

/** Beside those whom the event itself names. */
const audiences: Readonly<Record<Happening, Audience>> = {
  submitted: { always: 'publisher' },
  amendments: { otherwise: 'publisher' },
  approved: {},
  live: {},
  failed: { always: 'publisher', otherwise: 'administrator' },
  behind: { always: 'translator' },
  'to-review': { always: 'translator' },
  returned: { otherwise: 'translator' },
  'fact-check-unanswered': { otherwise: 'publisher' },
  'fact-check-answered': { otherwise: 'publisher' },
  'second-look': { always: 'publisher' },
  'review-due': { otherwise: 'publisher' },
  comment: {},
  handover: {},
};

/** One message a person at most, and none to whoever did it. What failed does not wait for tomorrow's digest. */
export function recipientsOf(event: DeskEvent, people: readonly Person[]): readonly Recipient[] {
  const { always, otherwise } = audiences[event.what];
  const named = (event.to ?? []).flatMap((address) => heirOf(address, people));
  const first = others(event, [...named, ...holding(always, event, people)]);
  const addresses = first.length > 0 ? first : others(event, holding(otherwise, event, people));
  return addresses.map((email) => ({ email, rhythm: rhythmOf(email, event, people) }));
}

/** The addresses of those who have a role; of translators, those of the languages it is about. */
function holding(
  role: Role | undefined,
  { languages }: DeskEvent,
  people: readonly Person[],
): readonly string[] {
  if (role === undefined) return [];
  return people
    .filter((person) => !person.hasLeft && person.roles.includes(role))
    .filter(
      (person) => role !== 'translator' || person.languages.some((tag) => languages?.includes(tag)),
    )
    .map(({ email }) => email);
}

/** Whoever took over from somebody who left, and the address itself when that person is here or has no account. */
function heirOf(address: string, people: readonly Person[]): readonly string[] {
  const asked = new Set<string>();
  let email: string | null = folded(address);
  while (email !== null && !asked.has(email)) {
    asked.add(email);
    const person = personAt(email, people);
    if (person === undefined || !person.hasLeft) return isAddress(email) ? [email] : [];
    email = person.handedTo === null ? null : folded(person.handedTo);
  }
  return [];
}

function others({ by }: DeskEvent, addresses: readonly string[]): readonly string[] {
  const did = by === null ? null : folded(by);
  return [...new Set(addresses.map(folded))].filter((email) => email !== did);
}

function rhythmOf(email: string, { what }: DeskEvent, people: readonly Person[]): Rhythm {
  if (happenings[what] === 'urgent') return 'instant';
  return personAt(email, people)?.rhythm ?? 'instant';
}

function personAt(email: string, people: readonly Person[]): Person | undefined {
  return people.find((person) => folded(person.email) === email);
}

/** One mailbox, and nothing that a mail program could take for a second one or for another header. */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u.test(text)
  );
}

function folded(address: string): string {
  return address.trim().toLowerCase();
}

const ZONE = 'Europe/London';
const HOUR = Temporal.PlainTime.from('08:00');

/** The last moment at or before `now` when it was eight in the morning on the trust's clock, also on the days of 23 and 25 hours. */
export function lastDigest(now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const today = here.withPlainTime(HOUR);
  return dateOf(Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : dayBefore(today));
}

/** When what happens at `at` is told to those who chose one mail a day. */
export function nextDigest(at: Date): Date {
  const last = Temporal.Instant.fromEpochMilliseconds(lastDigest(at).getTime());
  return dateOf(last.toZonedDateTimeISO(ZONE).add({ days: 1 }));
}

function dayBefore(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return at.subtract({ days: 1 });
}

function dateOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}

const MINUTE = 60_000;
/** What is waited after the first failure, the second ...: two days in all, as mail servers do it. */
const waits = [1, 5, 15, 60, 240, 480, 720, 1440].map((minutes) => minutes * MINUTE);

/** When a mail is tried again that failed `tries` times; `null` when it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
