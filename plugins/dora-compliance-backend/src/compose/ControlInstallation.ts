import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  AssessmentStore,
  InstalledControl,
} from '../assess/AssessmentStore';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { toInstalled } from '../assess/toInstalled';

/** Stores the controls of this process as the installed ones. */
export class ControlInstallation {
  readonly #options: {
    assessments: AssessmentStore;
    controls: ControlCatalogue;
    logger: LoggerService;
    now: () => Instant;
    onDue: () => void;
  };

  constructor(options: {
    assessments: AssessmentStore;
    controls: ControlCatalogue;
    logger: LoggerService;
    now: () => Instant;
    /** Called when controls became due for all assets. */
    onDue: () => void;
  }) {
    this.#options = options;
  }

  /** To be called at the start. */
  async install(): Promise<void> {
    const { assessments, now } = this.#options;
    await assessments.install(this.#list(), now());
  }

  /** Every replica shows that it runs with its controls. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-controls',
      scope: 'local',
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      fn: () => this.#confirm(),
    });
  }

  /** Takes over what replicas with newer code decided, if none of them is left. */
  async #confirm(): Promise<void> {
    const { assessments, logger, now, onDue } = this.#options;
    const ids = await assessments.confirm(this.#list(), now());
    if (ids.length > 0) {
      logger.info('This replica decides controls that others decided before', {
        controls: ids.join(', '),
      });
      onDue();
    }
  }

  #list(): InstalledControl[] {
    return [...this.#options.controls.values()].map(toInstalled);
  }
}
