import { expect, it } from 'vitest';
import { commandOf, type Press } from '../../../cms/src/admin/translation/shortcuts.ts';

const bare: Press = {
  ...{ key: '', code: '', altKey: false, ctrlKey: false, metaKey: false },
  ...{ shiftKey: false, isAltGraph: false },
};

it.each([
  [
    'Alt and an arrow go to the next segment',
    { key: 'ArrowDown', altKey: true },
    { go: 'next', to: 'segment' },
  ],
  ['Ctrl and Enter hand it in', { key: 'Enter', ctrlKey: true }, { act: 'mark' }],
  ['Command and Enter do on a Mac', { key: 'Enter', metaKey: true }, { act: 'mark' }],
  ['with Shift it is reviewed', { key: 'Enter', ctrlKey: true, shiftKey: true }, { act: 'review' }],
  ['Alt and a digit put in a code', { key: '2', code: 'Digit2', altKey: true }, { put: 2 }],
  ['on a Mac too, where that is a letter', { key: '™', code: 'Digit2', altKey: true }, { put: 2 }],
  ['Alt and 0 put in what is missing', { key: '0', code: 'Digit0', altKey: true }, { put: null }],
  [
    'with Shift it is a suggestion',
    { key: '!', code: 'Digit1', altKey: true, shiftKey: true },
    { suggestion: 1 },
  ],
  ['Ctrl and ? open the list', { key: '?', ctrlKey: true, shiftKey: true }, { open: 'shortcuts' }],
])('%s', (_what, press, command) => {
  expect(commandOf({ ...bare, ...press })).toEqual(command);
});

it.each([
  ['a letter', { key: 'a', code: 'KeyA' }],
  ['a question mark', { key: '?', shiftKey: true }],
  ['a Polish letter with AltGr', { key: 'ą', code: 'KeyA', isAltGraph: true }],
  ['the same as Windows says it', { key: 'ł', code: 'KeyL', altKey: true, ctrlKey: true }],
  ['a Polish letter with Option', { key: 'ź', code: 'KeyX', altKey: true }],
  ['a digit of another script', { key: '۲', code: 'Digit2' }],
])('typing %s is no command', (_what, press) => {
  expect(commandOf({ ...bare, ...press })).toBe(null);
});
