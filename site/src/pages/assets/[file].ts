import type { APIRoute } from 'astro';
import { staticPaths } from '../../content/static-paths.ts';
import { assetNamed } from '../../views/brand.ts';

export const getStaticPaths = () => staticPaths('asset');

export const GET: APIRoute = ({ locals, params }) => {
  const { type, body } = assetNamed(locals.content, String(params.file));
  return new Response(body, { headers: { 'content-type': type } });
};
