/** Milliseconds a fetch was given, and how it ends. */
type Held = { milliseconds: number; controller: AbortController };

const held: Held[] = [];

/**
 * Within a `describe`, time runs out for requests when a server leaves one
 * unanswered, and never before: what a test finds does not depend on the speed
 * of the machine.
 *
 * @returns the milliseconds that requests were given since the last call
 */
export function holdTimeouts(): () => number[] {
  const original = AbortSignal.timeout;
  beforeAll(() => {
    AbortSignal.timeout = milliseconds => {
      const controller = new AbortController();
      held.push({ milliseconds, controller });
      return controller.signal;
    };
  });
  afterAll(() => {
    AbortSignal.timeout = original;
  });
  return () => held.splice(0).map(({ milliseconds }) => milliseconds);
}

/** What a server calls that leaves a request unanswered. */
export function leftUnanswered() {
  const reason = new DOMException('The time is over', 'TimeoutError');
  held.forEach(({ controller }) => controller.abort(reason));
}
