import { describe, expect, it } from 'vitest';
import { escapes, type Press } from '../../site/src/scripts/escapes.ts';

const plain = { key: 'Escape', isRepeated: false, isModified: false, isTyping: false };

/** Whether any of these presses, half a second apart, leaves the page. */
function leaves(...presses: readonly Partial<Press>[]): boolean {
  const isThird = escapes();
  return presses.map((press, at) => isThird({ ...plain, at: at * 500, ...press })).includes(true);
}

describe('Escape', () => {
  it('leaves the page when it is pressed three times', () => {
    expect(leaves({}, {}, {})).toBe(true);
    expect(leaves({}, {})).toBe(false);
  });

  it('leaves again after three more, where leaving takes long', () => {
    const isThird = escapes();
    const pressed = [0, 1, 2, 3, 4, 5].map((at) => isThird({ ...plain, at }));
    expect(pressed).toEqual([false, false, true, false, false, true]);
  });

  it('does not leave for whoever is typing', () => {
    const isTyping = true;
    expect(leaves({ isTyping }, { isTyping }, { isTyping })).toBe(false);
    expect(leaves({}, {}, { isTyping }, {})).toBe(false);
  });

  it.each([
    ['another key between', { key: 'Tab' }],
    ['Shift held down', { isModified: true }],
  ])('begins again after %s', (_what, between) => {
    expect(leaves({}, {}, between, {})).toBe(false);
    expect(leaves({}, between, {}, {}, {})).toBe(true);
  });

  it('begins again after more than two seconds', () => {
    expect(leaves({ at: 0 }, { at: 1_000 }, { at: 3_100 })).toBe(false);
  });

  it('counts once while it is held down', () => {
    const isRepeated = true;
    expect(leaves({}, { isRepeated }, { isRepeated }, { isRepeated })).toBe(false);
  });
});
