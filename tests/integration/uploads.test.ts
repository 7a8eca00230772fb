import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, type Knock } from '../support/doors.ts';
import { files } from '../support/files.ts';

let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let editor: Account;

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  editor = await cms.account('editor');
});

describe('a file', () => {
  test.each([
    ['charter.pdf', files.pdf(), 'application/pdf'],
    ['talk.mp3', files.mp3(), 'audio/mpeg'],
    ['talk.wav', files.wav(), 'audio/wav'],
    ['sign.mp4', files.mp4(), 'video/mp4'],
    ['sign.vtt', files.vtt(), 'text/vtt'],
  ])('%s is taken, by what is in it', async (name, bytes, mime) => {
    const answer = await upload(name, bytes);
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { doc } = await answer.json();
    expect(doc.file).toMatchObject([{ mime, bytes: bytes.length }]);
    expect(doc.filename).toMatch(new RegExp(`${name.split('.').at(-1)}$`));
  });

  test.each([
    ['HTML in the clothes of a PDF', 'a.pdf', Buffer.from('<html><script>alert(1)</script>')],
    ['SVG', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    [
      'a PDF with a page of HTML behind its end',
      'a.pdf',
      Buffer.concat([files.pdf(), Buffer.from('<script>')]),
    ],
    [
      'a PDF that is a ZIP too',
      'a.pdf',
      Buffer.concat([files.pdf(), Buffer.from('PK\u0005\u0006')]),
    ],
    [
      'a PDF that runs a program',
      'a.pdf',
      files.pdf('/OpenAction << /S /JavaScript /JS (app.alert) >>'),
    ],
    ['a PDF that hides the name of that', 'a.pdf', files.pdf('/OpenAction << /S /Java#53cript >>')],
    [
      'a film with something behind its end',
      'a.mp4',
      Buffer.concat([files.mp4(), Buffer.from('<script>')]),
    ],
    ['a film that ends too early', 'a.mp4', files.mp4().subarray(0, -10)],
    [
      'a recording with something behind its end',
      'a.wav',
      Buffer.concat([files.wav(), Buffer.from('<script>')]),
    ],
    [
      'captions that end before they begin',
      'a.vtt',
      Buffer.from('WEBVTT\n\n00:03.000 --> 00:01.000\nHello'),
    ],
    ['a ZIP', 'a.zip', Buffer.from('PK\u0003\u0004 and more')],
    ['a program', 'a.exe', Buffer.from('MZ and more')],
  ])('is refused with a sentence when it is %s', async (_what, name, bytes) => {
    const before = await count();
    const answer = await upload(name, bytes);
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors[0].message).toMatch(/^'a\.\w+' cannot be used[.:] /);
    expect(await count()).toBe(before);
  });

  test('is not fetched from an address that somebody names', async () => {
    const body = { url: 'http://127.0.0.1:9/a.png', filename: 'a.png' };
    const created = await knock({ as: editor, method: 'POST', path: '/api/media', body });
    const pasted = await knock({
      as: editor,
      path: '/api/media/paste-url?src=http://127.0.0.1:9/a.png',
    });
    expect([created.status, pasted.status]).toEqual([400, 400]);
  });

  test('is handed out as what it is, in a sandbox, and kept when it is a document', async () => {
    const { doc } = await (await upload('leaflet.pdf', files.pdf('/Lang (en)'))).json();
    const paths = [`/api/media/file/${doc.filename}`, `/api/files/${doc.file[0].sha256}`];
    const answers = await Promise.all(paths.map((path) => knock({ as: editor, path })));
    expect(answers.map(({ headers }) => headersOf(headers))).toEqual([expected, expected]);
  });
});

const expected = {
  type: 'application/pdf',
  nosniff: 'nosniff',
  policy: "default-src 'none'; sandbox",
  disposition: 'attachment',
};

function headersOf(headers: Headers): object {
  return {
    type: headers.get('content-type'),
    nosniff: headers.get('x-content-type-options'),
    policy: headers.get('content-security-policy'),
    disposition: headers.get('content-disposition'),
  };
}

function upload(name: string, bytes: Buffer): Promise<Response> {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], name));
  return knock({ as: editor, method: 'POST', path: '/api/media?depth=0', body });
}

async function count(): Promise<number> {
  return (await cms.payload.count({ collection: 'media', overrideAccess: true })).totalDocs;
}
