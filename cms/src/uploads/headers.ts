/** How bytes that somebody uploaded are handed out: taken for nothing else, and with no power over the CMS. */
export function harmless(headers: Headers): Headers {
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  const isShown = /^(image|audio|video)\//.test(headers.get('content-type') ?? '');
  // A browser shows no PDF document in a sandbox: it is kept, and opened from there.
  if (!isShown) headers.set('Content-Disposition', 'attachment');
  return headers;
}
