import type { APIRoute } from 'astro';
import { staticPaths } from '../../../../content/static-paths.ts';
import { changesFeed } from '../../../../views/changes/atom.ts';

export const getStaticPaths = () => staticPaths('district-changes-feed');

export const GET: APIRoute = ({ locals, params }) =>
  new Response(changesFeed(locals.content, params as { language: string; district: string }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
