'use client';
/** In the navigation, for everybody who reads documents: the translations. */
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Link, useAuth } from '@payloadcms/ui';

export function TranslationLink() {
  const { user } = useAuth();
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!kindNames.some((kind) => may(held, 'read', kind))) return null;
  return (
    <Link className="nav__link desk-nav-link" href="/admin/translation" prefetch={false}>
      {words.link}
    </Link>
  );
}
