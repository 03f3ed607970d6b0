import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  changesChannel,
  type ChangesMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Pages are notified at most this often, in milliseconds. */
const INTERVAL = 2_000;

/**
 * Notifies open pages that scores changed, by Backstage's signals. The message says
 * nothing else: readers may not learn of assets that are hidden from them. Pages then
 * load again what they may read.
 */
export class ChangeSignal {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #now: () => string;
  #timer: NodeJS.Timeout | undefined;
  #isFailing = false;

  constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    now: () => string;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Scores changed. Pages are notified soon, once for all changes until then. */
  note(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#publish();
    }, INTERVAL);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Live pages are a convenience: a failure is logged once, and ends nothing. */
  async #publish(): Promise<void> {
    try {
      await this.#signals.publish<ChangesMessage>({
        recipients: { type: 'broadcast' },
        channel: changesChannel,
        message: { version: Date.parse(this.#now()) },
      });
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.#logger.warn('Open pages could not be notified of changes', {
          error: String(error),
        });
      }
      this.#isFailing = true;
    }
  }
}
