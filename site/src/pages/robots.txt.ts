import type { APIRoute } from 'astro';
import { robots } from '../views/sitemap.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(robots(locals.content), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
