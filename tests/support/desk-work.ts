/** What staff do in a test of the workflow: write principles, and take steps, over REST. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Step, WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { expect } from 'vitest';
import type { StoredEdition } from '../../cms/src/publishing/ledger.ts';
import type { Account, Cms } from './cms.ts';
import { principle } from './texts.ts';
import { targetsOf } from './translated.ts';

export type Copy = { readonly id: string; readonly revision: number };
export type Shown = WorkflowRecord & {
  readonly steps: readonly Step[];
  readonly movedOn: boolean;
};

/** `writer` is an editor, `reviewer` a publisher. */
export function deskWork(cms: Cms, staff: { writer: Account; reviewer: Account }) {
  let lastNumber = 0;

  async function written(by: Account, statement = 'Parents are partners'): Promise<Copy> {
    lastNumber += 1;
    const answer = await cms.ask(by, 'POST', '/api/principles', {
      ...principle({ number: lastNumber, statement }),
    });
    return (await answer.json()).doc;
  }

  function reworded(by: Account, { id, revision }: Copy, said: string | object): Promise<Response> {
    const words = typeof said === 'string' ? { statement: said } : said;
    return cms.ask(by, 'PATCH', `/api/principles/${id}`, { ...words, revision });
  }

  async function reword(by: Account, copy: Copy, said: string | object): Promise<Copy> {
    return (await (await reworded(by, copy, said)).json()).doc;
  }

  function attempt(as: Account | null, { id, revision }: Copy, step: Step, said: object = {}) {
    return cms.ask(as, 'POST', `/api/principles/${id}/steps/${step}`, { revision, ...said });
  }

  async function take(as: Account, copy: Copy, step: Step, said: object = {}): Promise<Shown> {
    const answer = await attempt(as, copy, step, said);
    const body = await answer.json();
    expect([step, answer.status, body.message ?? body.messages]).toEqual([step, 200, undefined]);
    return body;
  }

  /** Through review, and before readers. */
  async function publish(copy: Copy, said: object = {}): Promise<void> {
    const { reviewer, writer } = staff;
    await take(writer, copy, 'submit', said);
    await take(reviewer, copy, 'approve');
    await take(reviewer, copy, 'publish');
  }

  async function published(statement?: string): Promise<Copy> {
    const copy = await written(staff.writer, statement);
    await publish(copy);
    return copy;
  }

  async function workflow({ id }: Copy): Promise<Shown> {
    return (await cms.ask(staff.reviewer, 'GET', `/api/principles/${id}/workflow`)).json();
  }

  async function editions({ id }: Copy, language = 'en'): Promise<readonly StoredEdition[]> {
    const stored = cms.payload.db.connection.collection('principle-editions');
    const found = stored.find({ document: id, language }, { sort: { number: 1 } });
    return (await found.toArray()) as never;
  }

  async function newest(copy: Copy, language = 'en'): Promise<StoredEdition | undefined> {
    return (await editions(copy, language)).at(-1);
  }

  /** In Polish, made from the English edition of this number. */
  async function translated({ id }: Copy, sourceEdition: number): Promise<void> {
    const { publish: program } = await import('../../cms/src/publishing/publish.ts');
    const done = await program(cms.payload, {
      ...{ kind: 'principles' as Kind, document: id, language: 'pl', sourceEdition },
      targets: await targetsOf(cms.payload, { kind: 'principles', document: id }, ({ path }) =>
        path === 'statement' ? `Po polsku ${sourceEdition}` : 'Co to znaczy',
      ),
      ...{ change: 'major', changeNote: null, by: 'a-polish-translator@example.org' },
    });
    expect(done).toMatchObject({ ok: true });
  }

  return {
    ...{ written, reworded, reword, attempt, take, publish, published, workflow, editions, newest },
    translated,
  };
}
