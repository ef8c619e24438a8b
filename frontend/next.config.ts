import { join } from 'node:path';
import type { NextConfig } from 'next';
import { STATIC_HEADERS } from './src/server/security-headers';

const repository = join(import.meta.dirname, '..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  // Types are checked by `npm run typecheck`, which a start need not wait for.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Paths of the API end in a slash; a redirect would cost every request a second one.
  skipTrailingSlashRedirect: true,
  headers: () => Promise.resolve([{ source: '/:path*', headers: [...STATIC_HEADERS] }]),
  redirects: () => Promise.resolve([{ source: '/', destination: '/sites', permanent: false }]),
};

export default config;
