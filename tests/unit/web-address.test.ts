import { webAddressProblems } from '@charterpress/shared/domain/web-address.ts';
import { expect, test } from 'vitest';

test.each(['https://example.org/family-help', 'http://example.org'])(
  '%s is a web address',
  (web) => {
    expect(webAddressProblems({ web })).toEqual([]);
  },
);

test.each([
  'www.example.org',
  'example.org/family-help',
  'https://example',
  'ask at the desk',
  'mailto:desk@example.org',
  'javascript:alert(1)',
])('%s is none, and the editor is told at the field', (online) => {
  expect(webAddressProblems({ online })).toEqual([
    { field: 'online', problem: 'web-address-form', value: online },
  ]);
});

test('no web address at all is nothing to mend', () => {
  expect(webAddressProblems({ web: null })).toEqual([]);
});
