/** The same pages as `astro build` makes, bundled once per code change for the press to render in its own process. */
import { mergeConfig } from 'astro/config';
import pages from '../astro.config.ts';
import { pressAdapter } from './adapter.ts';

// The address of the site comes with the content, so that one bundle does for every address.
const { site: _address, ...anywhere } = pages;

export default mergeConfig(anywhere, {
  output: 'server',
  adapter: pressAdapter(),
  // The bundle lies in DATA_DIR, where no node_modules is near.
  vite: { ssr: { noExternal: true } },
});
