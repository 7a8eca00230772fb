/** What there is on the site beside the guides and the charter: each part as soon as there is something in it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { takingPartKinds } from '@charterpress/shared/domain/shapes/taking-part.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import { hasList } from '../content/routes.ts';
import { bookletsLink } from './booklet/booklets-page.ts';
import { ownLink } from './frame.ts';
import type { Link } from './links.ts';
import type { Reader } from './reader.ts';

type Part = {
  readonly folder: string;
  readonly title: WordKey;
  /** Of which kinds one has to be there. */
  readonly kinds: readonly Kind[];
};

/** What a parent comes for first, then what the trust owes to everyone. */
const parts: readonly Part[] = [
  { folder: 'services', title: 'services.title', kinds: ['services'] },
  { folder: 'have-your-say', title: 'part.title', kinds: takingPartKinds },
  { folder: 'progress', title: 'progress.title', kinds: ['actions'] },
  { folder: 'principles', title: 'nav.principles', kinds: ['principles'] },
  { folder: 'words', title: 'words.title', kinds: ['terms'] },
  { folder: 'strategies', title: 'strategy.title', kinds: ['strategies'] },
  { folder: 'boards', title: 'board.title', kinds: ['bodies'] },
  { folder: 'evidence', title: 'evidence.title', kinds: ['evidence'] },
  {
    folder: 'for-professionals',
    title: 'professionals.title',
    kinds: ['courses', 'services'],
  },
];

export function partsOfSite(reader: Reader): readonly Link[] {
  return parts
    .filter(({ kinds }) => kinds.some((kind) => hasList(reader.content, kind)))
    .map(({ folder, title }) =>
      ownLink(reader, `/${reader.language}/${folder}/`, reader.words(title)),
    )
    .concat(bookletsLink(reader) ?? []);
}
