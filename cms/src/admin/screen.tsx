/** A screen of our own inside Payload's: with its navigation, and nothing for whoever is not staff. */
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { rolesOf } from '../access/collections.ts';
import { notAllowed } from '../publishing/sentences.ts';

export function Screen(
  props: AdminViewServerProps & { readonly children: ReactNode; readonly className: string },
) {
  const { children, className, initPageResult, params, searchParams } = props;
  const { locale, permissions, req, visibleEntities } = initPageResult;
  const { i18n, payload, user } = req;
  const isStaff = kindNames.some((kind) => may(rolesOf(req), 'read', kind));
  return (
    <DefaultTemplate
      i18n={i18n}
      {...(locale && { locale })}
      {...(params && { params })}
      payload={payload}
      permissions={permissions}
      {...(searchParams && { searchParams })}
      {...(user && { user })}
      visibleEntities={visibleEntities}
    >
      <Gutter className={className}>{isStaff ? children : <p>{notAllowed()}</p>}</Gutter>
    </DefaultTemplate>
  );
}
