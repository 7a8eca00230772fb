import type { Role } from '@charterpress/shared/roles.ts';

export const roleWords: Readonly<Record<Role, string>> = {
  administrator: 'Administrator: manages accounts',
  editor: 'Editor: writes',
  publisher: 'Publisher: writes and publishes',
  translator: 'Translator',
  press: 'Press (a program, not a person)',
};
