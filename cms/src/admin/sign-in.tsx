/** The page to sign in: Payload's own asks for nothing but a password. */
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import { getSafeRedirect } from 'payload/shared';
import { SignInBrand } from './brand.tsx';
import { Forgotten } from './forgotten.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignIn({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult;
  const redirectTo = getSafeRedirect({
    fallbackTo: req.payload.config.routes.admin,
    redirectTo: searchParams?.redirect ?? '',
  });
  if (req.user) redirect(redirectTo);
  return (
    <>
      <div className="login__brand">
        <SignInBrand />
      </div>
      <SignInForm redirectTo={redirectTo} />
      <Forgotten />
    </>
  );
}
