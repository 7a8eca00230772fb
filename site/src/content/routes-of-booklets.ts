/** A booklet for each district in each written language: a file by itself, to save, print and pass on. */
import { language as known, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

const FOLDER = 'booklets';

/** There are none while there is no help to tell of. Easy Read and signing are forms of the English one. */
export function hasBooklets(content: Content, language: string): boolean {
  const isAny = content.trust.districts.length > 0 && content.lists('services', SOURCE_LANGUAGE);
  return isAny && known(language)?.form === 'text';
}

export function bookletsPath(language: string): string {
  return `/${language}/${FOLDER}/`;
}

export function bookletPath(language: string, district: string): string {
  return `${bookletsPath(language)}${district}.html`;
}

/** The PDF that the press makes of a booklet stands beside it. */
export function pdfOfBooklet(booklet: string): string {
  return booklet.replace(/\.html$/, '.pdf');
}

export function isBookletPath(path: string): boolean {
  return /^\/[\w-]+\/booklets\/[\w-]+\.html$/.test(path);
}

/** `pl/booklets/ashford.pdf` gives the path of the booklet that it shows. */
export function bookletOfPdf(pdf: string): string {
  return pdf.replace(/\.pdf$/, '.html');
}

export function routesOfBooklets(content: Content, language: string): readonly Route[] {
  if (!hasBooklets(content, language)) return [];
  const own = { status: 200, language } as const;
  return [
    { ...own, path: bookletsPath(language), view: 'booklets', params: { language } },
    ...content.trust.districts.map(({ slug: district }): Route => {
      const path = bookletPath(language, district);
      return { ...own, path, view: 'booklet', params: { language, district } };
    }),
  ];
}
