import type {
  ListReading,
  ReadingOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import { ProjectSettings } from '../normalise/api/ProjectSettings';
import type { GitlabApi, PageOf } from './GitlabApi';

/**
 * What is asked of one project in one round. The project itself is asked for
 * once: each part needs it.
 */
export class GitlabProjectApi {
  readonly api: GitlabApi;
  readonly #path: string;
  #settings: Promise<ReadingOf<ProjectSettings>> | undefined;

  /** @param project - the full path of the project, e.g. `bank/ledger` */
  constructor(api: GitlabApi, project: string) {
    this.api = api;
    this.#path = `/projects/${encodeURIComponent(project)}`;
  }

  settings(): Promise<ReadingOf<ProjectSettings>> {
    this.#settings ??= this.one('', ProjectSettings);
    return this.#settings;
  }

  one<T>(rest: string, shape: z.ZodType<T>): Promise<ReadingOf<T>> {
    return this.api.one(`${this.#path}${rest}`, shape);
  }

  all<T>(rest: string, item: z.ZodType<T>): Promise<ListReading<T>> {
    return this.api.all(`${this.#path}${rest}`, item);
  }

  page<T>(rest: string, page: number, item: z.ZodType<T>): Promise<PageOf<T>> {
    return this.api.page(`${this.#path}${rest}`, page, item);
  }
}
