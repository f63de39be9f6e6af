// `npm start [-- --demo [--speed N] [--frozen]]`: from a fresh clone to a served clinic. Sets up what is missing (packages,
// the pinned Node, the screens), then hands over to the server, which migrates, seeds and serves.
import { ensureClient } from './ensure-client.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { inProject } from './project.mjs';
import { runChild } from './run-child.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

const node = await ensureDependencies();
if (!(await ensureClient(node))) process.exit(1);
process.exitCode = await runChild(node, [...SERVER_FLAGS, inProject('server', 'main.ts'), ...process.argv.slice(2)]);
