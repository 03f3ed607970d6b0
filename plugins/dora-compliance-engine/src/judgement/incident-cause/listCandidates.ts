import {
  type Evidence,
  type Instant,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  classifyEnvironment,
  type EnvironmentKind,
} from '../../lineage/classifyEnvironment';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';

type Report = Evidence<
  'deployment-failed' | 'deployment-requested' | 'service-deployed'
>;

/** A deployment that may have caused an incident. */
export type Candidate = {
  /** When it began, or when it ended if that is the first thing that is known. */
  from: Instant;
  environment: string;
  kind: EnvironmentKind;
  /** What it deployed, by digest and by name. */
  artifacts: readonly string[];
  subjects: readonly Subject[];
  reports: readonly Report[];
};

/** Each incident of an asset asks for the same ones. */
const listed = new WeakMap<EvidenceIndex, readonly Candidate[]>();

/**
 * All deployments, the earliest first, with those that are in progress or failed:
 * each may have changed something from its beginning on.
 */
export function listCandidates(index: EvidenceIndex): readonly Candidate[] {
  const found = listed.get(index) ?? findCandidates(index);
  listed.set(index, found);
  return found;
}

function findCandidates(index: EvidenceIndex): Candidate[] {
  const others = new Map<string, Report[]>();
  for (const report of [
    ...index.ofType('deployment-requested'),
    ...index.ofType('deployment-failed'),
  ]) {
    const key = identify(report);
    others.set(key, [...(others.get(key) ?? []), report]);
  }
  const succeeded = index.deployments.map(({ reports }) => {
    const keys = new Set(reports.map(identify));
    const before = [...keys].flatMap(key => others.get(key) ?? []);
    keys.forEach(key => others.delete(key));
    return toCandidate([...before, ...reports]);
  });
  return [...succeeded, ...[...others.values()].map(toCandidate)].sort(
    (a, b) => Date.parse(a.from) - Date.parse(b.from),
  );
}

function identify({ subjects, sourceId, predicate }: Report): string {
  const subject = subjects.find(({ kind }) => kind === 'deployment');
  return subject
    ? subjectKey(subject)
    : JSON.stringify([sourceId, predicate.deployment.id]);
}

function toCandidate(reports: readonly Report[]): Candidate {
  const all = reports.map(({ predicate }) => predicate.deployment);
  const kinds = all.map(({ environment }) => classifyEnvironment(environment));
  return {
    from: reports.map(({ observedAt }) => observedAt).sort()[0]!,
    environment: all[0]!.environment.name,
    kind:
      (['production', 'elsewhere'] as const).find(one => kinds.includes(one)) ??
      'unclassified',
    artifacts: all.flatMap(({ artifact }) =>
      [artifact?.digest?.toLowerCase(), artifact?.name].flatMap(
        one => one ?? [],
      ),
    ),
    subjects: reports.flatMap(report => report.subjects),
    reports,
  };
}
