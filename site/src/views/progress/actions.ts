/** The actions that keep a promise or carry out a principle, each with how it stands by the clock of the site. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import {
  dayReached,
  isOverdueOn,
  type Standing,
  standingOn,
} from '@charterpress/shared/domain/promises/standing.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Dated } from '../document.ts';
import { type Link, linkTo } from '../links.ts';
import { dayIn, type Reader } from '../reader.ts';
import { readable } from '../reading.ts';

/** `none`: nobody has published what is done for it. */
export type Stood = { readonly is: Standing | 'none'; readonly words: string };

export type ActionEntry = Link & { readonly standing: Stood; readonly due: Dated };

type Action = Pick<ContentOfKind<'actions'>, 'due' | 'reports'>;

/** Those due first come first. */
export function actionsHaving(
  reader: Reader,
  field: 'pledge' | 'principles',
  document: string,
): readonly ActionEntry[] {
  return entriesOf(reader, reader.content.having('actions', field, document));
}

export function entriesOf(
  reader: Reader,
  actions: readonly { readonly document: string }[],
): readonly ActionEntry[] {
  return actions
    .flatMap(({ document }) => entryOf(reader, document) ?? [])
    .toSorted((a, b) => (a.due.moment < b.due.moment ? -1 : a.due.moment > b.due.moment ? 1 : 0));
}

function entryOf(reader: Reader, document: string): ActionEntry | null {
  const asked = { kind: 'actions', document } as const;
  const english = readable(reader.content, { ...asked, language: SOURCE_LANGUAGE });
  const link = linkTo(reader, asked);
  if (english === null || english.action === 'withdrawn' || link === null) return null;
  const { due } = english.content;
  return {
    ...link,
    standing: stoodOf(reader, standingNow(reader, english.content)),
    due: dueBy(reader, due),
  };
}

export function standingNow(reader: Reader, action: Action): Standing {
  return standingOn(dayReached(action, reader.content.reached), action);
}

export function isOverdueNow(reader: Reader, action: Action): boolean {
  return isOverdueOn(dayReached(action, reader.content.reached), action);
}

export function stoodOf(reader: Reader, is: Standing | null): Stood {
  const known = is ?? 'none';
  return { is: known, words: reader.words(`progress.standing.${known}`) };
}

export function dueBy(reader: Reader, due: string): Dated {
  const date = dayIn(reader.language, due);
  return { text: reader.words('progress.dueBy', { date }), moment: due };
}
