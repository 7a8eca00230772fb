/** `astro build` makes the whole site as files, from the GraphQL of the CMS alone. The press has its own config. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';
import { designRoute } from './design/route.ts';
import { env } from './press/env.ts';

const reading = new URL('./src/content/from-graphql.ts', import.meta.url);

type StaticFiles = typeof import('./src/content/static-files.ts');

/** Vite, which loads this file, has closed by the end of a build; and what the pages read from is loaded by Node. */
const ownNode = createRequire(import.meta.url);

export default defineConfig({
  output: 'static',
  site: env.siteUrl,
  outDir: `${env.dataDir}/site`,
  cacheDir: `${env.dataDir}/site-cache`,
  root: fileURLToPath(new URL('.', import.meta.url)),
  // A page is asked for as a release has it: folders with a slash at the end, files by their names.
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [designRoute(), contentFromCms()],
  // A drawing inside a page would be a `data:` address, which the policy of the pages does not allow.
  vite: { build: { assetsInlineLimit: 0 }, plugins: [keepReadingOut()] },
});

/** Pages get their content by a middleware; where the press renders, it gives the content itself. */
function contentFromCms(): AstroIntegration {
  let output = '';
  return {
    name: 'charterpress-content',
    hooks: {
      'astro:config:setup': ({ config, addMiddleware }) => {
        output = config.output;
        if (output !== 'static') return;
        const entrypoint = new URL('./src/static-content.ts', import.meta.url);
        addMiddleware({ entrypoint, order: 'pre' });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (output !== 'static') return;
        const { writeStaticFiles } = ownNode('./src/content/static-files.ts') as StaticFiles;
        for (const sentence of await writeStaticFiles(dir)) logger.warn(sentence);
      },
    },
  };
}

/** What reads the CMS finds its files beside itself, so Node loads it from where it stands instead of from a bundle. */
function keepReadingOut() {
  return {
    name: 'charterpress-keep-reading-out',
    apply: 'build' as const,
    enforce: 'pre' as const,
    resolveId: (id: string) =>
      id.endsWith('/from-graphql.ts') ? { id: reading.href, external: 'absolute' as const } : null,
  };
}
