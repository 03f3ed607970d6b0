import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const children = new Set();

/** Starts a program whose output goes where ours goes, unless told else. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    ...options,
  });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

/** Runs a program to its end and answers its exit code. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Runs a program and answers what it printed, or undefined if it failed. */
export async function output(command, args, options) {
  try {
    let text = '';
    const code = await new Promise((resolve, reject) => {
      const child = start(command, args, {
        ...options,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      child.stdout.on('data', chunk => (text += chunk));
      child.on('error', reject);
      child.on('close', resolve);
    });
    return code === 0 ? text.trim() : undefined;
  } catch {
    return undefined;
  }
}

/** Ends a program and what it started, if it leads a group of its own. */
export function stop(child) {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.on('exit', resolve);
    const target = child.spawnargs && child.isGroup ? -child.pid : child.pid;
    process.kill(target, 'SIGTERM');
    setTimeout(() => {
      try {
        process.kill(target, 'SIGKILL');
      } catch {
        // it ended meanwhile
      }
    }, 10_000).unref();
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    children.forEach(child => child.kill(signal));
    setTimeout(() => process.exit(130), 3000).unref();
  });
}
