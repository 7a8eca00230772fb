'use client';
/** In the navigation, for administrators: the way to the audit. */
import type { Role } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/audit.json' with { type: 'json' };
import { Link, useAuth } from '@payloadcms/ui';

export function AuditLink() {
  const { user } = useAuth();
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!held.includes('administrator')) return null;
  return (
    <Link className="nav__link desk-nav-link" href="/admin/audit" prefetch={false}>
      {words.link}
    </Link>
  );
}
