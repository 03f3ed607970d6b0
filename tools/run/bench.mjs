import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { ROOT } from './paths.mjs';
import { startOwnPostgres } from './postgres.mjs';
import { main, Problem } from './Problem.mjs';

/** `yarn bench <name>`: one benchmark on a fresh, durable PostgreSQL. */
main(async () => {
  const name = process.argv[2] ?? '';
  const file = path.join(ROOT, 'bench', name, `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Problem(
      `There is no benchmark "${name}".`,
      'name a folder of bench/, such as: yarn bench inventory',
    );
  }
  const env = await nodeEnvironment();
  await installDependencies(env);
  const postgres = await startOwnPostgres({ durable: true });
  try {
    return await run(
      'node',
      ['--require', '@backstage/cli/config/nodeTransform.cjs', file],
      { env: { ...env, DORA_TEST_POSTGRES: postgres.url }, cwd: ROOT },
    );
  } finally {
    await postgres.stop();
  }
});
