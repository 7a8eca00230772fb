import type { APIRoute } from 'astro';
import { staticPaths } from '../../../../content/static-paths.ts';
import { districtCalendar } from '../../../../views/taking-part/calendar.ts';

export const getStaticPaths = () => staticPaths('district-calendar');

export const GET: APIRoute = ({ locals, params }) =>
  new Response(districtCalendar(locals.content, params as { language: string; slug: string }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
