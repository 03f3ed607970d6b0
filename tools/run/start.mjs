import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { start, stop } from './command.mjs';
import { installDependencies, YARN } from './dependencies.mjs';
import { isTaken } from './freePort.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { DATA, LOGS } from './paths.mjs';
import { main, Problem } from './Problem.mjs';
import { ready } from './ready.mjs';
import { runSteps } from './steps.mjs';

const BACKEND = 'http://localhost:7007';
const MARK = path.join(DATA, 'example-bank.json');
const FOLDER = path.join(LOGS, 'start');

/** `npm start`: the app, the backend and the example bank. */
main(async () => {
  let env;
  let app;
  await runSteps(
    [
      {
        name: 'Node',
        run: async log => {
          env = await nodeEnvironment(log);
        },
      },
      { name: 'Dependencies', run: log => installDependencies(env, log) },
      {
        name: 'Backend and app',
        run: async log => {
          await checkPorts();
          app = startApp(env, log);
          await ready(BACKEND, app.child, app.hasFailed);
        },
      },
      {
        name: 'Deliveries of the example bank',
        run: log => simulate(env, log),
      },
    ],
    { folder: FOLDER },
  ).catch(async problem => {
    if (app) {
      await stop(app.child);
    }
    throw problem;
  });
  console.log(
    `
Open http://localhost:3000, enter as Anna Lindqvist, choose Payment Gateway, then Compliance.
Ctrl+C stops it. Logs are in ${FOLDER}; warnings follow here.
`,
  );
  return app.show();
});

async function checkPorts() {
  for (const port of [3000, 7007]) {
    if (await isTaken(port)) {
      throw new Problem(
        `Port ${port} is taken.`,
        `end what listens on it (lsof -i :${port}); it may be an earlier npm start.`,
      );
    }
  }
}

/**
 * Starts backend and app. What they print goes to the log of the step, and to
 * the terminal once `show` is called, which answers the exit code.
 */
function startApp(env, log) {
  mkdirSync(path.join(DATA, 'sqlite'), { recursive: true });
  const child = start('node', [YARN, 'backstage-cli', 'repo', 'start'], {
    // A line for each request would hide what is to be read.
    env: { LOG_LEVEL: 'warn', EXAMPLE_BANK_TODAY: readToday(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let early = '';
  let write = chunk => {
    early += chunk;
    log.write(chunk);
  };
  child.stdout.on('data', chunk => write(chunk));
  child.stderr.on('data', chunk => write(chunk));
  const ended = new Promise(resolve => child.on('exit', resolve));
  return {
    child,
    hasFailed: () => early.includes('Backend startup failed'),
    show() {
      process.stdout.write(warningsIn(early));
      write = chunk => process.stdout.write(chunk);
      return ended;
    },
  };
}

/** The lines of a log that are warnings and errors. */
function warningsIn(text) {
  return text
    .split(/(?<=\n)/)
    .filter(line => {
      // eslint-disable-next-line no-control-regex
      const plain = line.replace(/\u001b\[[0-9;]*m/g, '');
      return /\s(warn|error)\s/.test(plain);
    })
    .join('');
}

/** The day of the first start, on which the data of the bank depends. */
function readToday() {
  return existsSync(MARK)
    ? JSON.parse(readFileSync(MARK, 'utf8')).today
    : new Date().toISOString().slice(0, 10);
}

/** At the first start only; the day of it is kept, as its data depends on it. */
async function simulate(env, log) {
  if (existsSync(MARK)) {
    const today = readToday();
    log.say('sent at the first start already; to send again:');
    log.say(
      `yarn workspace @ict-assurance/example-bank simulate --today ${today}`,
    );
    return 0;
  }
  const today = readToday();
  const code = await log.run(
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
  return code;
}
