/** The way out of a page that somebody may be in danger for reading: what stands on it, and what is not said of it. */
import { ownLink } from './frame.ts';
import type { Link } from './links.ts';
import type { Reader } from './reader.ts';

export type Leave = {
  /** Another website, which says nothing of why somebody is there. */
  readonly href: string;
  readonly label: string;
  /** What is so where the script runs, and what is so where it does not: one of them is seen. */
  readonly ready: string;
  readonly plain: string;
  readonly how: Link;
};

/** The page on leaving fewer traces, below the tag of the language. The name says nothing to whoever looks over a history. */
export const TRACES = 'using-this-site';

export function leaveFor(reader: Reader): Leave {
  const { words } = reader;
  return {
    href: reader.content.trust.leaveTo,
    label: words('leave.button'),
    ready: words('leave.ready'),
    plain: words('leave.plain'),
    how: tracesLink(reader),
  };
}

export function tracesLink(reader: Reader): Link {
  return ownLink(reader, `/${reader.language}/${TRACES}/`, reader.words('leave.how'));
}

/** The English document says it, whatever the language. */
export function isSensitive(content: object): boolean {
  return 'sensitive' in content && content.sensitive === true;
}
