// `node server/cli/tool.mjs <program> …`: a package's program on the pinned Node, after making sure that it is installed.
// npm scripts go through here, so that each of them works straight after a clone.
import { existsSync, realpathSync } from 'node:fs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { inProject, say } from './project.mjs';
import { runChild } from './run-child.mjs';

const [name = '', ...args] = process.argv.slice(2);
const node = await ensureDependencies({ dev: true });
if (name === 'node') {
  process.exitCode = await runChild(node, args);
} else {
  const program = inProject('node_modules', '.bin', name);
  if (!existsSync(program)) {
    say(`no program "${name}" among the packages`);
    process.exit(1);
  }
  process.exitCode =
    process.platform === 'win32'
      ? await runChild(`${program}.cmd`, args, { shell: true })
      : await runChild(node, [realpathSync(program), ...args]);
}
