import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';
import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Content-Security-Policy',
    value: "frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
  },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
  { key: 'X-Robots-Tag', value: 'noindex' },
];

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked over the whole repository by `npm run check`.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['sharp'],
  experimental: {
    serverActions: { bodySizeLimit: '4mb' },
    // Payload knows its errors by the names of their classes: minified, "Asha saved this" becomes "unknown error".
    turbopackMinify: { server: false, client: true },
    // To keep 200 megabytes for a next build takes a third of a first one, and most checkouts are built once.
    turbopackFileSystemCacheForBuild: existsSync(path.join(root, 'cms/.next/BUILD_ID')),
  },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
};

export default function nextConfig(phase: string): NextConfig {
  if (phase === PHASE_PRODUCTION_BUILD) standInForSecrets();
  return withPayload(config);
}

/** A build reads the config but never connects: it needs values of the right form, and no real ones. */
function standInForSecrets(): void {
  process.env.DATABASE_URL ??= 'mongodb://127.0.0.1/building?replicaSet=building';
  process.env.PAYLOAD_SECRET ??= 'stands in while building, never serves';
}
