/** Putting up an urgent notice, for publishers; and what is up, for all staff. */
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import type { AdminViewServerProps } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { Screen } from '../screen.tsx';
import { factChoices, languageChoices, pageChoices } from './choices.ts';
import { NoticeForm } from './notice-form.tsx';
import { NoticesUp } from './notices-up.tsx';

const { screen } = words;

export async function NoticeScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const { payload, user } = req;
  const mayPublish = may(rolesOf(req), 'publish', 'notices');
  return (
    <Screen {...props} className="desk-landing desk-bundles">
      <header className="desk-landing__top">
        <h1>{screen.title}</h1>
      </header>
      <p>{screen.purpose}</p>
      <NoticesUp payload={payload} user={user ?? null} />
      {mayPublish ? (
        <NoticeForm
          facts={await factChoices(payload, new Date())}
          languages={languageChoices()}
          pages={await pageChoices(payload)}
        />
      ) : (
        <p>{screen.onlyPublishers}</p>
      )}
    </Screen>
  );
}
