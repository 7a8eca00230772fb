/** Puts the page of components beside the others while somebody develops: `npm run design --workspace site`. */
import type { AstroIntegration } from 'astro';

export function designRoute(): AstroIntegration {
  return {
    name: 'charterpress-design',
    hooks: {
      'astro:config:setup': ({ addMiddleware, command, injectRoute }) => {
        if (command !== 'dev') return;
        const at = (file: string) => new URL(file, import.meta.url);
        injectRoute({ pattern: '/design/[...language]', entrypoint: at('Design.astro') });
        addMiddleware({ entrypoint: at('content.ts'), order: 'pre' });
      },
    },
  };
}
