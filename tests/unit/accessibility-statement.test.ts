import { describe, expect, it } from 'vitest';
import { known, ownStatement, statementOf } from '../../site/src/accessibility/statement.ts';

const good = { tested: '2026-11-20', pages: 9, failed: { axe: 0, dark: 0 } } as const;

describe('an accessibility statement', () => {
  it('claims the whole where no test and no known problem speaks against it', () => {
    expect(statementOf([good], []).is).toBe('full');
  });

  it('claims a part where one page failed one check', () => {
    const failed = { ...good.failed, dark: 1 };
    expect(statementOf([good, { ...good, failed }], []).is).toBe('part');
  });

  it('claims a part where something is known to be missing', () => {
    expect(statementOf([good], [{ is: 'documents', criteria: ['1.3.1'] }]).is).toBe('part');
  });

  it('claims a part where nothing was tested', () => {
    expect(statementOf([{ ...good, pages: 0 }], []).is).toBe('part');
  });

  it('is as old as the older of its tests', () => {
    expect(statementOf([good, { ...good, tested: '2026-10-01' }], []).tested).toBe('2026-10-01');
  });
});

describe('our own', () => {
  it('is of a day that has been, and of as many pages as were looked at', () => {
    const { counts, pages, tested } = ownStatement();
    expect(Date.parse(tested)).toBeLessThanOrEqual(Date.now());
    expect(pages).toBeGreaterThan(100);
    expect(counts.map(({ check }) => check)).toEqual([
      ...['axe', 'zoom', 'actions'],
      ...['dark', 'markup', 'keyboard', 'eyes'],
    ]);
    expect(known.every(({ criteria }) => criteria.length > 0)).toBe(true);
  });
});
