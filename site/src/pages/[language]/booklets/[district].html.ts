import type { APIRoute } from 'astro';
import { bookletFile } from '../../../components/booklet.ts';
import { staticPaths } from '../../../content/static-paths.ts';
import { bookletOf } from '../../../views/booklet/booklet.ts';

export const getStaticPaths = () => staticPaths('booklet');

export const GET: APIRoute = ({ locals, params }) => {
  const booklet = bookletOf(locals.content, params as { language: string; district: string });
  return new Response(bookletFile(booklet), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};
