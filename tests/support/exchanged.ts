/** Documents on their way to an agency and back, through the doors of the CMS. */
import type { FileReport } from '../../cms/src/translation/exchange/incoming.ts';
import type { FileTaken } from '../../cms/src/translation/exchange/take-in.ts';
import type { OpenWork } from '../../cms/src/translation/work.ts';
import type { Account, Cms } from './cms.ts';
import { doors } from './doors.ts';
import { alone, noted } from './staff.ts';
import { principle, text, tree } from './texts.ts';

export type HandedIn = { readonly token: string; readonly files: readonly FileReport[] };

export type Exchange = {
  readonly editor: Account;
  readonly publisher: Account;
  /** A translator of these languages. */
  readonly translator: (name: string, ...languages: string[]) => Promise<Account>;
  /** A principle that readers have in English: a statement, and a meaning with bold words. */
  readonly published: (statement: string) => Promise<string>;
  /** The English moves on. */
  readonly reworded: (document: string, statement: string) => Promise<void>;
  readonly sent: (as: Account, document: string, said?: Said) => Promise<string>;
  /** Hands a file in; the answer as it came. */
  readonly handIn: (as: Account, file: Uint8Array | string, said?: object) => Promise<Response>;
  readonly report: (as: Account, file: Uint8Array | string) => Promise<HandedIn>;
  readonly apply: (as: Account, token: string) => Promise<readonly FileTaken[]>;
  readonly opened: (as: Account, document: string, language?: string) => Promise<OpenWork>;
  /** Everything that is kept of translations, to be compared. */
  readonly kept: () => Promise<unknown>;
};

type Said = { readonly language?: string; readonly version?: '2.1' | '1.2' };

let lastNumber = 0;

export async function exchange(cms: Cms): Promise<Exchange> {
  const knock = await doors();
  const editor = await cms.account('editor');
  const publisher = await cms.account('publisher');
  const at = (document: string, language = 'pl') =>
    `/api/translation/${language}/principles/${document}`;

  const publish = async (document: string, said: object) => {
    const { revision } = (await answered(
      await cms.ask(editor, 'GET', `/api/principles/${document}?depth=0`),
    )) as { revision: number };
    const body = { revision, ...alone, ...said };
    await answered(await cms.ask(publisher, 'POST', `/api/principles/${document}/publish`, body));
  };
  const handIn: Exchange['handIn'] = (as, file, said = {}) => {
    const form = new FormData();
    form.set('file', new File([file as never], 'file.xlf'));
    for (const [name, value] of Object.entries(said)) form.set(name, String(value));
    return knock({ method: 'POST', path: '/api/translation/import', body: form, as });
  };
  return {
    editor,
    publisher,
    handIn,
    async translator(name, ...languages) {
      const account = await cms.account('translator', name);
      await cms.payload.update({
        collection: 'users',
        where: { email: { equals: account.email } },
        data: { languages } as never,
        overrideAccess: true,
      });
      return account;
    },
    async published(statement) {
      lastNumber += 1;
      const words = [text('Open '), text('every day & night', 1), text(' for <all> parents.')];
      const meaning = tree([
        { type: 'paragraph', version: 1, children: words },
        { type: 'paragraph', version: 1, children: [text('Ask us.')] },
      ]);
      const values = { ...principle({ number: lastNumber, statement }), meaning };
      const made = await cms.ask(editor, 'POST', '/api/principles?depth=0', values);
      const { doc } = (await answered(made)) as { doc: { id: string } };
      await publish(doc.id, {});
      return doc.id;
    },
    async reworded(document, statement) {
      const path = `/api/principles/${document}?depth=0`;
      const { revision } = (await answered(await cms.ask(editor, 'GET', path))) as {
        revision: number;
      };
      await answered(await cms.ask(editor, 'PATCH', path, { revision, statement }));
      await publish(document, noted);
    },
    async sent(as, document, { language, version = '2.1' } = {}) {
      const path = `${at(document, language)}/xliff?version=${version}`;
      const answer = await knock({ path, as });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.text();
    },
    async report(as, file) {
      return (await answered(await handIn(as, file))) as HandedIn;
    },
    async apply(as, token) {
      const answer = await cms.ask(as, 'POST', '/api/translation/import/apply', { token });
      return ((await answered(answer)) as { files: readonly FileTaken[] }).files;
    },
    async opened(as, document, language) {
      return (await answered(await cms.ask(as, 'GET', at(document, language)))) as OpenWork;
    },
    async kept() {
      const rows = cms.payload.db.connection.collection('translation-segments');
      return rows.find({}, { sort: { _id: 1 } }).toArray();
    },
  };
}

async function answered(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json();
  throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
}
