import {
  type Evidence,
  type EvidenceType,
  type Identity,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  classifyEnvironment,
  type EnvironmentKind,
} from './classifyEnvironment';
import { commitKey, findRepository, isSameCommit } from './keys';

/**
 * How far apart two systems may report one deployment: a CI system reports it
 * when it has asked for it, and a system such as Argo CD when it has happened.
 */
const TOLD_WITHIN = 15 * 60_000;

/**
 * A deployment, as everybody reports it.
 *
 * @public
 */
export type KnownDeployment = {
  /** The earliest report, which stands for the deployment. */
  first: Evidence<'service-deployed'>;
  /** All reports, earliest first. */
  reports: readonly Evidence<'service-deployed'>[];
  at: Instant;
  commit: string | undefined;
  repository: string | undefined;
  environment: string;
  kind: EnvironmentKind;
  deployers: readonly Identity[];
  /** Digests of the artifact, each once. */
  digests: readonly string[];
  runUrls: readonly string[];
};

type Deployed = Evidence<'service-deployed'>;

type Typed = <T extends EvidenceType>(type: T) => readonly Evidence<T>[];

/**
 * All deployments, earliest first, each once. A rollback is one: it deploys an
 * earlier version. A host may report the success of one deployment again, and two
 * systems may report one deployment.
 */
export function listDeployments(ofType: Typed): KnownDeployment[] {
  const reports = [
    ...ofType('service-deployed'),
    ...ofType('service-rolled-back').map(toDeployed),
  ].sort(byTime);
  const groups: Deployed[][] = [];
  const byPlace = new Map<string, Deployed[][]>();
  const bySubject = new Map<string, Deployed[][]>();
  for (const report of reports) {
    const subject = report.subjects.find(({ kind }) => kind === 'deployment');
    const key = subject && subjectKey(subject);
    const ofSubject = (key && bySubject.get(key)) || [];
    const place = describePlace(report);
    const known = byPlace.get(place) ?? [];
    const group =
      ofSubject.find(one => mayBeOfCommit(report, one)) ??
      known.find(one => isToldAgain(report, one)) ??
      [];
    if (group.length === 0) {
      groups.push(group);
      byPlace.set(place, [...known, group]);
    }
    group.push(report);
    if (key && !ofSubject.includes(group)) {
      bySubject.set(key, [...ofSubject, group]);
    }
  }
  return groups.map(describeDeployment);
}

function toDeployed(item: Evidence<'service-rolled-back'>): Deployed {
  const { deployment, rolledBackAt: deployedAt } = item.predicate;
  return {
    ...item,
    type: 'service-deployed',
    predicate: { deployment, deployedAt },
  };
}

/** A commit in an environment. */
function describePlace(report: Deployed): string {
  const { commit, environment } = report.predicate.deployment;
  return JSON.stringify([
    findRepository(report) ?? '',
    environment.name,
    // Without a commit nothing shows that two reports are of one deployment.
    commit === undefined ? report.id : commitKey(commit),
  ]);
}

/**
 * Reports of one deployment that name different commits contradict each other: each
 * commit may have been deployed.
 */
function mayBeOfCommit(report: Deployed, group: readonly Deployed[]): boolean {
  const { commit } = report.predicate.deployment;
  return group.every(
    ({ predicate: { deployment } }) =>
      commit === undefined ||
      deployment.commit === undefined ||
      isSameCommit(commit, deployment.commit),
  );
}

/** Whether a report is the first of its system on a deployment. */
function isToldAgain(report: Deployed, group: readonly Deployed[]): boolean {
  const [first] = group;
  return (
    first !== undefined &&
    Date.parse(report.observedAt) - Date.parse(first.observedAt) <=
      TOLD_WITHIN &&
    group.every(({ sourceId }) => sourceId !== report.sourceId)
  );
}

function describeDeployment(reports: Deployed[]): KnownDeployment {
  const first = reports[0]!;
  const all = reports.map(({ predicate }) => predicate.deployment);
  const kinds = all.map(one => classifyEnvironment(one.environment));
  const kind =
    (['production', 'elsewhere'] as const).find(one => kinds.includes(one)) ??
    'unclassified';
  return {
    first,
    reports,
    at: first.observedAt,
    commit: all.find(({ commit }) => commit !== undefined)?.commit,
    repository: reports.map(findRepository).find(Boolean),
    // The one that decides, if reports name several.
    environment: all[kinds.indexOf(kind)]!.environment.name,
    kind,
    deployers: all.flatMap(({ deployer }) => deployer ?? []),
    digests: [
      ...new Set(
        all.flatMap(({ artifact }) => artifact?.digest?.toLowerCase() ?? []),
      ),
    ],
    runUrls: [...new Set(all.flatMap(({ runUrl }) => runUrl ?? []))],
  };
}

function byTime(a: Deployed, b: Deployed): number {
  if (a.observedAt !== b.observedAt) {
    return a.observedAt < b.observedAt ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
