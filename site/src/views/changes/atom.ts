/** The same as a feed: Atom, RFC 4287. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { attributes, html } from '../../components/html.ts';
import type { Told } from '../../content/changes.ts';
import type { Content } from '../../content/content.ts';
import { reader } from '../reader.ts';
import { titleOf, whichOf } from './changes-page.ts';

type Params = { readonly language: string; readonly district?: string };

export function changesFeed(content: Content, params: Params): string {
  const { district, language } = params;
  const { site, trust } = content;
  const who = reader(content, language);
  const page = `${site}/${language}/changes/${district === undefined ? '' : `${district}/`}`;
  const told = content.changes(language, whichOf(params));
  const updated = told
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  const body = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${page}</id>
<title>${titleOf(who, district).text} – ${trust.name}</title>
<updated>${updated ?? BEGINNING}</updated>
<author><name>${trust.name}</name></author>
<link rel="self" type="application/atom+xml"${attributes({ href: `${page}feed.xml` })}/>
<link rel="alternate" type="text/html"${attributes({ href: page })}/>
${told.map((one) => entryOf(content, language, one))}</feed>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body.text}`;
}

/** A feed has to say when it changed, also while nothing has. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

function entryOf({ site }: Content, language: string, told: Told) {
  const { kind, note, publishedAt, slug, title, updatedAt } = told;
  const href = `${site}${pathOf({ kind, slug, language })}`;
  return html`<entry>
<id>${idOf(site, language, told)}</id>
<title>${title}</title>
<updated>${updatedAt}</updated>
<published>${publishedAt}</published>
<link rel="alternate" type="text/html" hreflang="${language}" href="${href}"/>
<summary>${note}</summary>
</entry>
`;
}

/** By the document and the edition, so that it stays when the page is renamed: a tag URI, RFC 4151. */
function idOf(
  site: string,
  language: string,
  { document, kind, number, publishedAt }: Told,
): string {
  const day = publishedAt.slice(0, 'YYYY-MM-DD'.length);
  return `tag:${new URL(site).hostname},${day}:${kind}/${document}/${language}/${number}`;
}
