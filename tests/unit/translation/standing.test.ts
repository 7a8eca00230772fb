import { review, save } from '@charterpress/shared/domain/translation/acts.ts';
import type { IsSame } from '@charterpress/shared/domain/translation/minor.ts';
import { standingOf } from '@charterpress/shared/domain/translation/standing.ts';
import { describe, expect, test } from 'vitest';
import {
  about,
  onlySameText,
  recordAfter,
  reviewer,
  segment,
  translator,
} from '../../support/two-translators.ts';

const free = segment('It is free.');
const mended = segment('It is free !');
const freeToAll = segment('It is free for all.');
const everything: IsSame = () => true;

const saved = (
  of: typeof free,
  record: Parameters<typeof about>[1],
  state: 'draft' | 'translated',
) => recordAfter(save(about(of, record), { target: `pl:${of.text}`, state }, translator));
const draft = saved(free, null, 'draft');
const handedIn = saved(free, null, 'translated');
const reviewed = recordAfter(review(about(free, handedIn), { inTheWay: [] }, reviewer));

describe('a segment is', () => {
  test.each([
    ['untranslated, of which nothing is kept', free, null, { is: 'untranslated' }],
    ['a draft', free, draft, { is: 'draft', current: null, sourceMoved: false }],
    ['translated, until a second person has read it', free, handedIn, { is: 'translated' }],
    ['reviewed', free, reviewed, { is: 'reviewed', pair: { target: 'pl:It is free.' } }],
    [
      'a draft again when the English moved before anybody reviewed it',
      freeToAll,
      handedIn,
      { is: 'draft', sourceMoved: true },
    ],
    [
      'behind when the English moved after',
      freeToAll,
      reviewed,
      { is: 'behind', was: { source: 'It is free.' }, work: 'none' },
    ],
    [
      'behind while somebody catches up',
      freeToAll,
      saved(freeToAll, reviewed, 'draft'),
      { is: 'behind', work: 'draft' },
    ],
    [
      'behind until a second person has read that',
      freeToAll,
      saved(freeToAll, reviewed, 'translated'),
      { is: 'behind', work: 'translated' },
    ],
    [
      'reviewed once more when the English comes back',
      free,
      saved(freeToAll, reviewed, 'draft'),
      { is: 'draft', current: { target: 'pl:It is free.' } },
    ],
  ])('%s', (_name, of, record, standing) => {
    expect(standingOf(of, record, onlySameText)).toMatchObject(standing);
  });

  test('reviewed after an agreed minor change, by the pair of the text before', () => {
    expect(standingOf(mended, reviewed, everything)).toMatchObject({
      is: 'reviewed',
      pair: { source: 'It is free.' },
    });
  });

  test('reviewed by its own pair before any other that would do', () => {
    const both = { ...reviewed, pairs: [...pairsFor(mended), ...reviewed.pairs] };
    expect(standingOf(free, both, everything)).toMatchObject({ pair: { hash: free.hash } });
  });
});

function pairsFor(of: typeof free) {
  const record = saved(of, null, 'translated');
  return recordAfter(review(about(of, record), { inTheWay: [] }, reviewer)).pairs;
}
