/** Pages that are no document and list none, as data: those that lead on to lists, and what has changed. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { olderPortions } from '../content/changes.ts';
import type { Content } from '../content/content.ts';
import { changesAt } from '../content/routes-of-twins.ts';
import { titleOf, whichOf } from '../views/changes/changes-page.ts';
import { reader, textOf } from '../views/reader.ts';
import { waysAt } from '../views/services/find-help.ts';
import { headOf } from './head.ts';
import { twinPath } from './paths.ts';

type Asked = { readonly language: string; readonly path: string };

/** Outcodes with the districts that they may be in, and districts with places; `null` for another page. */
export function waysTwin(
  content: Content,
  { below, language, path }: Asked & { readonly below: string },
): object | null {
  const made = waysAt(reader(content, language), below);
  if (made === null) return null;
  const { site } = content;
  return {
    ...headOf(content, { language, path }),
    title: textOf(made.title),
    groups: made.groups.map(({ links, title }) => ({
      title: textOf(title),
      links: links.map(({ href, label }) => ({
        ...{ title: textOf(label), address: site + href, data: site + twinPath(href) },
      })),
    })),
  };
}

/** What parents were told that changed, as on the page: the newest first. */
export function changesTwin(content: Content, { language, path }: Asked): object | null {
  const which = changesAt(path);
  if (which === null) return null;
  const { site } = content;
  return {
    ...headOf(content, { language, path }),
    title: titleOf(reader(content, language), which.district).text,
    changes: content
      .changes(language, whichOf(which))
      .map(({ document, kind, note, number, publishedAt, slug, title, updatedAt }) => {
        const page = pathOf({ kind, slug, language }) as string;
        return {
          ...{ kind, document, title, edition: number, told: note },
          ...{ published: publishedAt, updated: updatedAt },
          ...{ address: site + page, data: site + twinPath(page) },
        };
      }),
    next: nextOf(content, language, which),
  };
}

/** Where what was told before stands; the changes of a district do not go on. */
function nextOf(
  content: Content,
  language: string,
  { district, portion }: NonNullable<ReturnType<typeof changesAt>>,
): string | null {
  if (district !== undefined) return null;
  const older = portion ?? String(olderPortions(content.changePortions(language)));
  const at = Number(older) - 1;
  return at < 0 ? null : `${content.site}/${language}/changes/older/${at}.json`;
}
