/** Where the mail about a forgotten password leads: Payload's own page has no place for the second step. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import { MinimalTemplate } from '@payloadcms/next/templates';
import type { AdminViewServerProps } from 'payload';
import { SignInBrand } from './brand.tsx';
import { NewPasswordForm } from './new-password-form.tsx';

/** The address is /admin/reset/<token>. */
export function NewPassword({ params }: AdminViewServerProps) {
  const segments = params?.segments;
  const token = Array.isArray(segments) ? segments[1] : '';
  return (
    <MinimalTemplate className="login">
      <div className="login__brand">
        <SignInBrand />
      </div>
      <NewPasswordForm token={token ?? ''} />
      <p className="desk-forgotten">
        <a href="/admin/login">{words.newPassword.toSignIn}</a>
      </p>
    </MinimalTemplate>
  );
}
