/** What is sent with everything that the site answers. */
import type { Trust } from '@charterpress/shared/trust.ts';
import { contentSecurityPolicyHeader } from '../src/csp.ts';

/** What pages never ask for, so that nothing on them can. Browsers complain of names that they do not know. */
const unused = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
  ...['interest-cohort', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'],
];

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A browser that looks names up ahead tells the network which links stand on a page.
  'X-DNS-Prefetch-Control': 'off',
};

/** A year, for this host alone: what stands beside it at its domain is not ours to decide on. */
const onlyEncrypted = { 'Strict-Transport-Security': 'max-age=31536000' };

/** `site` is the origin that readers come by: where it is `https:`, a proxy before this server speaks TLS for it. */
export function headersFor(site: string, trust: Trust): Readonly<Record<string, string>> {
  const policy = { 'Content-Security-Policy': contentSecurityPolicyHeader(trust) };
  return { ...policy, ...always, ...(site.startsWith('https:') ? onlyEncrypted : {}) };
}
