/** Several translations to readers at one moment: those that are finished, and English that waits for its languages. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { choosable } from '../../bundles/shown.ts';
import { languagesFor } from '../../translation/languages.ts';
import { workIn } from '../../translation/lists.ts';
import { mayHere } from '../../translation/who.ts';
import { moment } from '../../words/moment.ts';
import { Screen } from '../screen.tsx';
import { type Coming, type Ready, TogetherForm } from './together-form.tsx';

const { together: say } = words;

export async function TogetherScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const languages = languagesFor(req).filter((tag) => mayHere(req, 'release', tag));
  const work = await workIn(req, languages);
  const ready = work.flatMap(({ documents, language, name }) =>
    documents
      .filter(({ toRelease }) => toRelease)
      .map(({ document, kind, title }): Ready => ({ kind, document, title, language, name })),
  );
  const names = work.map(({ language, name }) => ({ language, name }));
  return (
    <Screen {...props} className="desk-landing desk-translations">
      <a href="/admin/translation">{words.back}</a>
      <h1>{say.title}</h1>
      <p>{say.help}</p>
      <TogetherForm
        coming={await comingEnglish(req)}
        languages={names}
        now={moment(new Date())}
        ready={ready}
      />
    </Screen>
  );
}

/** Approved English that is in no bundle yet, for those who may publish it. */
async function comingEnglish(req: PayloadRequest): Promise<readonly Coming[]> {
  const all = await choosable(req, null);
  return all
    .filter(
      ({ kind, language }) => language === SOURCE_LANGUAGE && may(rolesOf(req), 'publish', kind),
    )
    .map(({ document, kind, revision, title }) => ({ document, kind, revision, title }));
}
