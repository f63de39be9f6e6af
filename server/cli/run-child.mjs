import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, projectFolder } from './project.mjs';

/**
 * Runs a program in the checkout to its end and answers its exit code (1 when a signal ended it or it never started).
 * The packages' programs come first on its PATH, the pinned Node among them. SIGTERM and SIGINT are passed on; a
 * program in the same terminal may so hear Ctrl-C twice, which the server takes as once.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, options = {}) {
  return startChild(command, args, options).ended;
}

/** The same, at once: the child, and a promise of its exit code. */
export function startChild(command, args, options = {}) {
  const path = `${inProject('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(command, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, PATH: path, ...options.env },
  });
  const passOn = (signal) => child.kill(signal);
  process.on('SIGTERM', passOn);
  process.on('SIGINT', passOn);
  const ended = new Promise((done) => {
    const end = (code) => {
      process.off('SIGTERM', passOn);
      process.off('SIGINT', passOn);
      done(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      end(1);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
  return { child, ended };
}
