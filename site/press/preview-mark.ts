/**
 * What tells a preview from the page it is a preview of: a banner before everything else, a word to search engines, and
 * addresses that stay in the preview. Nothing else of the page is touched.
 */
import words from '@charterpress/shared/strings/preview.json' with { type: 'json' };

export type Banner = {
  /** What is previewed. */
  readonly title: string;
  readonly notes: readonly string[];
  /** Why it cannot be published yet. */
  readonly problems: readonly string[];
  readonly languages: readonly {
    readonly name: string;
    readonly tag: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
};

export const BANNER_STYLES = '/preview-banner.css';

/** `prefix` stands before each address of the preview: `/see/<token>`. */
export function marked(html: string, prefix: string, banner: Banner): string {
  return kept(html, prefix)
    .replace(/<head>/, `<head>${headMarks(prefix)}`)
    .replace(/<body[^>]*>/, (body) => `${body}${bannerHtml(banner)}`);
}

/** Attributes are always written ` name="value"`, and quotation marks in texts never are: the pages escape them. */
function kept(html: string, prefix: string): string {
  return html
    .replace(/ (href|src)="\//g, ` $1="${prefix}/`)
    .replace(/ srcset="([^"]*)"/g, (_whole, sizes: string) => {
      return ` srcset="${sizes.replace(/(^|, )\//g, `$1${prefix}/`)}"`;
    });
}

function headMarks(prefix: string): string {
  return `<meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="${prefix}${BANNER_STYLES}">`;
}

function bannerHtml({ languages, notes, problems, title }: Banner): string {
  return [
    `<aside class="preview-banner" lang="en" dir="ltr" aria-label="${escaped(words.title)}">`,
    `<p><strong>${escaped(words.title)}</strong> ${escaped(words.notPublished)} <q>${escaped(title)}</q></p>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    problems.length === 0 ? '' : problemList(problems),
    `<nav aria-label="${escaped(words.languages)}"><ul>`,
    ...languages.map(languageLink),
    '</ul></nav></aside>',
  ].join('');
}

function problemList(problems: readonly string[]): string {
  const items = problems.map((each) => `<li>${escaped(each)}</li>`).join('');
  return `<details><summary>${escaped(words.notReady)} ${problems.length}</summary><ul>${items}</ul></details>`;
}

function languageLink({ href, isCurrent, name, tag }: Banner['languages'][number]): string {
  const current = isCurrent ? ' aria-current="true"' : '';
  return `<li><a href="${escaped(href)}" hreflang="${escaped(tag)}"${current}>${escaped(name)}</a></li>`;
}

export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (each) => entities[each] ?? each);
}

/** Colours of its own, so that nobody takes it for a part of the page, in any trust. */
export const bannerCss = `.preview-banner{background:#ffdd00;border-block-end:4px solid #1a1a1a;color:#1a1a1a;font:1rem/1.4 system-ui,sans-serif;padding:.75rem 1rem;text-align:start}
.preview-banner p,.preview-banner ul{margin:0 0 .35rem;max-width:none}
.preview-banner nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1rem;list-style:none;margin:0;padding:0}
.preview-banner a{color:inherit;display:inline-block;padding:.25rem 0;text-decoration:underline}
.preview-banner a[aria-current]{font-weight:700;text-decoration:none}
.preview-banner a:focus-visible,.preview-banner summary:focus-visible{outline:3px solid #1a1a1a;outline-offset:2px}
.preview-banner summary{cursor:pointer;font-weight:700;padding:.25rem 0}
`;
