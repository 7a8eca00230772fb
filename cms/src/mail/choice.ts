/** What an account says of its messages. Each person chooses for themselves. */
import { rhythms } from '@charterpress/shared/domain/messages.ts';
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { Field } from 'payload';

export const mailChoice: Field = {
  name: 'rhythm',
  type: 'select',
  label: mail.choice.label,
  options: rhythms.map((value) => ({ value, label: mail.choice[value] })),
  defaultValue: 'instant',
  admin: { description: mail.choice.help, isClearable: false },
};
