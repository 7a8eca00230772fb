import {
  markTranslated,
  returnToTranslator,
  review,
  save,
  stillCorrect,
  waive,
} from '@charterpress/shared/domain/translation/acts.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
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
const freeToAll = segment('It is free for all.');
const linked = segment('Ring <1>us</1>.', 'p-1', [
  { number: 1, is: 'link', to: { url: 'tel:01632960123' } },
]);
const third = { by: 'third@example.org', at: '2026-10-03T09:00:00.000Z' };
const clear = { inTheWay: [] };

const handedIn = recordAfter(
  save(about(free, null), { target: 'Bezpłatnie.', state: 'translated' }, translator),
);
const draft = recordAfter(save(about(free, null), { target: 'Bez', state: 'draft' }, translator));
const reviewed = recordAfter(review(about(free, handedIn), clear, reviewer));
const byMachine = recordAfter(
  save(
    about(free, null),
    { target: 'Za darmo.', state: 'translated', origin: 'machine' },
    translator,
  ),
);

describe('saving', () => {
  test('keeps the English that was translated, who did it and when', () => {
    expect(draft).toMatchObject({
      revision: 1,
      work: {
        source: 'It is free.',
        hash: free.hash,
        target: 'Bez',
        state: 'draft',
        ...translator,
      },
      pairs: [],
    });
  });

  test('the same again changes nothing', () => {
    const again = save(about(free, draft), { target: 'Bez', state: 'draft' }, reviewer);
    expect(recordAfter(again)).toBe(draft);
  });

  test('nothing is no draft', () => {
    const emptied = save(about(free, draft), { target: ' ', state: 'draft' }, translator);
    expect(recordAfter(emptied)).toMatchObject({ revision: 2, work: null });
  });

  test('is refused to whoever saw an older revision', () => {
    const seen = { ...about(free, handedIn), revision: 0 };
    expect(save(seen, { target: 'Za darmo', state: 'draft' }, reviewer)).toEqual({
      ok: false,
      refused: 'stale',
    });
  });

  test('is refused to whoever saw another English', () => {
    const seen = { ...about(freeToAll, draft), hash: free.hash };
    expect(save(seen, { target: 'Za darmo', state: 'draft' }, translator)).toEqual({
      ok: false,
      refused: 'source-moved',
    });
  });

  test('half a code is a draft, and nothing to hand in', () => {
    const target = 'Zadzwoń <1>do nas.';
    expect(save(about(linked, null), { target, state: 'draft' }, translator).ok).toBe(true);
    expect(save(about(linked, null), { target, state: 'translated' }, translator)).toEqual({
      ok: false,
      refused: 'errors',
    });
  });
});

describe('handing in', () => {
  test('takes the draft as it is', () => {
    expect(recordAfter(markTranslated(about(free, draft), translator)).work).toMatchObject({
      state: 'translated',
      target: 'Bez',
    });
  });

  test('wants words', () => {
    expect(save(about(free, draft), { target: ' ', state: 'translated' }, translator)).toEqual({
      ok: false,
      refused: 'nothing',
    });
  });
});

describe('a review', () => {
  test('makes a pair of exactly this English and this target', () => {
    expect(reviewed).toMatchObject({
      work: null,
      pairs: [
        {
          ...{ source: 'It is free.', hash: free.hash, target: 'Bezpłatnie.' },
          ...{ translatedBy: translator.by, reviewedBy: reviewer.by, reviewedAt: reviewer.at },
        },
      ],
    });
  });

  test('is somebody else’s', () => {
    expect(review(about(free, handedIn), clear, translator)).toEqual({
      ok: false,
      refused: 'same-person',
    });
  });

  test('by a reviewer who edited it needs yet another person', () => {
    const edited = recordAfter(
      save(about(free, handedIn), { target: 'Za darmo.', state: 'translated' }, reviewer),
    );
    expect(review(about(free, edited), clear, reviewer)).toMatchObject({ refused: 'same-person' });
    expect(recordAfter(review(about(free, edited), clear, translator)).pairs[0]).toMatchObject({
      ...{ translatedBy: reviewer.by, reviewedBy: translator.by },
    });
  });

  test('is of what was handed in, never of a draft', () => {
    expect(review(about(free, draft), clear, reviewer)).toMatchObject({ refused: 'nothing' });
  });

  test('is refused while checks find something', () => {
    const found = { inTheWay: [{ rule: 'number-changed' }] };
    expect(review(about(free, handedIn), found, reviewer)).toMatchObject({ refused: 'errors' });
  });

  test('is refused when the English moved since it was translated', () => {
    expect(review(about(freeToAll, handedIn), clear, reviewer)).toMatchObject({
      refused: 'source-moved',
    });
  });

  test('keeps every earlier pair', () => {
    const again = recordAfter(
      save(
        about(freeToAll, reviewed),
        { target: 'Dla wszystkich.', state: 'translated' },
        reviewer,
      ),
    );
    const hashes = recordAfter(review(about(freeToAll, again), clear, translator)).pairs;
    expect(hashes.map(({ hash }) => hash)).toEqual([freeToAll.hash, free.hash]);
  });
});

describe('what a machine translated', () => {
  test('is no pair before a second person has read it', () => {
    const read = recordAfter(review(about(free, byMachine), clear, reviewer));
    expect(read).toMatchObject({ pairs: [], work: { seenBy: reviewer.by } });
    expect(review(about(free, read), clear, reviewer)).toMatchObject({ refused: 'same-person' });
    expect(recordAfter(review(about(free, read), clear, third)).pairs[0]).toMatchObject({
      ...{ origin: 'machine', translatedBy: reviewer.by, reviewedBy: third.by },
    });
  });

  test('stays a machine’s when somebody mends it, who then is the first to have read it', () => {
    const mended = recordAfter(
      save(about(free, byMachine), { target: 'Bezpłatnie.', state: 'translated' }, reviewer),
    );
    expect(mended.work).toMatchObject({ origin: 'machine', seenBy: reviewer.by });
    expect(review(about(free, mended), clear, reviewer)).toMatchObject({ refused: 'same-person' });
    expect(recordAfter(review(about(free, mended), clear, third)).pairs).toHaveLength(1);
  });

  test('has to be read again by two when it was given back', () => {
    const read = recordAfter(review(about(free, byMachine), clear, reviewer));
    const back = recordAfter(returnToTranslator(about(free, read), 'Too free.', third));
    expect(back.work).toMatchObject({ state: 'draft', seenBy: null });
  });
});

describe('giving back', () => {
  const back = recordAfter(returnToTranslator(about(free, handedIn), ' Too short. ', reviewer));

  test('makes a draft of it and says why', () => {
    expect(back).toMatchObject({
      work: { state: 'draft' },
      returned: { by: reviewer.by, why: 'Too short.' },
    });
  });

  test('wants a reason', () => {
    expect(returnToTranslator(about(free, handedIn), ' ', reviewer)).toMatchObject({
      refused: 'reason-missing',
    });
  });

  test('is over when it is handed in again', () => {
    expect(recordAfter(markTranslated(about(free, back), translator)).returned).toBeNull();
  });
});

describe('"still correct"', () => {
  test('by somebody else than the translator makes a pair with the English of this moment', () => {
    expect(
      recordAfter(stillCorrect(about(freeToAll, reviewed), clear, reviewer)).pairs[0],
    ).toMatchObject({
      ...{ source: 'It is free for all.', hash: freeToAll.hash, target: 'Bezpłatnie.' },
      ...{ translatedBy: translator.by, reviewedBy: reviewer.by },
    });
  });

  test('by the translator waits for a second person', () => {
    const confirmed = recordAfter(stillCorrect(about(freeToAll, reviewed), clear, translator));
    expect(confirmed).toMatchObject({ work: { state: 'translated', hash: freeToAll.hash } });
    expect(confirmed.pairs).toHaveLength(1);
    expect(review(about(freeToAll, confirmed), clear, translator)).toMatchObject({
      refused: 'same-person',
    });
  });

  test.each<[string, SegmentRecord | null]>([
    ['that was never translated', handedIn],
    ['that is not behind', recordAfter(stillCorrect(about(freeToAll, reviewed), clear, reviewer))],
  ])('is nothing to say of a segment %s', (_name, record) => {
    expect(stillCorrect(about(freeToAll, record), clear, reviewer)).toMatchObject({
      refused: 'nothing',
    });
  });

  test('is not true of a target that lacks a code of the English', () => {
    expect(stillCorrect(about(linked, reviewed), clear, reviewer)).toMatchObject({
      refused: 'errors',
    });
  });
});

describe('waiving a check', () => {
  const said = { rule: 'same-as-source', reason: 'It is a name.' };
  const waived = recordAfter(waive(about(free, handedIn), said, translator));

  test('says why, and goes into the pair', () => {
    expect(recordAfter(review(about(free, waived), clear, reviewer)).pairs[0]?.waived).toEqual([
      { ...said, ...translator },
    ]);
  });

  test('wants a reason', () => {
    expect(waive(about(free, handedIn), { ...said, reason: '' }, translator)).toMatchObject({
      refused: 'reason-missing',
    });
  });

  test('is of this target, and of no other', () => {
    const changed = { target: 'Za darmo.', state: 'translated' } as const;
    expect(recordAfter(save(about(free, waived), changed, translator)).work?.waived).toEqual([]);
  });
});

test('a minor change leaves what was handed in to be reviewed', () => {
  const isSame = (reworded: Parameters<typeof onlySameText>[0]) =>
    onlySameText(reworded) || reworded.to === freeToAll.hash;
  expect(review(about(freeToAll, handedIn, isSame), clear, reviewer).ok).toBe(true);
});
