import { languages, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { roles } from '@charterpress/shared/roles.ts';
import type { CollectionConfig } from 'payload';
import { forgiveTries, limitTries } from '../access/limits.ts';
import { secondFactorEndpoints } from '../access/second-factor/endpoints.ts';
import { askSecondFactor, noteCode } from '../access/second-factor/sign-in.ts';
import { onlyAdministrators, onlyOthersByAdministrators, userAccess } from '../access/users.ts';
import { env } from '../env.ts';
import { closedFields, refuseClosed } from '../handover/closed.ts';
import { handoverEndpoints } from '../handover/endpoints.ts';
import { endAccess, forgetFactorOnDelete, refuseKeysOfPeople } from '../hooks/end-access.ts';
import {
  keepAnAdministrator,
  keepAnAdministratorOnDelete,
} from '../hooks/keep-an-administrator.ts';
import { mailChoice } from '../mail/choice.ts';
import { forgotPassword } from '../mail/passwords.ts';
import { roleWords } from '../words/roles.ts';

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Account', plural: 'Accounts' },
  graphQL: false,
  admin: {
    group: 'People',
    description: 'Everyone who signs in here, and what each may do.',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'languages', 'updatedAt'],
  },
  auth: {
    useAPIKey: true,
    // Payload's own lock says which accounts there are: see access/limits.ts.
    maxLoginAttempts: 0,
    useSessions: true,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: env.cmsUrl.startsWith('https:') },
  },
  access: userAccess,
  disableDuplicate: true,
  fields: [
    // It stands in the audit, and by it two people are told apart: nobody becomes another by changing their own.
    { name: 'email', type: 'email', label: 'E-mail', access: onlyOthersByAdministrators },
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      admin: { description: 'As colleagues see it beside what this person saved.' },
    },
    {
      name: 'roles',
      type: 'select',
      label: 'Roles',
      hasMany: true,
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: roleWords[value] })),
      access: onlyOthersByAdministrators,
      admin: { description: 'What this person may do. Nobody changes their own roles.' },
    },
    {
      name: 'languages',
      type: 'select',
      label: 'Languages',
      hasMany: true,
      options: languages
        .filter(({ tag }) => tag !== SOURCE_LANGUAGE)
        .map(({ tag, englishName }) => ({ value: tag, label: englishName })),
      access: onlyOthersByAdministrators,
      admin: {
        description: 'The languages a translator works in.',
        condition: (data) => Array.isArray(data.roles) && data.roles.includes('translator'),
      },
    },
    mailChoice,
    ...closedFields,
    {
      name: 'enableAPIKey',
      type: 'checkbox',
      label: 'Has a key for programs',
      access: onlyAdministrators,
    },
    { name: 'apiKey', type: 'text', label: 'Key for programs', access: onlyAdministrators },
    {
      name: 'secondFactor',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/second-factor.tsx#SecondFactor' },
      },
    },
  ],
  endpoints: [...secondFactorEndpoints, forgotPassword, ...handoverEndpoints],
  hooks: {
    beforeOperation: [limitTries, noteCode],
    beforeLogin: [refuseClosed, askSecondFactor],
    afterLogin: [forgiveTries],
    beforeChange: [keepAnAdministrator, refuseKeysOfPeople, endAccess],
    beforeDelete: [keepAnAdministratorOnDelete],
    afterDelete: [forgetFactorOnDelete],
  },
};
