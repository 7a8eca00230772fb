'use client';
/** A file of translations that comes back from an agency. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { ask } from '../asking.ts';
import { useBench, useWork } from './bench-context.ts';
import { FileForm, type Looked, sendFile } from './file-form.tsx';
import { FileReport, type FileReported } from './file-report.tsx';

const { elsewhere: say } = words;

export function FileIn() {
  const { store } = useBench();
  const work = useWork(store).shown;
  const { document = '', kind = '', language = '' } = work ?? {};
  const takeIn = async (token: string) => {
    const { notDone: unreachable } = words.trouble;
    const address = '/api/translation/import/apply';
    const answer = await ask({ method: 'POST', address, body: { token }, unreachable });
    await store.load();
    return answer;
  };
  return (
    <FileForm<Looked & { readonly files: readonly FileReported[] }>
      accept=".xlf,.xliff,.zip"
      done={say.takenIn}
      label={say.fileIn}
      leftOver={({ body }) =>
        ((body.files ?? []) as readonly { message?: string }[]).flatMap(
          ({ message }) => message ?? [],
        )
      }
      look={(file) => sendFile('/api/translation/import', file, { language, kind, document })}
      report={({ files }) => files.map((file) => <FileReport file={file} key={file.name} />)}
      takeIn={(_file, token) => takeIn(token)}
    />
  );
}
