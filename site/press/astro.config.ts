/** The same pages as `astro build` makes, bundled once per code change for the press to render in its own process. */
import { mergeConfig } from 'astro/config';
import site from '../astro.config.ts';
import { pressAdapter } from './adapter.ts';

export default mergeConfig(site, {
  output: 'server',
  adapter: pressAdapter(),
  // The bundle lies in DATA_DIR, where no node_modules is near.
  vite: { ssr: { noExternal: true } },
});
