/** Each part of an address is a folder on disk, and no file system takes a name above 255 bytes. */
const LONGEST_SLUG = 100;

/** Whether this can stand in an address: small letters, digits and single hyphens. */
export function isSlug(slug: string): boolean {
  return slug.length <= LONGEST_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
}
