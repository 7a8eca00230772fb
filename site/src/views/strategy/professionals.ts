/** For people who work with families: the tiers of need and what to offer in each, courses, evidence, one language. */
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../../content/content.ts';
import { hasList } from '../../content/routes.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linksTo } from '../links.ts';
import { type Entry, entriesOf } from '../lists.ts';
import type { Related } from '../pledge.ts';
import { type Reader, reader as readerIn } from '../reader.ts';
import { linksHaving, relatedGroups } from '../related.ts';
import { type Windscreen, windscreenFor } from './windscreen.ts';

type Tier = {
  readonly number: (typeof tiers)[number];
  readonly name: string;
  /** Which families, and what help looks like. */
  readonly about: string;
  /** To the services that a family in this tier can be referred to. */
  readonly services: Link | null;
};

export type ProfessionalsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly windscreen: Windscreen;
  readonly tiers: readonly Tier[];
  readonly courses: { readonly title: string; readonly entries: readonly Entry[] } | null;
  readonly related: readonly Related[];
};

export function professionalsPage(
  content: Content,
  { language }: { readonly language: string },
): ProfessionalsPage {
  const reader = readerIn(content, language);
  const { words } = reader;
  const title = words('professionals.title');
  const entries = entriesOf(reader, 'courses');
  return {
    frame: frameFor(reader, {
      ...{ title, description: words('professionals.intro') },
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/for-professionals/`,
    }),
    ...{ title, introduction: words('professionals.intro'), windscreen: windscreenFor(reader) },
    tiers: tiers.map((number) => ({
      ...{ number, name: words(`professionals.tier.${number}`) },
      about: words(`professionals.about.${number}`),
      services: servicesLink(reader, number),
    })),
    courses: entries.length === 0 ? null : { title: words('professionals.courses'), entries },
    related: relatedTo(reader),
  };
}

/** The list of a tier stands as soon as there are services, and never leads to nothing. */
function servicesLink(reader: Reader, tier: Tier['number']): Link | null {
  if (!hasList(reader.content, 'services')) return null;
  const path = `/${reader.language}/services/tier/${tier}/`;
  return ownLink(reader, path, reader.words('professionals.services', { number: tier }));
}

function relatedTo(reader: Reader): readonly Related[] {
  const { content, language, words } = reader;
  const list = (kind: 'terms' | 'evidence', folder: string, text: string) =>
    hasList(content, kind) ? [ownLink(reader, `/${language}/${folder}/`, text)] : [];
  const strategies = content.addresses('strategies', SOURCE_LANGUAGE).map(({ document }) => ({
    ...{ kind: 'strategies', document },
  }));
  return relatedGroups([
    [words('words.title'), list('terms', 'words', words('professionals.words'))],
    [words('nav.guides'), linksHaving(reader, 'guides', 'audience', 'professionals')],
    [words('strategy.title'), linksTo(reader, strategies)],
    [words('evidence.title'), list('evidence', 'evidence', words('professionals.evidence'))],
  ]);
}
