/** What cannot be made and is in no release's way: the CMS is told whenever that changes, for no receipt says it. */
import type { PdfFailed } from './pdfs.ts';
import { type Cms, tellCms } from './to-cms.ts';

/** The first time it is said anyway, for the CMS may know of what failed before this press was started. */
export function tellsStanding(
  cms: Cms,
): (pdfs: readonly PdfFailed[]) => Promise<readonly string[]> {
  let told: string | null = null;
  return async (pdfs) => {
    const says = JSON.stringify(pdfs);
    if (says === told) return [];
    const what = 'the list of PDFs that could not be made';
    const problem = await tellCms({ path: '/api/standing', body: { pdfs }, what }, cms);
    if (problem === null) told = says;
    return problem === null ? [] : [problem];
  };
}
