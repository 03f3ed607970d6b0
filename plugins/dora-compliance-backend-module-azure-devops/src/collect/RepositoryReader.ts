import {
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { listApprovalIds, Timeline } from '../normalise/api/approvalIds';
import { DeploymentRecord } from '../normalise/api/deployedRecords';
import { Environment } from '../normalise/api/readEnvironments';
import { Build, readRepository } from '../normalise/build';
import { Repository } from '../normalise/fields';
import { PullRequest } from '../normalise/pullRequest';
import { type RepositoryPlace, repositoryUri } from '../repositoryPlace';
import { type AzureDevOpsApi } from './AzureDevOpsApi';
import { azureDevOpsDefaults } from '../azureDevOpsDefaults';

/** Environments and checks have no other version yet. */
export const PREVIEW = { 'api-version': '7.1-preview.1' };

type RepositoryReading = ApiReading & { value?: z.output<typeof Repository> };

/** Asks for one repository, its project, and what belongs to them. */
export class RepositoryReader {
  readonly #api: AzureDevOpsApi;
  readonly #place: RepositoryPlace;
  readonly #asked = new Map<string, Promise<unknown>>();

  constructor(api: AzureDevOpsApi, place: RepositoryPlace) {
    this.#api = api;
    this.#place = place;
  }

  get api(): AzureDevOpsApi {
    return this.#api;
  }

  /** Path of the API of its project. */
  get project(): string {
    return `/${encodeURIComponent(this.#place.project)}/_apis`;
  }

  /** Path of the API of the repository. */
  get path(): string {
    return `${this.project}/git/repositories/${encodeURIComponent(
      this.#place.name,
    )}`;
  }

  /** The repository; asked for once a round. */
  repository(): Promise<RepositoryReading> {
    return this.#once('repository', () => this.#api.one(this.path, Repository));
  }

  /** What lists of completed pull requests are asked with. */
  static mergedSince(since: Instant) {
    return {
      'searchCriteria.status': 'completed',
      'searchCriteria.queryTimeRangeType': 'closed',
      'searchCriteria.minTime': since,
    };
  }

  /** A pull request with its commits, pushes and threads. */
  async change(id: number): Promise<ApiReading> {
    const path = `${this.path}/pullrequests/${id}`;
    return together(
      await this.#api.one(path, PullRequest),
      await this.#api.all(`${path}/commits`, { $top: '100' }),
      await this.#api.all(`${path}/iterations`),
      await this.#api.all(`${path}/threads`),
    );
  }

  /** The commits that came with a push. */
  pushedCommits(pushId: number): Promise<ApiReading> {
    const query = { pushId: String(pushId) };
    return this.#api.allBySkip(`${this.path}/commits`, query, '');
  }

  /** All environments of the project; asked for once a round. */
  environments() {
    return this.#once('environments', () => this.#environments());
  }

  async #environments() {
    const path = `${this.project}/distributedtask/environments`;
    const list = await this.#api.all(path, { ...PREVIEW, $top: '100' });
    const environments = list.items.flatMap(
      item => Environment.safeParse(item).data ?? [],
    );
    return environments.length === list.items.length
      ? { reading: list, environments }
      : {
          reading: {
            answers: list.answers,
            complete: false,
            problem: 'Azure DevOps lists environments without id or name',
          },
          environments,
        };
  }

  /**
   * One environment by itself, so that a document reports its name; asked for
   * once a round.
   */
  environment(id: number): Promise<ApiReading> {
    const path = `${this.project}/distributedtask/environments/${id}`;
    return this.#once(path, () => this.#api.one(path, Environment, PREVIEW));
  }

  /** A page of the deployments to an environment, newest first, with runs. */
  async records(id: number, since: Instant, token?: string) {
    const page = await this.#api.page(
      `${this.project}/distributedtask/environments/${id}/environmentdeploymentrecords`,
      { ...PREVIEW, top: '50' },
      token,
    );
    const all = page.items.flatMap(
      item => DeploymentRecord.safeParse(item).data ?? [],
    );
    const builds = await this.#readBuilds(all);
    const isOld = ({ finishTime }: DeploymentRecord) =>
      finishTime ? finishTime < since : false;
    const dayBefore = subtractDuration(since, 'P1D');
    const isPast =
      all.every(isOld) &&
      all.some(({ startTime, finishTime }) =>
        startTime ? startTime < dayBefore : finishTime,
      );
    return {
      reading: together(await this.environment(id), page, builds),
      all,
      recent: all.filter(record => !isOld(record)),
      builds: builds.builds,
      // They are listed as they began: one among old ones may have taken long.
      next: isPast ? undefined : page.next,
    };
  }

  /** The recent deployments to an environment; asked for once a round. */
  recentRecords(id: number, since: Instant) {
    return this.#once(`records ${id}`, async () => {
      const pages = [await this.records(id, since)];
      const seen = new Set<string>();
      let next = pages[0]?.next;
      while (next && !seen.has(next)) {
        seen.add(next);
        const page = await this.records(id, since, next);
        pages.push(page);
        next = page.next;
      }
      const readings = pages.map(({ reading }) => reading);
      return {
        reading: together(...readings, ...(next ? [circular(id)] : [])),
        recent: pages.flatMap(({ recent }) => recent),
        builds: pages.flatMap(({ builds }) => builds),
      };
    });
  }

  /** The runs of records, by their ids. */
  async #readBuilds(
    records: readonly DeploymentRecord[],
  ): Promise<ApiReading & { builds: Build[] }> {
    const ids = [
      ...new Set(records.flatMap(({ owner }) => (owner ? [owner.id] : []))),
    ].sort((a, b) => a - b);
    const readings = [];
    for (let at = 0; at < ids.length; at += azureDevOpsDefaults.idsPerRequest) {
      const buildIds = ids
        .slice(at, at + azureDevOpsDefaults.idsPerRequest)
        .join(',');
      readings.push(
        await this.#api.all(`${this.project}/build/builds`, { buildIds }),
      );
    }
    const builds = readings
      .flatMap(({ items }) => items)
      .flatMap(item => Build.safeParse(item).data ?? []);
    return { ...together(...readings), builds };
  }

  /** What was asked before in this round is answered from then. */
  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const asked = (this.#asked.get(key) as Promise<T> | undefined) ?? ask();
    this.#asked.set(key, asked);
    return asked;
  }

  /** The approvals that stages of the target's runs waited for. */
  async readApprovals(
    records: readonly DeploymentRecord[],
    builds: readonly Build[],
  ): Promise<ApiReading> {
    const own = repositoryUri(this.#place).toLowerCase();
    const readings: ApiReading[] = [];
    const ids = new Set<string>();
    for (const build of builds) {
      const stages = records
        .filter(({ owner }) => owner?.id === build.id)
        .map(({ stageName }) => stageName);
      const isOwn = readRepository(build)?.uri?.toLowerCase() === own;
      if (isOwn && stages.length > 0) {
        const timeline = await this.#api.one(
          `${this.project}/build/builds/${build.id}/timeline`,
          Timeline,
        );
        readings.push(timeline);
        stages
          .flatMap(stage =>
            timeline.value ? listApprovalIds(timeline.value, stage) : [],
          )
          .forEach(id => ids.add(id));
      }
    }
    for (let at = 0; at < ids.size; at += azureDevOpsDefaults.idsPerRequest) {
      readings.push(
        await this.#api.all(`${this.project}/pipelines/approvals`, {
          approvalIds: [...ids]
            .slice(at, at + azureDevOpsDefaults.idsPerRequest)
            .join(','),
          $expand: 'steps',
        }),
      );
    }
    return together(...readings);
  }
}

function circular(id: number): ApiReading {
  const problem = `Azure DevOps leads from one page of the deployments to environment ${id} to an earlier one`;
  return { answers: [], complete: false, problem };
}
