/** What readers do not have as it should be, as the press said last: pages that could not be made, and PDFs. */
import { language as languageOf } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { env } from '../../env.ts';
import { failedNow, type PressReceipt } from '../../publishing/receipts.ts';
import { readStanding } from '../../publishing/standing.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { trust } from '../../words/trust.ts';
import type { DeskItem } from './sections.ts';

export async function siteOnDesk(payload: Payload): Promise<readonly DeskItem[]> {
  const [failed, standing] = await Promise.all([failedNow(payload), readStanding(payload)]);
  const { at = '', pdfs = [] } = standing ?? {};
  return [
    ...failed.map(pageItem),
    ...pdfs.map(({ booklet, why }) => ({
      title: titleOfBooklet(booklet),
      href: env.siteUrl + booklet,
      says: filled(words.says.pdf, { when: moment(new Date(at)), why }),
    })),
  ];
}

/** An edition that the press cannot read has no page, and no address. */
function pageItem({ path, sequence, why }: PressReceipt['failed'][number]): DeskItem {
  const edition = filled(words.site.edition, { sequence: String(sequence) });
  return {
    title: path === '' ? edition : path,
    href: env.siteUrl + path,
    says: filled(words.says.page, { why }),
  };
}

/** `/ur/booklets/swale.html`: districts come and go, and an address says enough of one that went. */
function titleOfBooklet(booklet: string): string {
  const [, tag = '', slug = ''] = /^\/([\w-]+)\/booklets\/([\w-]+)\.html$/.exec(booklet) ?? [];
  const district = trust.districts.find((each) => each.slug === slug);
  const spoken = languageOf(tag);
  if (district === undefined || spoken === null) return booklet;
  return filled(words.site.booklet, { district: district.name, language: spoken.englishName });
}
