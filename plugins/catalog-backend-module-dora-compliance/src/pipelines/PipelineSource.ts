import type { PipelineDeclaration } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A delivery pipeline as its CI system reports it. */
export type DiscoveredPipeline = {
  /** Host of the CI system, e.g. `github.com`. */
  host: string;
  /** Repository or project, e.g. `bank/ledger`. */
  project: string;
  /** Path or id of the definition, e.g. `.github/workflows/deploy.yml`. */
  definition: string;
  /** How people call it. */
  title: string;
  /** Web address of the pipeline, for people. */
  url: string;
  /** Web address of the repository it belongs to, where it has one. */
  repository?: string;
  /** Whether it can change a running system. When in doubt, it can. */
  canDeploy: boolean;
  /** Environments it can deploy to, sorted. */
  environments: string[];
  runner: NonNullable<PipelineDeclaration['runner']>;
};

/** Some pipelines, and where reading goes on; no cursor after the last. */
export type PipelinePage = {
  pipelines: DiscoveredPipeline[];
  nextCursor?: string;
};

/**
 * Port. One CI system, organisation or group whose pipelines are discovered.
 * Reading costs a bounded number of requests a page, so that it can stop and
 * go on after any of them, in this process or another.
 */
export interface PipelineSource {
  /**
   * Never changes, since discovered entities depend on it, e.g.
   * `github:github.com/bank`.
   */
  readonly id: string;

  /**
   * The page a cursor leads to, or the first. Throws a `DiscoveryError` when
   * the page can't be read in full: half a page is no page.
   */
  read(cursor?: string): Promise<PipelinePage>;
}
