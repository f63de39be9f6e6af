import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the dev server finds the clinic's server: `CHAIRSIDE_SERVER`, else the default address. */
const server = process.env.CHAIRSIDE_SERVER ?? 'http://127.0.0.1:3000';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SERVICE_WORKER = 'service-worker';

/** What a card of the board and a visit have in common: the rules that they show, and how they show them. */
const AT_EVERY_CHAIR = new RegExp(
  [
    '/shared/(clinic/(default-recheck|patient-names|in-sentence)|session/(entries|occupancy)|vitals/(latest|own-limits|due|change|assess|recheck|spoken)|deciding/holding|dosing/(order|delivered))\\.ts$',
    '/shared/views/(board|timeline|alarm-now)\\.ts$',
    '/client/live/(use-moment|use-derived|patient-name)\\.ts$',
    '/client/components/(not-live-cover|duration|countdown|value|progress-bar|age|problem-message|chip|session-link|visit-words|use-whose|use-title)\\.tsx?$',
    '/client/components/(not-live-cover|value|progress-bar|chip|card-link)\\.module\\.css',
    '/client/features/board/card\\.module\\.css',
    '/lucide-react/dist/esm/icons/(check|droplet|pause|unlink)\\.',
  ].join('|'),
);

/** What draws and routes every screen: it changes less often than the product does. */
const FRAME =
  /\/node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(react-router|router-core|history|store|react-store))\//;

export default defineConfig({
  root: here('.'),
  cacheDir: '../node_modules/.cache/vite',
  plugins: [react(), precache()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no inline script and no data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    manifest: true,
    rolldownOptions: {
      input: { main: here('index.html'), [SERVICE_WORKER]: here(`service-worker/${SERVICE_WORKER}.ts`) },
      output: {
        // Its address is its identity: a hash in it would make another service worker of each version.
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? `${SERVICE_WORKER}.js` : 'assets/[name]-[hash].js'),
        // Every board and every visit asks for these: one file compresses better than twenty, and is one request.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'chair', test: AT_EVERY_CHAIR },
            { name: 'frame', test: FRAME },
          ],
        },
      },
    },
    // react-aria and recharts are chunks of their own; the first load is checked by the bench, not by this warning.
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, ws: true },
      '/socket.io': { target: server, ws: true },
    },
  },
  preview: { host: '127.0.0.1' },
});

/** Writes what the service worker keeps (`precache.json`), and the version of it all into the worker: another build is another worker. */
function precache(): Plugin {
  return {
    name: 'chairside-precache',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const built = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|woff2)$/.test(name));
      const list = JSON.stringify(
        ['', 'theme.js', 'icon.svg', 'manifest.webmanifest', ...built.sort()].map((name) => `/${name}`),
      );
      const page = readFileSync(join(dir, 'index.html'), 'utf8');
      const version = createHash('sha256').update(list).update(page).digest('hex').slice(0, 16);
      writeFileSync(join(dir, 'precache.json'), list);
      const worker = join(dir, `${SERVICE_WORKER}.js`);
      writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll('__VERSION__', version));
    },
  };
}
