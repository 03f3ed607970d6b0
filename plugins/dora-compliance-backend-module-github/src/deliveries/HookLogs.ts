import type {
  CollectionTarget,
  Delivery,
  DeliveryLogAnswer,
  DeliveryLogRequest,
  DeliveryLogStep,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubApi } from '../collect/GithubApi';
import type { GithubHook } from './GithubHook';
import { mergeFoundHooks, type FoundHooks } from './HookFinder';
import { lackingEvents } from './lackingEvents';
import { type HookLogEnd, readHookLog } from './readHookLog';
import { githubDefaults } from '../githubDefaults';

/** The logs of the hooks of one request, each read once. */
export class HookLogs {
  readonly #request: DeliveryLogRequest;
  readonly #ends = new Map<GithubApi, Map<string, HookLogEnd>>();

  constructor(request: DeliveryLogRequest) {
    this.#request = request;
  }

  /** Reads the logs that were not read yet. */
  async *read({ hooks }: FoundHooks): AsyncIterable<DeliveryLogStep> {
    for (const hook of hooks.filter(one => !this.#findEnd(one))) {
      const log = readHookLog(hook, this.#request);
      let deliveries: Delivery[] = [];
      let next = await log.next();
      while (!next.done) {
        deliveries.push(next.value);
        if (deliveries.length >= githubDefaults.deliveriesAtOnce) {
          yield { deliveries, answers: [] };
          deliveries = [];
        }
        next = await log.next();
      }
      const ends = this.#ends.get(hook.api) ?? new Map();
      this.#ends.set(hook.api, ends.set(hook.log, next.value));
      yield { deliveries, answers: [] };
    }
  }

  /** What the hooks of a target say of it, now that their logs were read. */
  answer(
    target: CollectionTarget,
    found: FoundHooks,
  ): { answer: DeliveryLogAnswer; retryAfter?: number } {
    const { since, address } = this.#request;
    const ends = found.hooks.map(hook => ({ hook, ...this.#findEnd(hook) }));
    const whole = ends.filter(({ problem }) => problem === undefined);
    const lacking = lackingEvents(
      whole.map(({ hook }) => hook),
      since,
    );
    const { problem, retryAfter } = mergeFoundHooks(
      found,
      ...ends.map(({ hook: _, ...end }) => ({ hooks: [], ...end })),
    );
    const why =
      problem ??
      `No webhook of ${
        target.uri
      } that GitHub shows us has delivered ${lacking.join(', ')} to ${address}`;
    return {
      answer:
        lacking.length === 0
          ? { target, complete: true }
          : {
              target,
              complete: false,
              problem: why,
              lasting: problem === undefined,
            },
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }

  #findEnd({ api, log }: GithubHook): HookLogEnd | undefined {
    return this.#ends.get(api)?.get(log);
  }
}
