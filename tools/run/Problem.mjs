/** What stops the run, and what the reader can do about it. */
export class Problem extends Error {
  constructor(what, fix) {
    super(`${what}\n  Fix: ${fix}`);
    this.what = what;
    this.fix = fix;
  }
}

/** Runs a command of this folder: a problem is printed without a stack trace. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(
      `\n${error instanceof Problem ? error.message : error.stack}`,
    );
    process.exitCode = 1;
  }
}
