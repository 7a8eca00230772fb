/** Makes Astro bundle the pages into one module that the press calls, instead of a server or files. */
import type { AstroIntegration } from 'astro';

export function pressAdapter(): AstroIntegration {
  return {
    name: 'charterpress-press',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'charterpress-press',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./bundle-entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
    },
  };
}
