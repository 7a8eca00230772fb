import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  acknowledged,
  conflicted,
  freed,
  held,
  type Kept,
  mineChosen,
  opened,
  overtaken,
  refused,
  sent,
  shownOf,
  type Typed,
  theirsChosen,
  toSend,
  typed,
  unsaved,
} from '../../../cms/src/admin/translation/keeping.ts';

const server = { target: 'Stara treść', revision: 3, hash: 'h1' };
const mine: Typed = { ...server, target: 'Nowa treść', wish: 'draft', origin: 'person' };
const fresh = opened(server, []);

describe('what a translator types', () => {
  it('is shown, and waits to be sent against the revision it was typed on', () => {
    const kept = typed(fresh, { target: 'Nowa treść' });
    expect(shownOf(kept)).toBe('Nowa treść');
    expect(toSend(kept)).toEqual(mine);
  });

  it('is given up by the browser only when the server says that it has it', () => {
    const kept = sent(typed(fresh, { target: 'Nowa treść' }));
    expect(unsaved(kept)).toEqual(mine);
    expect(unsaved(acknowledged(kept, { ...server, target: 'Nowa treść', revision: 4 }))).toBe(
      null,
    );
  });

  it('after it was sent goes as a second text, on the revision that the first one made', () => {
    const kept = typed(sent(typed(fresh, { target: 'Nowa' })), { target: 'Nowa treść' });
    const next = acknowledged(kept, { ...server, target: 'Nowa', revision: 4 });
    expect(shownOf(next)).toBe('Nowa treść');
    expect(toSend(next)).toEqual({ ...mine, revision: 4 });
  });

  it('is held without a connection, typed on, and sent when the way is free', () => {
    const kept = held(sent(typed(fresh, { target: 'Nowa' })), 'offline');
    expect(toSend(kept)).toBe(null);
    expect(toSend(freed(typed(kept, { target: 'Nowa treść' })))).toMatchObject(mine);
  });

  it('goes over its own beginning, which reached the server although no answer came back', () => {
    const lost = held(
      typed(sent(typed(fresh, { target: 'Nowa' })), { target: 'Nowa treść' }),
      'offline',
    );
    const theirs = { ...server, target: 'Nowa', revision: 4 };
    expect(toSend(conflicted(sent(freed(lost)), theirs))).toEqual({ ...mine, revision: 4 });
  });

  it('stays when the answer to its beginning comes late', () => {
    const kept = typed(held(sent(typed(fresh, { target: 'Nowa' })), 'fault'), {
      target: 'Nowa treść',
    });
    const late = acknowledged(kept, { ...server, target: 'Nowa', revision: 4 });
    expect(toSend(late)).toEqual({ ...mine, revision: 4 });
  });

  it('is typed on after a refusal, and sent again', () => {
    const kept = refused(sent(typed(fresh, { target: 'Nowa' })), ['Za długie.']);
    expect(toSend(kept)).toBe(null);
    expect(toSend(typed(kept, { target: 'Nowa treść' }))).toEqual(mine);
  });
});

describe('a segment that somebody else saved meanwhile', () => {
  const theirs = { target: 'Treść Anny', revision: 4, hash: 'h1' };

  it('shows theirs when nothing was typed here', () => {
    expect(shownOf(overtaken(fresh, theirs))).toBe('Treść Anny');
  });

  it('holds both texts until the person chooses', () => {
    const kept = conflicted(sent(typed(fresh, { target: 'Nowa treść' })), theirs);
    expect(kept).toEqual({ server: theirs, keeping: { is: 'twofold', typed: mine } });
    expect(toSend(mineChosen(kept))).toEqual({ ...mine, revision: 4 });
    expect(shownOf(theirsChosen(kept))).toBe('Treść Anny');
  });

  it('is still a question after more was typed, and after the page was closed', () => {
    const kept = typed(conflicted(sent(typed(fresh, { target: 'Nowa' })), theirs), {
      target: 'Nowa treść',
    });
    expect(opened(theirs, [unsaved(kept) as Typed]).keeping.is).toBe('twofold');
  });

  it('is no question when both wrote the same', () => {
    const kept = typed(fresh, { target: 'Treść Anny' });
    expect(overtaken(kept, theirs).keeping).toEqual({ is: 'settled' });
  });

  it('waits for its own answer when something is under way', () => {
    const kept = sent(typed(fresh, { target: 'Nowa treść' }));
    expect(overtaken(kept, theirs)).toBe(kept);
  });
});

describe('what a browser still holds when the document is opened again', () => {
  it('is sent when the server has nothing newer', () => {
    expect(toSend(opened(server, [mine]))).toEqual(mine);
  });

  it('is nothing when the server has it after all', () => {
    expect(opened({ ...server, target: 'Nowa treść', revision: 4 }, [mine]).keeping.is).toBe(
      'settled',
    );
  });

  it('is put beside what was saved meanwhile', () => {
    const kept = opened({ ...server, target: 'Treść Anny', revision: 4 }, [mine]);
    expect(kept.keeping).toEqual({ is: 'twofold', typed: mine });
  });

  it('is put beside what was typed against an English that moved on', () => {
    expect(opened({ ...server, hash: 'h2' }, [mine]).keeping.is).toBe('twofold');
  });
});

test('no order of events forgets a text that the server does not have', () => {
  const steps: readonly ((kept: Kept) => Kept)[] = [
    sent,
    freed,
    (kept) => held(kept, 'offline'),
    (kept) => held(kept, 'signed-out'),
    (kept) => refused(kept, ['Nie.']),
    (kept) => overtaken(kept, { target: 'Treść Anny', revision: 9, hash: 'h1' }),
    firstAcknowledged,
    (kept) => conflicted(kept, { target: 'Treść Anny', revision: 9, hash: 'h1' }),
    mineChosen,
  ];
  const anyOrder = fc.array(fc.constantFrom(...steps), { maxLength: 20 });
  fc.assert(
    fc.property(anyOrder, (order) => {
      const begun = typed(sent(typed(fresh, { target: 'Nowa' })), { target: 'Nowa treść' });
      const end = order.reduce((kept, step) => step(kept), begun);
      expect(unsaved(end)?.target).toBe('Nowa treść');
    }),
  );
});

/** The server says that it has what it was sent first, and never what was typed after. */
function firstAcknowledged(kept: Kept): Kept {
  const isFirst = kept.keeping.is === 'sending' && kept.keeping.sent.target === 'Nowa';
  return isFirst ? acknowledged(kept, { target: 'Nowa', revision: 5, hash: 'h1' }) : kept;
}
