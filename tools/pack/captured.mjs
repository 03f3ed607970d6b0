import { start } from '../run/command.mjs';

/** Runs a program and answers its exit code and all it printed. */
export function captured(command, args, options) {
  return new Promise((resolve, reject) => {
    let text = '';
    const child = start(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', chunk => (text += chunk));
    }
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: signal ? 1 : code, text }),
    );
  });
}
