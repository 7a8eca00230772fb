/**
 * The booklet of a district: whom to call, what the trust promises, the help there is, where, and how to have a say. It is
 * read without the site around it, for months, so every text that is behind its English stands in English.
 */
import { takingPartKinds } from '@charterpress/shared/domain/shapes/taking-part.ts';
import type { Content } from '../../content/content.ts';
import { listedServiceOf } from '../../content/listed-services.ts';
import { hasList } from '../../content/routes.ts';
import { bookletPath } from '../../content/routes-of-booklets.ts';
import type { ShownFact } from '../facts.ts';
import { type Footer, footerFor } from '../footer.ts';
import { sampleNote } from '../frame.ts';
import { promisesInForce } from '../promises.ts';
import { type QrCode, qrCode } from '../qr-code.ts';
import {
  dayIn,
  inEnglish,
  type Reader,
  reader,
  type Said,
  saying,
  type Tongue,
  tongue,
} from '../reader.ts';
import { districtName } from '../services/districts.ts';
import { haveYourSayLink } from '../taking-part/have-your-say.ts';
import { typed } from '../wrong.ts';
import { type BookletEntry, forumsFor, type HelpThere, placesFor, servicesFor } from './entries.ts';

export type Booklet = {
  readonly language: Tongue;
  /** For the head of the file: with the name of the trust. */
  readonly name: string;
  readonly title: Said;
  readonly trust: Said;
  /** From when the newest text in it is; `null` where there is none yet. */
  readonly asOf: { readonly text: string; readonly moment: string } | null;
  readonly sample: { readonly title: string; readonly texts: readonly string[] } | null;
  readonly contents: { readonly label: string; readonly links: readonly Titled[] };
  readonly call: Titled & Pick<Footer, 'emergency' | 'interpreter' | 'helplines'>;
  readonly promises: Listed<{ readonly number: string; readonly words: Said }> | null;
  readonly help: (Titled & HelpThere) | null;
  readonly places: Listed<BookletEntry> | null;
  readonly say: (Listed<BookletEntry> & { readonly address: string }) | null;
  readonly newest: { readonly words: string; readonly address: string; readonly qr: QrCode };
  readonly wrong: {
    readonly title: string;
    readonly tell: string;
    readonly fact: ShownFact;
  } | null;
  readonly licence: Footer['licence'];
};

/** A section, by the name that the contents lead to. */
type Titled = { readonly id: string; readonly title: string | Said };
type Listed<T> = Titled & { readonly entries: readonly T[] };

type Params = { readonly language: string; readonly district: string };

export function bookletOf(content: Content, { district, language }: Params): Booklet {
  const dates = new Set<string>();
  const who = reader(datedIn(content, dates), language);
  const { words } = who;
  const title = saying(who, 'booklet.of', { place: nameOf(who, district) });
  const { emergency, helplines, interpreter, licence } = footerFor(who);
  const address = content.site + bookletPath(language, district);
  const [wrong] = helplines.facts;
  const sections = {
    call: { id: 'call', title: words('booklet.call'), emergency, helplines, interpreter },
    promises: promisesIn(who),
    help: helpIn(who, district),
    places: placesOf(who, district),
    say: sayIn(who, district),
  };
  return {
    ...sections,
    language: tongue(language),
    name: `${title.text} – ${content.trust.name}`,
    title,
    trust: inEnglish(who, content.trust.name),
    asOf: asOf(who, dates),
    sample: sampleNote(who),
    contents: {
      label: words('booklet.contents'),
      links: Object.values(sections).filter((section) => section !== null),
    },
    newest: { words: words('booklet.newest'), address: typed(address), qr: qrCode(address) },
    wrong:
      wrong === undefined
        ? null
        : { title: words('booklet.wrong'), tell: words('wrong.tell'), fact: wrong },
    licence,
  };
}

function promisesIn(who: Reader): Booklet['promises'] {
  const entries = promisesInForce(who).map(({ label, number }) => ({ number, words: label }));
  return filled({ id: 'promises', title: who.words('charter.promises'), entries });
}

function helpIn(who: Reader, district: string): Booklet['help'] {
  const title = saying(who, 'services.in.district', { name: nameOf(who, district) });
  const help = { id: 'help', title, ...servicesFor(who, district) };
  return help.groups.length === 0 ? null : help;
}

function placesOf(who: Reader, district: string): Booklet['places'] {
  const title = saying(who, 'services.in.places', { name: nameOf(who, district) });
  return filled({ id: 'places', title, entries: placesFor(who, district) });
}

/** Names of districts are English in every language. */
function nameOf(who: Reader, district: string): Said {
  return inEnglish(who, districtName(who, district));
}

/** Where there is no forum yet, the page that says how to start one. */
function sayIn(who: Reader, district: string): Booklet['say'] {
  if (!takingPartKinds.some((kind) => hasList(who.content, kind))) return null;
  const address = typed(who.content.site + haveYourSayLink(who).href);
  const entries = forumsFor(who, district);
  return { id: 'say', title: who.words('part.title'), entries, address };
}

/** `null` for a section with nothing in it. */
function filled<S extends { readonly entries: readonly unknown[] }>(section: S): S | null {
  return section.entries.length === 0 ? null : section;
}

/** The same content, which notes when each text that is looked up was published. */
function datedIn(content: Content, dates: Set<string>): Content {
  const dated: Content = {
    ...content,
    edition: (kind, document, language) => {
      const edition = content.edition(kind, document, language);
      if (edition !== null) dates.add(edition.publishedAt);
      return edition;
    },
    listedService: (document, language) => listedServiceOf(dated, { document, language }),
  };
  return dated;
}

function asOf({ language, words }: Reader, dates: ReadonlySet<string>): Booklet['asOf'] {
  const moment = [...dates].sort().at(-1);
  if (moment === undefined) return null;
  return { moment, text: words('booklet.asOf', { date: dayIn(language, moment) }) };
}
