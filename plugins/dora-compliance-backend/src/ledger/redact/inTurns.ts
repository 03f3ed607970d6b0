import { setImmediate } from 'node:timers/promises';

/** Work that can be paused: it yields where the event loop may run. */
export type Pausable<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function atOnce<T>(work: Pausable<T>): T {
  let step = work.next();
  while (!step.done) {
    step = work.next();
  }
  return step.value;
}

/** Does it in pieces, and yields to the event loop between them. */
export async function inTurns<T>(work: Pausable<T>): Promise<T> {
  let step = work.next();
  while (!step.done) {
    await setImmediate();
    step = work.next();
  }
  return step.value;
}
