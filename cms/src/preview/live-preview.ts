/** The preview beside the form: see preview-window.tsx for what stands in it. */
import { isKind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { RootLivePreviewConfig } from 'payload';
import { FRAME_MS, previewAddress } from './pass.ts';

export const livePreview: RootLivePreviewConfig = {
  collections: [...kindNames],
  breakpoints: [
    { name: 'phone', label: preview.window.phone, width: 360, height: 740 },
    { name: 'desktop', label: preview.window.desktop, width: 1280, height: 900 },
  ],
  // Asked again after each save: another address, so that the frame is drawn anew.
  url: ({ collectionConfig, data, req }) => {
    const kind = collectionConfig?.slug ?? '';
    if (!isKind(kind) || data.id === undefined) return null;
    return previewAddress(req, [{ kind, document: String(data.id) }], FRAME_MS);
  },
};
