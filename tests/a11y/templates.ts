/**
 * One page of every kind that the site has, and further ones where a kind looks different by what stands on it. A test
 * holds that none is missing: `tests/a11y/templates.test.ts`.
 */
import { languages } from '@charterpress/shared/languages.ts';
import { fileOfPath, type Route } from '../../site/src/content/routes.ts';

/** Below `/<language>/`. */
export const templates: readonly string[] = [
  '',
  'charter/',
  'charter/pledge-1/',
  'principles/',
  'principles/7/',
  'guides/',
  'guides/children-centres/',
  'guides/children-centres/who-it-is-for/',
  'guides/at-home/',
  'guides/four-tiers-of-need/',
  'guides/family-liaison-officers/',
  'progress/',
  'progress/forum-in-every-district/',
  'words/',
  'words/interpreter/',
  'services/',
  'services/a-z/',
  'services/canterbury/',
  'services/age/under-5/',
  'services/carer/dads/',
  'services/tier/4/',
  'services/worry/domestic-abuse/',
  'services/near/',
  'services/near/tn12/',
  'services/places/',
  'services/places/dover/',
  'services/organisations/',
  'services/money-advice/',
  'services/safe-at-home/',
  'services/stay-and-play-ashford/',
  'places/willow-childrens-centre/',
  'organisations/oast-house-family-trust/',
  'strategies/',
  'strategies/parent-support-strategy/',
  'strategies/parent-support-strategy/changes/',
  'boards/',
  'boards/childrens-trust-board/',
  'decisions/',
  'decisions/strategy-approved/',
  'evidence/',
  'evidence/every-parent-matters/',
  'for-professionals/',
  'for-professionals/working-with-parents/',
  'have-your-say/',
  'have-your-say/ashford-forum/',
  'consultations/',
  'consultations/evening-opening/',
  'consultations/summer-2007/',
  'events/',
  'events/past/',
  'events/meet-the-parents/',
  'changes/',
  'changes/ashford/',
  'interpreter-card/',
  'beside-english/principles/7/',
  'beside-english/guides/children-centres/',
  'booklets/',
  'booklets/ashford.html',
  'search/',
  'languages/',
  'using-this-site/',
  'accessibility/',
  'privacy/',
  '404/',
  '410/',
  '500/',
];

/** Pages that stand in no language, or have one address only. */
export const single: readonly string[] = ['/', '/404', '/500', '/open-data/hsds/3.0/'];

/** Read by most who come, and between them every direction and the longest words. */
const always = ['en', 'ur', 'pl'];

export type Visit = { readonly path: string; readonly template: string; readonly language: string };

/**
 * Which pages a run visits. Always: every template in English, Urdu and Polish where it stands in them, and in one language
 * more, the one of its others that was visited least so far. `everything` is every template in each.
 */
export function visits(routes: ReadonlyMap<string, Route>, everything: boolean): readonly Visit[] {
  const others = languages.map(({ tag }) => tag).filter((tag) => !always.includes(tag));
  const times = new Map<string, number>();
  const chosen = templates.flatMap((template) => {
    const isThere = (tag: string) => routes.has(`/${tag}/${template}`);
    const rest = others.filter(isThere);
    const more = everything ? rest : leastOf(rest, times);
    return [...always.filter(isThere), ...more].map((language): Visit => {
      times.set(language, (times.get(language) ?? 0) + 1);
      return { path: `/${language}/${template}`, template, language };
    });
  });
  return [...single.map((path) => ({ path, template: path, language: 'en' })), ...chosen];
}

function leastOf(tags: readonly string[], times: ReadonlyMap<string, number>): readonly string[] {
  const sorted = tags.toSorted((one, other) => (times.get(one) ?? 0) - (times.get(other) ?? 0));
  return sorted.slice(0, 1);
}

/** One visit a template, in a language that goes round: for what hangs on the template and not on its words. */
export function oneEach(routes: ReadonlyMap<string, Route>): readonly Visit[] {
  const all = visits(routes, false);
  const names = [...new Set(all.map(({ template }) => template))];
  return names.flatMap((name, at) => {
    const own = all.filter(({ template }) => template === name);
    return own[at % own.length] ?? [];
  });
}

/** What a route is an example of. Of services there are lists by several things, which one view shows. */
export function kindOf({ view, path }: Route): string {
  const [list = '', one] = path.split('/').slice(3, -1);
  return view === 'services' && one !== undefined ? `services by ${list}` : view;
}

export function isPage({ path }: Route): boolean {
  return fileOfPath(path).endsWith('.html');
}
