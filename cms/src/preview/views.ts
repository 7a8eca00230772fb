/** What stands beside the form of a document: the page as it would be, and what changed between two of its texts. */
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import type { EditConfig } from 'payload';

const Component = '/compare/compare-view.tsx#CompareView';

export const seeingViews = {
  livePreview: { Component: '/preview/preview-window.tsx#PreviewWindow' },
  compare: { Component, path: '/compare', tab: { label: compare.tab, href: '/compare' } },
  // Payload's own knows working copies alone, no editions, and says nothing to a screen reader.
  version: { Component },
} satisfies EditConfig;
