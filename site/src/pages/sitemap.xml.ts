import type { APIRoute } from 'astro';
import { sitemaps } from '../views/sitemap.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(sitemaps(locals.content), { headers: { 'content-type': 'application/xml' } });
