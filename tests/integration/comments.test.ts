import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentShown } from '../../cms/src/comments/endpoints.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { principle } from '../support/texts.ts';

let cms: Cms;
let editor: Account;
let publisher: Account;
let translator: Account;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor', 'asha');
  publisher = await cms.account('publisher', 'tom');
  translator = await cms.account('translator', 'ewa');
});

describe('a comment', () => {
  test('stands at the field it is about, with who said it and when', async () => {
    const path = await aPrinciple();
    expect(await said(publisher, path, 'statement', 'Is this what we agreed?')).toEqual([
      expect.objectContaining({
        ...{ field: 'statement', text: 'Is this what we agreed?', name: 'tom', settled: null },
        ...{ by: publisher.email, at: expect.stringMatching(/^\d{4}-/), answers: [] },
      }),
    ]);
  });

  test('is answered and settled by others', async () => {
    const path = await aPrinciple();
    const [comment] = await said(publisher, path, 'statement', 'Is this right?');
    const here = `${path}/comments/${comment?.id}`;
    await cms.ask(editor, 'POST', `${here}/answers`, { text: 'It is, I asked.' });
    await cms.ask(publisher, 'POST', `${here}/settled`, {});
    const [settled] = await read(editor, path);
    expect(settled?.answers).toMatchObject([{ name: 'asha', text: 'It is, I asked.' }]);
    expect(settled?.settled).toMatchObject({ by: publisher.email });
  });

  test('is not answered once it is settled', async () => {
    const path = await aPrinciple();
    const [comment] = await said(publisher, path, 'statement', 'Is this right?');
    const here = `${path}/comments/${comment?.id}`;
    await cms.ask(publisher, 'POST', `${here}/settled`, {});
    const late = await cms.ask(editor, 'POST', `${here}/answers`, { text: 'Wait!' });
    expect([late.status, (await read(editor, path))[0]?.answers]).toEqual([409, []]);
  });

  test('is settled in the document it is about, and in no other', async () => {
    const [path, other] = [await aPrinciple(), await aPrinciple()];
    const [comment] = await said(publisher, path, 'statement', 'Is this right?');
    const elsewhere = `${other}/comments/${comment?.id}/settled`;
    expect((await cms.ask(publisher, 'POST', elsewhere, {})).status).toBe(409);
    expect((await read(editor, path))[0]?.settled).toBeNull();
  });

  test('is written by a translator too, who reads but does not write documents', async () => {
    const path = await aPrinciple();
    expect(await said(translator, path, 'meaning', 'There is no word for this.')).toHaveLength(1);
  });

  test('is not for strangers, nor for the press', async () => {
    const path = await aPrinciple();
    const press = await cms.account('press');
    for (const stranger of [null, press]) {
      const body = { field: '', text: 'Hello' };
      expect((await cms.ask(stranger, 'POST', `${path}/comments`, body)).status).toBe(403);
      expect((await cms.ask(stranger, 'GET', `${path}/comments`)).status).toBe(403);
    }
  });

  test('has words in it', async () => {
    const path = await aPrinciple();
    const empty = { field: 'statement', text: '  ' };
    expect((await cms.ask(editor, 'POST', `${path}/comments`, empty)).status).toBe(400);
  });

  test('is told by mail to whoever wrote the text, and not to the one who commented', async () => {
    const path = await aPrinciple();
    await said(publisher, path, 'statement', 'Look at this sentence again.');
    const messages = await cms.payload.db.connection
      .collection('messages')
      .find({ what: 'comment', document: path.split('/').at(-1) ?? '' })
      .toArray();
    expect(messages).toMatchObject([{ to: editor.email, by: 'tom' }]);
  });

  test('leaves an event in the audit, without its words', async () => {
    const path = await aPrinciple();
    await said(publisher, path, 'statement', 'Words for colleagues only.');
    const events = await cms.payload.db.connection
      .collection('audit-events')
      .find({ document: path.split('/').at(-1) ?? '' })
      .toArray();
    expect(events).toMatchObject([{ did: 'commented', by: publisher.email }]);
    expect(JSON.stringify(events)).not.toContain('Words for colleagues');
  });
});

describe('comments are erased', () => {
  test('with a document that is removed', async () => {
    const path = await aPrinciple();
    await said(publisher, path, 'statement', 'A canary in a comment.');
    await cms.ask(editor, 'POST', `${path}/removal`, { reason: 'A court order' });
    expect((await cms.ask(publisher, 'POST', `${path}/removal/confirm`, {})).status).toBe(200);
    expect(await kept('A canary in a comment.')).toBe(0);
  });

  test('with a draft that is thrown away', async () => {
    const path = await aPrinciple();
    await said(publisher, path, 'statement', 'Another canary.');
    expect((await cms.ask(editor, 'DELETE', path)).status).toBe(200);
    expect(await kept('Another canary.')).toBe(0);
  });
});

let number = 0;

/** A draft of its own, by its address in the API. */
async function aPrinciple(): Promise<string> {
  number += 1;
  const { doc } = await (
    await cms.ask(editor, 'POST', '/api/principles', principle({ number }))
  ).json();
  return `/api/principles/${doc.id}`;
}

async function said(as: Account, path: string, field: string, text: string) {
  const answer = await cms.ask(as, 'POST', `${path}/comments`, { field, text });
  return (await answer.json()).comments as CommentShown[];
}

async function read(as: Account, path: string): Promise<CommentShown[]> {
  return (await (await cms.ask(as, 'GET', `${path}/comments`)).json()).comments;
}

function kept(text: string): Promise<number> {
  return cms.payload.db.connection.collection('comments').countDocuments({ text });
}
