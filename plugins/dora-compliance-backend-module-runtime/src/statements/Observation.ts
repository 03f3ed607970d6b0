import type {
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What runs, as evidence says it. */
export type Artifact = Predicate<'environment-observed'>['artifacts'][number];

/**
 * What one reading covers: a namespace of a cluster, or an application of Argo CD.
 * A later reading of the same place replaces it, and readings of other places do
 * not.
 */
export type Place = {
  readonly uri: string;
  /** For sentences, e.g. `the namespace payments of the cluster eu`. */
  readonly title: string;
  /** Names of its cluster; none if it is not known. */
  readonly clusters: readonly string[];
  readonly namespace?: string | undefined;
};

/** What one object of a document says about a place. */
export type Observation = {
  readonly place: Place;
  readonly observedAt: Instant;
  /** Full reference; absent if the object names no catalog entity. */
  readonly entity?: string | undefined;
  readonly artifacts: readonly Artifact[];
  /** Whether it is a pod or an application, and no object that counts pods. */
  readonly isRunning: boolean;
  /** Why something may run that `artifacts` does not have. */
  readonly problem?: string | undefined;
  /** That pods exist, by an object that is none: the document must have them. */
  readonly expects?: string | undefined;
};

/** Whether an object says that something runs, or may. */
export function runsSomething({
  artifacts,
  problem,
  expects,
}: Observation): boolean {
  return artifacts.length > 0 || problem !== undefined || expects !== undefined;
}

/** What objects say, and what of them could not be read. */
export type ItemsReading = {
  readonly observations: readonly Observation[];
  readonly flaws: readonly string[];
  /** Why any entity of the document may run something that is not seen. */
  readonly problem?: string;
};
