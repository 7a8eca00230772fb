import type { Pair } from '@charterpress/shared/domain/translation/record.ts';
import {
  mayRelease,
  mayTranslate,
  type TranslationAct,
  translationActs,
} from '@charterpress/shared/domain/translation/steps.ts';
import type { Role } from '@charterpress/shared/roles.ts';
import { describe, expect, test } from 'vitest';

const person = (roles: readonly Role[], languages: readonly string[] = []) => ({
  ...{ email: 'someone@example.org', roles, languages },
});
const polish = person(['translator'], ['pl']);
const by = (translatedBy: string) => ({ translatedBy }) as Pair;

describe('in Polish', () => {
  test.each<[string, Parameters<typeof mayTranslate>[0], readonly TranslationAct[]]>([
    ['a Polish translator does everything', polish, translationActs],
    ['an Urdu translator does nothing', person(['translator'], ['ur']), []],
    ['an editor reads and asks', person(['editor'], ['pl']), ['read', 'comment']],
    ['a publisher releases too', person(['publisher']), ['read', 'comment', 'release']],
    ['an administrator reads and releases', person(['administrator']), ['read', 'release']],
    ['the press does nothing', person(['press'], ['pl']), []],
    ['nobody does nothing', person([], ['pl']), []],
  ])('%s', (_name, who, acts) => {
    expect(translationActs.filter((act) => mayTranslate(who, act, 'pl'))).toEqual(acts);
  });
});

describe('a release is', () => {
  test.each<[string, Parameters<typeof mayTranslate>[0], readonly Pair[], boolean]>([
    ['not of one’s own translation alone', polish, [by(polish.email)], false],
    ['a reviewer’s', polish, [by(polish.email), by('other@example.org')], true],
    ['a publisher’s', person(['publisher']), [by('other@example.org')], true],
    [
      'a publisher’s who translates, too',
      person(['publisher', 'translator'], ['pl']),
      [by('someone@example.org')],
      true,
    ],
    ['no editor’s', person(['editor']), [by('other@example.org')], false],
    ['no Urdu translator’s', person(['translator'], ['ur']), [by('other@example.org')], false],
  ])('%s', (_name, who, pairs, is) => {
    expect(mayRelease(who, 'pl', pairs)).toBe(is);
  });
});
