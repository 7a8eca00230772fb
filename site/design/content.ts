/** The page of components is made from no editions, so that it stands without a CMS. */
import { defineMiddleware } from 'astro/middleware';
import { env } from '../press/env.ts';
import { openStore } from '../src/content/store.ts';
import { assetNamed, logoPath } from '../src/views/brand.ts';

export const onRequest = defineMiddleware((context, next) => {
  const { pathname } = context.url;
  const { logo, siteUrl: site, trust } = env;
  const content = openStore({ file: ':memory:', trust, logo, site }).content();
  if (pathname === logoPath(content)) {
    const { body, type } = assetNamed(content, pathname.slice('/assets/'.length));
    return new Response(body, { headers: { 'content-type': type } });
  }
  if (pathname.startsWith('/design')) context.locals.content = content;
  return next();
});
