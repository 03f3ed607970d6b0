import type { z } from 'zod';
import { ProjectSettings } from '../collected/ProjectSettings';
import type { GitlabApi, Many, One, PageOf } from './GitlabApi';

/**
 * What is asked of one project in one round. The project itself is asked for
 * once: each part needs it.
 */
export class GitlabProjectApi {
  readonly api: GitlabApi;
  readonly #path: string;
  #settings: Promise<One<ProjectSettings>> | undefined;

  /** @param project - the full path of the project, e.g. `bank/ledger` */
  constructor(api: GitlabApi, project: string) {
    this.api = api;
    this.#path = `/projects/${encodeURIComponent(project)}`;
  }

  settings(): Promise<One<ProjectSettings>> {
    this.#settings ??= this.one('', ProjectSettings);
    return this.#settings;
  }

  one<T extends z.ZodType>(rest: string, shape: T): Promise<One<z.output<T>>> {
    return this.api.one(`${this.#path}${rest}`, shape);
  }

  all<T extends z.ZodType>(rest: string, item: T): Promise<Many<z.output<T>>> {
    return this.api.all(`${this.#path}${rest}`, item);
  }

  page<T extends z.ZodType>(
    rest: string,
    page: number,
    item: T,
  ): Promise<PageOf<z.output<T>>> {
    return this.api.page(`${this.#path}${rest}`, page, item);
  }
}
