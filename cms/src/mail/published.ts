/** Whom a publication concerns beside its readers: told in its transaction, and heard once it is on the site. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { titleField, titleFrom } from '../admin/titles.ts';
import type { Ledger, StoredEdition } from '../publishing/ledger.ts';
import { languagesBehind } from '../translation/behind.ts';
import { recordOf } from '../workflow/records.ts';
import { notify } from './notify.ts';

type Told = {
  readonly edition: StoredEdition;
  readonly by: string;
  /** What goes live in the same moment: a language among them is not left behind. */
  readonly beside: readonly { readonly document: string; readonly language: string }[];
};

/** Called before the record of the document is settled: it knows who submitted the text, and who approved it. */
export async function tellOfPublication(ledger: Ledger, told: Told): Promise<void> {
  if (told.edition.language !== SOURCE_LANGUAGE) return;
  await tellWriters(ledger, told);
  await tellTranslators(ledger, told);
}

async function tellWriters({ req }: Ledger, { by, edition }: Told): Promise<void> {
  const record = await recordOf(req, edition);
  const { approval = null, owner = null, submitted = null } = record ?? {};
  const to = [submitted?.by, approval?.by, owner].filter((address) => address != null);
  if (to.length === 0) return;
  const { sequence } = edition;
  const about = aboutEdition(req, edition);
  await notify(req.payload, { ...about, what: 'live', by, to, sequence }, req);
}

/** Translators hear of English that leaves their language behind: by its segments, which were counted by then. */
async function tellTranslators({ req }: Ledger, { beside, by, edition }: Told): Promise<void> {
  const here = beside.filter(({ document }) => document === edition.document);
  const following = here.map(({ language }) => language);
  const behind = await languagesBehind(req, edition);
  const languages = behind.filter((tag) => !following.includes(tag));
  if (languages.length === 0) return;
  await notify(req.payload, { ...aboutEdition(req, edition), what: 'behind', by, languages }, req);
}

function aboutEdition({ payload }: Ledger['req'], edition: StoredEdition) {
  const { content, document, kind, slug } = edition;
  const title = titleFrom(content?.[titleField(payload, kind)] ?? slug);
  return { kind, document, title, note: null };
}
