/** A press in a process of its own that kills itself at a named step: `press-child.ts <dataDir> <cmsUrl> <step>`. */
import { openPress } from '@charterpress/site/press/press.ts';
import { bundle, logo, SITE, trust } from './press-at-work.ts';

const [dataDir = '', cmsUrl = '', deadly] = process.argv.slice(2);
const press = await openPress({
  ...{ dataDir, cmsUrl, trust, logo, siteUrl: SITE, pressKey: 'a key for tests' },
  bundle: await bundle(),
  onStep: (step) => {
    if (step === deadly) process.kill(process.pid, 'SIGKILL');
  },
});
await press.publish();
