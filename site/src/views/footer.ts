/** What stands at the foot of every page: whom to ring, where the trust works, who is next door. */
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { accessibilityLink } from './accessibility.ts';
import { factFor, type ShownFact, telephone, type Way } from './facts.ts';
import { cardLink } from './interpreter-card.ts';
import { tracesLink } from './leave.ts';
import { type Link, linksTo } from './links.ts';
import { partsOfSite } from './parts-of-site.ts';
import { inEnglish, type Reader, type Said, said } from './reader.ts';
import { readable } from './reading.ts';

export type Footer = {
  readonly emergency: {
    readonly title: string;
    readonly numbers: readonly { readonly name: Said; readonly way: Way }[];
  };
  readonly interpreter: {
    readonly title: string;
    readonly fact: ShownFact;
    /** To a card for showing to staff. */
    readonly card: Link | null;
  } | null;
  readonly helplines: { readonly title: string; readonly facts: readonly ShownFact[] };
  readonly about: { readonly title: string; readonly links: readonly Link[] };
  readonly parts: { readonly title: string; readonly links: readonly Link[] };
  readonly districts: { readonly title: string; readonly names: readonly Said[] };
  readonly neighbours: {
    readonly title: string;
    readonly links: readonly { readonly name: Said; readonly href: string }[];
  };
  readonly licence: {
    readonly before: string;
    readonly after: string;
    readonly name: Said;
    readonly href: string;
  };
};

export function footerFor(reader: Reader): Footer {
  const { trust } = reader.content;
  const { words } = reader;
  const settings = settingsOf(reader);
  return {
    emergency: {
      title: words('footer.emergency'),
      numbers: trust.emergency.map((one) => ({
        name: nameFor(reader, one),
        way: telephone(one.telephone) as Way,
      })),
    },
    interpreter: interpreterOf(reader),
    helplines: {
      title: words('footer.helplines'),
      facts: helplinesOf(reader),
    },
    about: {
      title: words('footer.about'),
      links: [
        ...linksTo(reader, settings.footerPages),
        tracesLink(reader),
        accessibilityLink(reader),
      ],
    },
    parts: { title: words('parts.title'), links: partsOfSite(reader) },
    districts: {
      title: words('footer.districts'),
      names: trust.districts.map((district) => inEnglish(reader, district.name)),
    },
    neighbours: {
      title: words('footer.neighbours'),
      links: trust.neighbours.map(({ name, web }) => ({
        name: inEnglish(reader, name),
        href: web,
      })),
    },
    licence: licenceLine(reader),
  };
}

type Named = { readonly name: string; readonly names: Readonly<Record<string, string>> };

function nameFor(reader: Reader, { name, names }: Named): Said {
  const own = names[reader.language];
  return own === undefined ? inEnglish(reader, name) : said(reader, own, reader.language);
}

type Settings = {
  readonly helplines: readonly Reference[];
  readonly footerPages: readonly Reference[];
  readonly interpreterLine: Reference | null;
};

const noSettings: Settings = { helplines: [], footerPages: [], interpreterLine: null };

/** There is one settings document, and it holds no words: the English edition serves every language. */
function settingsOf({ content }: Reader): Settings {
  const [first] = content.list('settings', SOURCE_LANGUAGE);
  if (first === undefined) return noSettings;
  const asked = { kind: 'settings', document: first.document, language: SOURCE_LANGUAGE } as const;
  return readable(content, asked)?.content ?? noSettings;
}

function interpreterOf(reader: Reader): Footer['interpreter'] {
  const fact = interpreterLine(reader);
  const title = reader.words('footer.interpreter');
  return fact === null ? null : { title, fact, card: cardLink(reader) };
}

/** Whom a parent can ring who does not know whom to ring. */
export function helplinesOf(reader: Reader): readonly ShownFact[] {
  return settingsOf(reader).helplines.flatMap((reference) => factFor(reader, reference) ?? []);
}

/** The number to ring for an interpreter, where the trust has one. */
export function interpreterLine(reader: Reader): ShownFact | null {
  const reference = settingsOf(reader).interpreterLine;
  return reference === null ? null : factFor(reader, reference);
}

function licenceLine(reader: Reader): Footer['licence'] {
  const { licence } = reader.content.trust;
  // The sentence in two halves, around the name of the licence, which is a link.
  const gap = '\n';
  const sentence = reader.words('footer.licence', { licence: gap });
  const [before = '', after = ''] = sentence.split(gap);
  return { before, after, name: inEnglish(reader, licence.name), href: licence.url };
}
