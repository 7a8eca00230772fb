import type { APIRoute } from 'astro';
import { staticPaths } from '../../../../content/static-paths.ts';
import { hsdsFile } from '../../../../open-data/hsds.ts';

export const getStaticPaths = () => staticPaths('hsds-file');

export const GET: APIRoute = ({ locals, params }) => {
  const { file = '' } = params;
  const type = file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json';
  return new Response(hsdsFile(locals.content, file), { headers: { 'content-type': type } });
};
