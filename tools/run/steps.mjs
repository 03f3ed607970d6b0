import { Problem } from './Problem.mjs';

/**
 * Runs steps one after the other, telling which, of how many, and how long it
 * took. Stops at the first that fails.
 *
 * @param steps - `{ name, run }`, where run answers an exit code
 */
export async function runSteps(steps) {
  for (const [index, { name, run }] of steps.entries()) {
    const place = `[${index + 1}/${steps.length}]`;
    console.log(`\n${place} ${name}`);
    const begin = Date.now();
    const code = await run();
    const seconds = Math.round((Date.now() - begin) / 1000);
    if (code !== 0) {
      throw new Problem(
        `${place} ${name} failed after ${seconds} s.`,
        'read the lines above.',
      );
    }
    console.log(`${place} ${name}: done in ${seconds} s`);
  }
}
