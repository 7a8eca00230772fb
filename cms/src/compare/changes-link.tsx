'use client';
/** From a document to what changed in it since readers last got something new. */
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';

/** In a tab of its own, so that nothing that was typed is left behind. */
export function ChangesLink() {
  const { collectionSlug, id } = useDocumentInfo();
  if (id === undefined) return null;
  return (
    <p className="desk-changes">
      <a
        href={`/admin/collections/${collectionSlug}/${id}/compare`}
        rel="noreferrer"
        target="_blank"
      >
        {compare.see}
      </a>
    </p>
  );
}
