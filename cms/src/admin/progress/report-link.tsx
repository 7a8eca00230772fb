'use client';
/** In the navigation, for everybody who reads actions: how promises stood at the end of a day. */
import { may, type Role } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/board-report.json' with { type: 'json' };
import { Link, useAuth } from '@payloadcms/ui';

export function ReportLink() {
  const { user } = useAuth();
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!may(held, 'read', 'actions')) return null;
  return (
    <Link className="nav__link desk-nav-link" href="/admin/progress-report" prefetch={false}>
      {words.link}
    </Link>
  );
}
