import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { JSX, ReactNode } from 'react';
import { NONCE_HEADER } from '../server/page-headers';
import { readerLocale } from '../server/reader-locale';
import { Providers } from '../ui/providers';
import '../ui/mantine.css';
import '../ui/global.css';

export const metadata: Metadata = { robots: { index: false, follow: false } };

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { readonly children: ReactNode }): Promise<JSX.Element> {
  const request = await headers();
  const nonce = request.get(NONCE_HEADER) ?? '';
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        {/* Not by the metadata, which may put it there twice: the list of sites changes it. */}
        <link rel="icon" href="/icon.svg" />
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce} locale={readerLocale(request.get('accept-language'))} now={timeOfRequest()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

const timeOfRequest = (): number => Date.now();
