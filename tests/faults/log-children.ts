import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./log-child.ts', import.meta.url));

export interface Writer {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves when so many lines were said, or the process ended. */
  said(count: number): Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts `log-child.ts`; `before` is a program to run it under, with its arguments. */
export function startWriter(dataDir: string, mode: string, before: readonly string[] = []): Writer {
  const [program = process.execPath, ...args] = [...before, process.execPath, CHILD, dataDir, mode];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
  };
  const reader = createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    look();
  });
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(() => {});
  const said = (count: number) =>
    new Promise<void>((resolve) => {
      const one = () => {
        if (lines.length >= count) resolve();
      };
      waiting.add(one);
      one();
    });
  return { process: child, lines, said: (count) => Promise.race([said(count), ended]), ended };
}

/** Commands that were answered, with the position of their last event. */
export function answered(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.flatMap((line) => {
      const [word, id = '', position] = line.split(' ');
      return word === 'answered' ? [[id, Number(position)] as const] : [];
    }),
  );
}
