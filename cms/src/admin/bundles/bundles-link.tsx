'use client';
/** In the navigation, for everybody who reads documents: what is scheduled. */
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { Link, useAuth } from '@payloadcms/ui';

export function BundlesLink() {
  const { user } = useAuth();
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!kindNames.some((kind) => may(held, 'read', kind))) return null;
  return (
    <Link className="nav__link desk-nav-link" href="/admin/bundles" prefetch={false}>
      {words.screen.title}
    </Link>
  );
}
