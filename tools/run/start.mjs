import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, start } from './command.mjs';
import { installDependencies, YARN } from './dependencies.mjs';
import { isTaken } from './freePort.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { DATA } from './paths.mjs';
import { main, Problem } from './Problem.mjs';
import { ready } from './ready.mjs';

const BACKEND = 'http://localhost:7007';
const MARK = path.join(DATA, 'example-bank.json');

/** `npm start`: the app, the backend and the example bank. */
main(async () => {
  console.log('[1/4] Node and dependencies');
  const env = await nodeEnvironment();
  await installDependencies(env);
  for (const port of [3000, 7007]) {
    if (await isTaken(port)) {
      throw new Problem(
        `Port ${port} is taken.`,
        `end what listens on it (lsof -i :${port}); it may be an earlier npm start.`,
      );
    }
  }
  console.log('[2/4] Starting backend and app (about half a minute)');
  mkdirSync(path.join(DATA, 'sqlite'), { recursive: true });
  // A line for each request would bury the progress and what is to be read.
  const quiet = { LOG_LEVEL: 'warn', ...env };
  const app = start('node', [YARN, 'backstage-cli', 'repo', 'start'], {
    env: quiet,
  });
  const ended = new Promise(resolve => app.on('exit', resolve));
  const early = ended.then(code => {
    throw new Problem(`The start ended with ${code}.`, 'read the lines above.');
  });
  await Promise.race([ready(BACKEND, 180), early]);
  console.log('[3/4] The example bank sends its deliveries');
  await simulate(env);
  console.log(
    '[4/4] Open http://localhost:3000, enter as guest, choose Payment Gateway, then Compliance',
  );
  early.catch(() => {});
  return ended;
});

/** At the first start only; the day of it is kept, as its data hangs on it. */
async function simulate(env) {
  const today = existsSync(MARK)
    ? JSON.parse(readFileSync(MARK, 'utf8')).today
    : new Date().toISOString().slice(0, 10);
  if (existsSync(MARK)) {
    console.log('      sent at the first start already; to send again:');
    console.log(
      `      yarn workspace @ict-assurance/example-bank simulate --today ${today}`,
    );
    return;
  }
  const code = await run(
    'node',
    [
      YARN,
      'workspace',
      '@ict-assurance/example-bank',
      'simulate',
      '--url',
      BACKEND,
      '--today',
      today,
    ],
    { env },
  );
  if (code === 0) {
    writeFileSync(MARK, JSON.stringify({ today }));
  }
}
