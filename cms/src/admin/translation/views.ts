/** The screens of translators, by their addresses. */
import type { AdminViewConfig } from 'payload';

export const translationViews = {
  translations: {
    Component: '/admin/translation/my-languages-screen.tsx#MyLanguagesScreen',
    path: '/translation',
    exact: true,
  },
  coverage: {
    Component: '/admin/translation/coverage-screen.tsx#CoverageScreen',
    path: '/translation/coverage',
    exact: true,
  },
  together: {
    Component: '/admin/translation/together-screen.tsx#TogetherScreen',
    path: '/translation/release',
    exact: true,
  },
  translation: {
    Component: '/admin/translation/workbench-screen.tsx#WorkbenchScreen',
    path: '/translation/:language/:kind/:document',
    exact: true,
  },
} satisfies Readonly<Record<string, AdminViewConfig>>;
