import {
  commitSubject,
  type Deployment,
  type Identity,
  type RunReference,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BuildPlace } from './BuildPlace';

/**
 * What all statements on a build need to know of it.
 */
export type BuildFacts = {
  readonly url: string;
  readonly place: BuildPlace;
  /** URN of the pipeline. */
  readonly pipeline: string;
  /** Full name of the pipeline. */
  readonly definition: string;
  readonly repository?: string;
  readonly commit?: string;
  readonly branch?: string;
  readonly startedBy?: Identity;
  readonly artifact?: Deployment['artifact'];
};

/** The subjects of a statement on a build, with its own ones at the end. */
export function listSubjects(facts: BuildFacts, ...own: Subject[]): Subject[] {
  const { repository, commit, url, pipeline } = facts;
  return [
    ...(repository ? [{ kind: 'repository' as const, uri: repository }] : []),
    ...(commit ? [commitSubject(commit)] : []),
    { kind: 'pipeline-run', uri: url },
    { kind: 'pipeline', uri: pipeline },
    ...own,
  ];
}

export function toRun({ place, url }: BuildFacts): RunReference {
  return { id: String(place.number), url, attempt: 1 };
}
