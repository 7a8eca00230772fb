import type { APIRoute } from 'astro';
import { staticPaths } from '../../content/static-paths.ts';
import { sitemap } from '../../views/sitemap.ts';

export const getStaticPaths = () => staticPaths('sitemap-portion');

export const GET: APIRoute = ({ locals, params }) =>
  new Response(sitemap(locals.content, params as { language: string; portion: string }), {
    headers: { 'content-type': 'application/xml' },
  });
