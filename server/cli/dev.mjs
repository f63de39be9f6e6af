// `npm run dev [-- --demo]`: the server, started again when its sources change, and the screens, changed in place. Open the
// address that Vite prints; it passes the API and the live doors on to the server.
import { ensureDependencies } from './ensure-dependencies.mjs';
import { inProject, say } from './project.mjs';
import { startChild } from './run-child.mjs';

const node = await ensureDependencies({ dev: true });
const port = process.env.PORT ?? '3000';
const address = `http://127.0.0.1:${port}`;
const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');

say(`server on ${address}, both halves watched; Ctrl-C ends both`);
const halves = [
  startChild(node, ['--watch', '--watch-preserve-output', inProject('server', 'main.ts'), ...process.argv.slice(2)], {
    env: { PORT: port },
  }),
  startChild(node, [vite, '--config', 'client/vite.config.ts'], { env: { CHAIRSIDE_SERVER: address } }),
];
process.exitCode = await Promise.race(halves.map((half) => half.ended));
for (const half of halves) half.child.kill('SIGTERM');
