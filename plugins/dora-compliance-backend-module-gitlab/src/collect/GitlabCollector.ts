import type { GitLabIntegrationConfig } from '@backstage/integration';
import {
  type Duration,
  findOrganization,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type CollectorReading,
  type CollectionTarget,
  type CollectorContext,
  collectParts,
  type CollectorPart,
  type EvidenceCollector,
  type PartReading,
  readFrom,
  RecentReads,
  runBackfill,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { gitlabDefaults } from '../gitlabDefaults';
import { GitlabDeliveryLog } from '../deliveries/GitlabDeliveryLog';
import { Moment, SOURCE_ID } from '../normalise/fields';
import { backfillStages } from './backfillStages';
import { GitlabApi } from './GitlabApi';
import { GitlabProjectApi } from './GitlabProjectApi';
import { readRecentPushes } from './pushes';
import {
  readRecentChanges,
  readRecentDeployments,
  readRecentPipelines,
} from './recent';
import { readOrganizationPart } from './organizationPart';
import { settingsParts } from './settingsParts';

/**
 * How evidence is collected from GitLab.
 *
 * @public
 */
export type GitlabCollectorOptions = {
  /** The hosts to ask, as in Backstage's integrations. */
  integrations: readonly GitLabIntegrationConfig[];
  /** Whether there are features of GitLab Premium to ask for. */
  paidFeatures: boolean;
  /** How far back each round looks for what happened, e.g. `P3D`. */
  lookBack: Duration;
  /** Branches whose pushes are read, beside the default branch. */
  protectedBranches?: readonly string[];
};

const recentParts: Readonly<
  Record<
    string,
    (
      project: GitlabProjectApi,
      since: Instant,
      options: GitlabCollectorOptions,
    ) => AsyncIterable<PartReading> | Promise<PartReading>
  >
> = {
  'merged-changes': readRecentChanges,
  pipelines: readRecentPipelines,
  deployments: readRecentDeployments,
  pushes: readRecentPushes,
};

class GitlabCollector implements EvidenceCollector {
  readonly sourceId = SOURCE_ID;
  readonly history = Object.keys(recentParts);
  readonly backfilled = this.history;
  readonly parts = [
    ...this.history,
    ...Object.keys(settingsParts),
    'organization',
  ];
  readonly #groups = new RecentReads(gitlabDefaults.groupRests);
  readonly deliveryLog = new GitlabDeliveryLog(target => this.#find(target));
  readonly #options: GitlabCollectorOptions;

  constructor(options: GitlabCollectorOptions) {
    this.#options = options;
  }

  covers(target: CollectionTarget): boolean {
    return this.#find(target) !== undefined;
  }

  collect(
    target: CollectionTarget,
    context: CollectorContext,
  ): AsyncIterable<CollectorReading> {
    const project = this.#project(target, context);
    // By the second, as moments are read: nothing falls between two rounds.
    const since = Moment.parse(readFrom(context, this.#options.lookBack));
    const parts = [
      ...Object.entries(recentParts).map(([name, read]) => ({
        name,
        read: () => read(project, since, this.#options),
      })),
      ...Object.keys(settingsParts).map(name =>
        this.#settingsPart(name, project),
      ),
      {
        name: 'organization',
        read: () =>
          readOrganizationPart(project, target.uri, () =>
            this.#groups.take(findOrganization(target.uri), context.now()),
          ),
      },
    ];
    return collectParts({ target, parts, context });
  }

  backfill(
    target: CollectionTarget,
    from: { since: Instant; cursor?: string },
    context: CollectorContext,
  ): AsyncIterable<BackfillStep> {
    const project = this.#project(target, context);
    const stages = backfillStages(project, this.#options);
    return runBackfill({ stages, target, from, context });
  }

  #settingsPart(name: string, project: GitlabProjectApi): CollectorPart {
    return {
      name,
      read: async () => {
        const settings = await project.settings();
        const rest = settings.value
          ? await settingsParts[name]?.(project, settings.value, this.#options)
          : undefined;
        const reading = together(settings, ...(rest ? [rest] : []));
        const { clockSkew } = project.api;
        return { ...reading, ...(clockSkew !== undefined && { clockSkew }) };
      },
    };
  }

  #project(
    target: CollectionTarget,
    context: CollectorContext,
  ): GitlabProjectApi {
    const found = this.#find(target);
    if (!found) {
      throw new Error(`${target.uri} is on no GitLab of the integrations`);
    }
    const api = new GitlabApi(found.integration, context);
    return new GitlabProjectApi(api, found.project);
  }

  /** The GitLab a repository lies on, and its path there. */
  #find({ kind, uri }: CollectionTarget) {
    const address = uri.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
    for (const integration of this.#options.integrations) {
      const base = `${toBaseUrl(integration).replace(/(?<!\/)\/+$/, '')}/`;
      const isBelow = address.toLowerCase().startsWith(base.toLowerCase());
      const project = isBelow ? address.slice(base.length) : '';
      if (kind === 'repository' && /^[^/?#\s]+(\/[^/?#\s]+)+$/.test(project)) {
        return { integration, project };
      }
    }
    return undefined;
  }
}

function toBaseUrl({ baseUrl, host }: GitLabIntegrationConfig): string {
  return baseUrl || `https://${host}`;
}

/**
 * Asks the GitLab API for what webhooks don't report: settings, members,
 * runners, and events whose deliveries were missed.
 *
 * @public
 */
export function createGitlabCollector(
  options: GitlabCollectorOptions,
): EvidenceCollector {
  return new GitlabCollector(options);
}
