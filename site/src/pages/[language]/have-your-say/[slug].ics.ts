import type { APIRoute } from 'astro';
import { staticPaths } from '../../../content/static-paths.ts';
import { forumCalendar } from '../../../views/taking-part/calendar.ts';

export const getStaticPaths = () => staticPaths('forum-calendar');

export const GET: APIRoute = ({ locals, params }) =>
  new Response(forumCalendar(locals.content, params as { language: string; slug: string }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
