/** A document in a language, side by side with its English: the address is /admin/translation/<language>/<kind>/<document>. */
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { AdminViewServerProps } from 'payload';
import { filled } from '../../words/filled.ts';
import { Screen } from '../screen.tsx';
import { titlesOf } from '../titles.ts';
import { Workbench } from './workbench.tsx';

export async function WorkbenchScreen(props: AdminViewServerProps) {
  const { payload, user } = props.initPageResult.req;
  const [tag = '', kind = '', document = ''] = placeIn(props.params);
  const known = tag === SOURCE_LANGUAGE ? null : language(tag);
  if (known === null || !isKind(kind) || !user) {
    return (
      <Screen {...props} className="desk-bench-screen">
        <a href="/admin/translation">{words.back}</a>
        <p>{words.trouble.unknown}</p>
      </Screen>
    );
  }
  const titles = await titlesOf(payload, [{ kind, document }]);
  return (
    <Screen {...props} className="desk-bench-screen">
      <a href="/admin/translation">{words.back}</a>
      <h1>
        {titles({ kind, document })}{' '}
        <small>{filled(words.top.inLanguage, { language: known.englishName })}</small>
      </h1>
      <Workbench
        languageName={known.englishName}
        me={{ id: String(user.id), email: String(user.email) }}
        path={[tag, kind, document].join('/')}
      />
    </Screen>
  );
}

/** What follows /admin/translation/ in the address. */
function placeIn(params: AdminViewServerProps['params']): readonly string[] {
  const segments = params?.segments;
  return (Array.isArray(segments) ? segments : []).slice(1);
}
