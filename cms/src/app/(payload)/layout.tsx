import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import type { ServerFunctionClient } from 'payload';
import type { CSSProperties, ReactNode } from 'react';
import { refuseUnlessScreensAsk } from '../../access/screens.ts';
import { withoutStaleNotice } from '../../admin/own-notices.ts';
import config from '../../payload.config.ts';
import { trust } from '../../words/trust.ts';
import { importMap } from './admin/importMap.generated.ts';
import './desk.css';
import './notices.css';
import './comments.css';
import './steps.css';
import './compare.css';
import './preview.css';
import './translation.css';

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  refuseUnlessScreensAsk(args);
  return handleServerFunctions({
    ...withoutStaleNotice(args),
    config: Promise.resolve(config),
    importMap,
  });
};

/** The trust's colour, for desk.css. */
const style = { '--trust': trust.colours.brand } as CSSProperties;

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout
      config={Promise.resolve(config)}
      htmlProps={{ style }}
      importMap={importMap}
      serverFunction={serverFunction}
    >
      {children}
    </RootLayout>
  );
}
