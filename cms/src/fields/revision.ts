/** What every working copy carries beside its own fields. */
import checks from '@charterpress/shared/strings/checks.json' with { type: 'json' };
import comments from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import reach from '@charterpress/shared/strings/reach.json' with { type: 'json' };
import steps from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import type { Field } from 'payload';
import { HELP } from './authoring.ts';
import { NOT_COMPARED, stateField } from './state.ts';

/** First of all beside the form: where the document stands, and who has to do what next. */
export const statusPanel = beside(
  'standing',
  steps.panel.title,
  '/admin/status-panel.tsx#StatusPanel',
);

/** `revision` goes out with the form and comes back with the save: see the hook `refuseStale`. */
export function revisionFields(): Field[] {
  return [
    {
      name: 'revision',
      type: 'number',
      label: 'Revision',
      admin: { hidden: true, components: { Diff: NOT_COMPARED } },
    },
    stateField,
    {
      name: 'savedBy',
      type: 'text',
      label: 'Saved by',
      admin: {
        position: 'sidebar',
        readOnly: true,
        components: { Diff: NOT_COMPARED },
        description: 'Who saved this working copy last.',
      },
      access: { create: () => false, update: () => false },
    },
    beside('checks', checks.panel.title, '/admin/checks-panel.tsx#ChecksPanel'),
    beside('comments', comments.title, '/admin/comments-beside.tsx#CommentsBeside'),
    beside('readers', desk.readers.title, '/admin/readers.tsx#WhatReadersHave'),
    beside('usedOn', reach.title, '/reach/used-on-panel.tsx#UsedOnPanel'),
  ];
}

/** A panel beside the form. */
function beside(name: string, label: string, component: string): Field {
  return {
    name,
    type: 'ui',
    label,
    admin: { position: 'sidebar', disableListColumn: true, components: { Field: component } },
  };
}

/** The last part of the page's address. Left empty, it is made from the field with this label. */
export function slugField(madeFrom: string, isHidden: boolean): Field {
  return {
    name: 'slug',
    type: 'text',
    label: 'Address',
    index: true,
    admin: {
      position: 'sidebar',
      hidden: isHidden,
      components: { Description: HELP },
      description: `The last part of the page's address: small letters, digits and hyphens, the same in every language. Leave it empty to have it made from the ${madeFrom}. Change it after publication only with good reason: links elsewhere use it.`,
    },
  };
}
