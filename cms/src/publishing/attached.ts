/** A file to be taken away, as it is at this moment: nothing on the way keeps a copy. */
export function attached(
  body: BodyInit,
  { name, type }: { readonly name: string; readonly type: string },
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

export const CSV = 'text/csv; charset=utf-8';
