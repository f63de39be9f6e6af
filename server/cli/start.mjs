// `npm start [-- --demo [--speed N] [--frozen]]`: from a fresh clone to a served clinic. Sets up what is missing (packages,
// the pinned Node, the screens), then hands over to the server, which migrates, seeds and serves.
import { parseArgs } from 'node:util';
import { ensureClient } from './ensure-client.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { inProject } from './project.mjs';
import { runChild } from './run-child.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

const node = await ensureDependencies();
if (!(await ensureClient(node))) process.exit(1);
const args = process.argv.slice(2);
// Somebody looks at the demo in a terminal: a line per request would push the address and the sign-ins out of sight.
const { values: flags } = parseArgs({ args, options: { demo: { type: 'boolean' } }, strict: false });
const isWatched = process.stdout.isTTY && flags.demo === true && (process.env.LOG_LEVEL ?? '') === '';
const env = isWatched ? { LOG_LEVEL: 'warn' } : {};
process.exitCode = await runChild(node, [...SERVER_FLAGS, inProject('server', 'main.ts'), ...args], { env });
