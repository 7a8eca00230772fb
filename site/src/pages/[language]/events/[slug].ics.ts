import type { APIRoute } from 'astro';
import { staticPaths } from '../../../content/static-paths.ts';
import { eventCalendar } from '../../../views/taking-part/calendar.ts';

export const getStaticPaths = () => staticPaths('event-calendar');

export const GET: APIRoute = ({ locals, params }) =>
  new Response(eventCalendar(locals.content, params as { language: string; slug: string }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
