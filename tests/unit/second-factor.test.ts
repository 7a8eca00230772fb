import { needsSecondFactor } from '@charterpress/shared/domain/second-factor.ts';
import { type Role, roles } from '@charterpress/shared/roles.ts';
import { describe, expect, test } from 'vitest';

const office = { isLocalUse: false, isInside: true };
const home = { isLocalUse: false, isInside: false };

describe('a second factor', () => {
  test.each(roles)('is asked of nobody who tries it out on their own computer (%s)', (role) => {
    const signingIn = { roles: [role], isLocalUse: true, isInside: true };
    expect(needsSecondFactor(signingIn)).toBe(false);
  });

  test.each<Role>(['publisher', 'administrator'])('is asked of a %s in the office too', (role) => {
    expect(needsSecondFactor({ roles: [role], ...office })).toBe(true);
    expect(needsSecondFactor({ roles: ['editor', role], ...office })).toBe(true);
  });

  test.each<Role>(['editor', 'translator'])('is not asked of a %s in the office', (role) => {
    expect(needsSecondFactor({ roles: [role], ...office })).toBe(false);
  });

  test.each(roles)('is asked of everyone who signs in from outside (%s)', (role) => {
    expect(needsSecondFactor({ roles: [role], ...home })).toBe(true);
  });
});
