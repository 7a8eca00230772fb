/** What has changed for parents, in their language: the newest, what is older, and what is of a district. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { olderPortions, type Told } from '../../content/changes.ts';
import type { ChangesOf, Content } from '../../content/content.ts';
import { hasChanges } from '../../content/routes-of-changes.ts';
import type { Dated } from '../document.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { destination, type Link } from '../links.ts';
import { dayIn, inEnglish, type Reader, reader, type Said, said, saying } from '../reader.ts';

export type ChangesPage = {
  readonly frame: Frame;
  readonly title: Said;
  readonly introduction: string;
  readonly entries: readonly (Link & { readonly on: Dated; readonly told: string })[];
  readonly nothing: string;
  readonly more: readonly Link[];
  readonly feed: Link | null;
  readonly places: { readonly title: string; readonly links: readonly Link[] } | null;
};

type Params = {
  readonly language: string;
  readonly portion?: string;
  readonly district?: string;
};

export function changesPage(content: Content, params: Params): ChangesPage {
  const { district, language, portion } = params;
  const who = reader(content, language);
  const { words } = who;
  const title = titleOf(who, district);
  const ending = endingOf(params);
  const isFirst = ending === '';
  return {
    frame: frameFor(who, {
      title: title.text,
      description: words('changes.intro'),
      trail: isFirst ? [] : [ownLink(who, `/${language}/changes/`, words('changes.title'))],
      isHandedOn: portion === undefined,
      heading: title,
      pathIn: (tag) =>
        hasChanges(content, tag) && portion === undefined ? `/${tag}/changes/${ending}` : null,
      isFindable: portion === undefined,
    }),
    title,
    introduction: words('changes.intro'),
    entries: content.changes(language, whichOf(params)).map((told) => entryOf(who, told)),
    nothing: words('changes.none'),
    more: moreOf(who, params),
    feed:
      portion === undefined
        ? ownLink(who, `/${language}/changes/${ending}feed.xml`, words('changes.feed'))
        : null,
    places: isFirst ? placesOf(who) : null,
  };
}

export function titleOf(who: Reader, district: string | undefined): Said {
  if (district === undefined) return said(who, who.words('changes.title'), who.language);
  const known = who.content.trust.districts.find(({ slug }) => slug === district);
  return saying(who, 'changes.place', { place: inEnglish(who, known?.name ?? district) });
}

export function whichOf({ district, portion }: Omit<Params, 'language'>): ChangesOf | undefined {
  if (district !== undefined) return { district };
  return portion === undefined ? undefined : { portion: Number(portion) };
}

function endingOf({ district, portion }: Params): string {
  if (district !== undefined) return `${district}/`;
  return portion === undefined ? '' : `older/${portion}/`;
}

function entryOf(who: Reader, { kind, note, publishedAt, slug, title }: Told) {
  const { language } = who;
  return {
    ...destination(who, pathOf({ kind, slug, language }) as string, language),
    label: said(who, title, language),
    on: { text: dayIn(language, publishedAt), moment: publishedAt },
    told: note,
  };
}

/** Older portions are left as they are when there are more of them, so none says how many there are. */
function moreOf(who: Reader, { district, language, portion }: Params): readonly Link[] {
  const { words } = who;
  const older = (at: number) =>
    at < 0 ? [] : [ownLink(who, `/${language}/changes/older/${at}/`, words('changes.older'))];
  const english =
    language === SOURCE_LANGUAGE || !hasChanges(who.content, SOURCE_LANGUAGE)
      ? []
      : [
          {
            ...destination(who, `/${SOURCE_LANGUAGE}/changes/`, SOURCE_LANGUAGE),
            ...{ note: null, label: said(who, words('changes.english'), language) },
          },
        ];
  if (portion !== undefined) {
    const newest = ownLink(who, `/${language}/changes/`, words('changes.newer'));
    return [newest, ...older(Number(portion) - 1)];
  }
  if (district !== undefined) {
    return [ownLink(who, `/${language}/changes/`, words('changes.all')), ...english];
  }
  return [...older(olderPortions(who.content.changePortions(language)) - 1), ...english];
}

function placesOf(who: Reader): ChangesPage['places'] {
  const links = who.content.trust.districts.map(({ name, slug }) =>
    ownLink(who, `/${who.language}/changes/${slug}/`, inEnglish(who, name)),
  );
  return links.length === 0 ? null : { title: who.words('changes.places'), links };
}
