/** Documents on their way through the desk, in the process of a test file: written by an editor, approved by a publisher. */
import type { Account, Cms } from './cms.ts';
import { principle } from './texts.ts';

export type Approved = {
  readonly kind: 'principles';
  readonly document: string;
  /** Of the text that was approved. */
  readonly revision: number;
  readonly number: number;
};

export type Desk = {
  readonly editor: Account;
  readonly publisher: Account;
  /** A principle of its own, as an editor wrote it. */
  readonly written: (statement: string, meaning?: string) => Promise<Approved>;
  /** The same, submitted by the editor and approved by the publisher. */
  readonly approved: (statement: string) => Promise<Approved>;
  readonly step: (
    as: Account,
    document: Approved,
    step: string,
    said?: object,
  ) => Promise<Response>;
  readonly reword: (document: Approved, statement: string) => Promise<Approved>;
  readonly workflow: (document: Approved) => Promise<Record<string, unknown>>;
};

let lastNumber = 0;

export async function desk(cms: Cms): Promise<Desk> {
  const editor = await cms.account('editor');
  const publisher = await cms.account('publisher');
  const step: Desk['step'] = (as, { document, kind, revision }, name, said = {}) =>
    cms.ask(as, 'POST', `/api/${kind}/${document}/steps/${name}`, { revision, ...said });
  const written: Desk['written'] = async (statement, meaning) => {
    lastNumber += 1;
    const values = principle({ number: lastNumber, statement, ...(meaning && { meaning }) });
    const answer = await cms.ask(editor, 'POST', '/api/principles?depth=0', values);
    const { doc } = (await sound(answer)) as { doc: { id: string; revision: number } };
    return { kind: 'principles', document: doc.id, revision: doc.revision, number: lastNumber };
  };
  return {
    editor,
    publisher,
    step,
    written,
    async approved(statement) {
      const document = await written(statement);
      await sound(await step(editor, document, 'submit'));
      await sound(await step(publisher, document, 'approve'));
      return document;
    },
    async reword(document, statement) {
      const { kind, revision } = document;
      const path = `/api/${kind}/${document.document}?depth=0`;
      const answer = await cms.ask(editor, 'PATCH', path, { statement, revision });
      const { doc } = (await sound(answer)) as { doc: { revision: number } };
      return { ...document, revision: doc.revision };
    },
    async workflow({ document, kind }) {
      const answer = await cms.ask(publisher, 'GET', `/api/${kind}/${document}/workflow`);
      return (await sound(answer)) as Record<string, unknown>;
    },
  };
}

/** What was answered; throws it when it was refused. */
export async function sound(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json();
  throw new Error(`${answer.status}: ${await answer.text()}`);
}
